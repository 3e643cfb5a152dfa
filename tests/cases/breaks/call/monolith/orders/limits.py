from stock.limits import limited


@limited(3)
def reserve(amount):
    return amount


def bounded(amount):
    return limited(amount)
