class Cart:
    def __init__(self, items):
        self.items = items

    def total(self):
        return sum(item.price() for item in self.items)

class Item:
    def price(self):
        return 2

Cart([Item(), Item()]).total()
