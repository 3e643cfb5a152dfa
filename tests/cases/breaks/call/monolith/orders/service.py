from common.money import rounded
from stock import api
from stock.api import Quote, Shelf, each, price, take, visit


def place(skus: list[str]) -> bool:
    total = 0.0
    for sku in skus:
        total += price(sku)
    rounded(total)
    return take(skus[0], 1)


def promise(sku: str) -> Quote:
    found = api.quote(sku)
    return found


def walk(sku: str) -> None:
    for one in each(sku):
        print(one)
    visit(sku, print)
    shelf = Shelf("A1")
    print(shelf.place, place([]))
