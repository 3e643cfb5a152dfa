def yes():
    pass

def no():
    pass

def table():
    return {"y": yes, "n": no}

def pick(answer):
    return table()[answer]

pick("y")()
pick("n")()
