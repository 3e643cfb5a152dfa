def also():
    pass
