from stock.hooks import limited


@limited(3)
def reserve(amount):
    return amount
