from base import Model


class Order(Model):
    def __init__(self):
        super().__init__()


Order()
