def a():
    pass

def b():
    pass

def c():
    pass

stack = []
stack.extend([a, b])
stack.insert(0, c)
stack.reverse()
while stack:
    stack.pop()()
