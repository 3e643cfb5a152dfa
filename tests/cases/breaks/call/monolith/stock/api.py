import dataclasses

from common.money import rounded


@dataclasses.dataclass
class Quote:
    days: int


class Shelf:
    def __init__(self, place: str) -> None:
        self.place = place


def take(sku: str, count: int) -> bool:
    return _log(sku) and count > 0


def price(sku: str) -> float:
    return rounded(1.0)


def quote(sku: str) -> Quote:
    return Quote(days=1)


def each(sku: str):
    yield sku


def visit(sku: str, visitor: "Callable[[str], None]") -> None:
    visitor(sku)


def _log(sku: str) -> bool:
    return True
