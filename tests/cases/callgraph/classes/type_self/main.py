class A:
    def m(self):
        type(self).n(self)
        self.__class__.k()
    def n(self): pass
    @classmethod
    def k(cls): pass
A().m()
