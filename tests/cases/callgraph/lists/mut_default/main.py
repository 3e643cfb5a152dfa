def reg(f, table=[]):
    table.append(f)
    return table
def a(): pass
for f in reg(a): f()
