import importlib

def load(path):
    module, name = path.rsplit(".", 1)
    return getattr(importlib.import_module(module), name)

load("store.disk.Disk")().keep()
