def a(): pass
def b(): pass
def run(*fs):
    for f in fs: f()
run(a, b)
