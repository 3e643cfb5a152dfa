class A:
    def __init__(self):
        self.h = {}
        self.h["a"] = self.a
    def a(self): pass
    def run(self, k):
        self.h[k]()
A().run("a")
