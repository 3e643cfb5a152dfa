class S:
    def __getitem__(self, i): return f
def f(): pass
for x in S(): x()
