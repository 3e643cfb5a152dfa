PRICES = {}
NAMES = {"a": 1}
