class A:
    def __iadd__(self, o): return self
    def __delitem__(self, k): pass
    def __len__(self): return 1
    def __lt__(self, o): return True
a = A()
a += 1
del a[0]
a < a
