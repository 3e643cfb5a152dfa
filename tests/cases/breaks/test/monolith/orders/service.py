def place(sku):
    return sku


def cancel(sku):
    return sku
