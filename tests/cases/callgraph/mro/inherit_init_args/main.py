class A:
    def __init__(self, f):
        self.f = f
class B(A):
    def __init__(self, f):
        super().__init__(f)
    def run(self):
        self.f()
def x(): pass
B(x).run()
