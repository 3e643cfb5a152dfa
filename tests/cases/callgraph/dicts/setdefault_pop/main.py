def one():
    pass

def two():
    pass

d = {}
d.setdefault("k", one)()
d["z"] = two
d.pop("z")()
