def a():
    pass


def b():
    pass


for name, action in {"a": a, "b": b}.items():
    action()
