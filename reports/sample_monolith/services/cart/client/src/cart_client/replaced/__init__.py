"""Drop-in functions, one module for each group of operations."""
