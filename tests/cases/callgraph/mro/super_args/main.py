class A:
    def r(self): pass
class B(A):
    def r(self):
        super(B, self).r()
B().r()
