def a():
    pass


def b():
    pass


hooks = [a]
hooks.append(b)
for hook in hooks:
    hook()
