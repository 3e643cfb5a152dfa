def one():
    pass

def two():
    pass

table = {}
table.update({"1": one})
table.update(two=two)

def run(key):
    if key in table:
        table[key]()

run("1")
run("two")
