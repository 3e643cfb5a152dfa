class A:
    def run(self):
        pass


class B(A):
    def run(self):
        A.run(self)


B().run()
