class Item:
    def use(self):
        pass

class Items(list):
    def use_all(self):
        for item in self:
            item.use()

items = Items()
items.append(Item())
items.use_all()
Items([Item()]).use_all()
