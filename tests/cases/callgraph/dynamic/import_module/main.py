import importlib

plugin = importlib.import_module("plug")
plugin.load()
