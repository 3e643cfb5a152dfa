"""How values are written in Python, JSON, YAML, TOML and Markdown so that nothing in them can act."""
