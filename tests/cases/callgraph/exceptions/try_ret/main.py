def f():
    try:
        return a
    except Exception:
        return b
    finally:
        c()
def a(): pass
def b(): pass
def c(): pass
f()()
