def a():
    pass

def b():
    pass

actions = []
for f in (a, b):
    def call(f=f):
        return f()
    actions.append(call)

for action in actions:
    action()
