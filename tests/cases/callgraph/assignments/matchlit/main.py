def a(): pass
def b(): pass
def run(c):
    match c:
        case "x": h = a
        case {"k": v}: h = v
        case [first, *rest]: h = first
        case _: h = b
    h()
run("x")
run({"k": b})
run([a])
