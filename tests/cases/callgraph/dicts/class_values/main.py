class Json:
    def dump(self):
        pass

class Yaml:
    def dump(self):
        pass

FORMATS = {"json": Json, "yaml": Yaml}

def dump(kind):
    FORMATS[kind]().dump()

dump("json")
dump("yaml")
