def a():
    pass


stack = [a]
stack.pop()()
