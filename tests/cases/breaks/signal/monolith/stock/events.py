class Counted:
    def __init__(self, sku):
        self.sku = sku


class Lost:
    def __init__(self, sku):
        self.sku = sku
