class Item:
    def touch(self):
        pass

def use(item):
    item.touch()

def skip(item):
    pass

work = [(use, Item())]
work.append((skip, Item()))
while work:
    action, item = work.pop()
    action(item)
