class Order:
    @property
    def state(self):
        return 1

    @state.setter
    def state(self, value):
        pass


order = Order()
order.state = 2
