class Order:
    @property
    def total(self):
        return 1

    def untouched(self):
        return 2


order = Order()
order.total
