def outer():
    def a(): b()
    def b(): pass
    return a
outer()()
