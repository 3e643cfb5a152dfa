class Plugin:
    def setup(self):
        pass

def load(plugin):
    if hasattr(plugin, "setup"):
        getattr(plugin, "setup")()

load(Plugin())
