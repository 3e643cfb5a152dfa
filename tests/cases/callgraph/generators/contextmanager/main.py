from contextlib import contextmanager
class C:
    def go(self): pass
@contextmanager
def cm():
    yield C()
with cm() as c:
    c.go()
