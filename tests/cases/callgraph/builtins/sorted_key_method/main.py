class Item:
    def __init__(self, weight):
        self.weight = weight

    def cost(self):
        return self.weight

items = [Item(2), Item(1)]
best = sorted(items, key=lambda item: item.cost())
best[0].cost()
