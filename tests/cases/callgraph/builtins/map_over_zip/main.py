def up():
    pass

def down():
    pass

pairs = [("u", up), ("d", down)]
names, actions = zip(*pairs)
for action in actions:
    action()
