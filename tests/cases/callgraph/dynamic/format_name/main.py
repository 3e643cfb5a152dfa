class Loader:
    def load(self, kind):
        return getattr(self, "load_{}".format(kind.lower()))()

    def load_json(self):
        return 1

    def load_yaml(self):
        return 2

loader = Loader()
loader.load("JSON")
loader.load("Yaml")
