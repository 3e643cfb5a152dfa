class Query:
    def where(self):
        return self

    def order(self):
        return self

    def build(self):
        return Statement()

class Statement:
    def run(self):
        pass

Query().where().order().build().run()
