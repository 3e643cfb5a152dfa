def weight(item):
    return item


sorted([3, 1], key=weight)
