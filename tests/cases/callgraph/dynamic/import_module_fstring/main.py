import importlib

def get(name):
    return importlib.import_module(f"plugins.{name}_plugin")

get("csv").load()
