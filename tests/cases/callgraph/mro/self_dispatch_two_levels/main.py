class Top:
    def run(self):
        self.before()
        self.main()

    def before(self):
        pass

    def main(self):
        raise NotImplementedError

class Middle(Top):
    def main(self):
        self.inner()

class Leaf(Middle):
    def before(self):
        super().before()

    def inner(self):
        pass

Leaf().run()
Middle.before(Leaf())
