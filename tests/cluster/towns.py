"""Small graphs by hand: modules with links, as connect would give them."""

import pandas as pd

from analyzer.model.evidence import Evidence
from analyzer.model.graph import COVERAGE_COLUMNS, ELEMENT_COLUMNS, LINK_COLUMNS, Graph, Route, Table


def town(modules: list[str], links: list[tuple[str, str]], **records: object) -> Graph:
    """A graph of modules (dotted names; a trailing ``.`` makes a package) with one call a link."""
    keys = {name.rstrip("."): _key(name) for name in modules}
    rows = [
        {"key": key, "kind": "module", "module": name, "name": name, "parent": "", "file": key, "line": 1,
         "end_line": 100, "lines": 100, "role": "code", "words": ""}
        for name, key in keys.items()
    ]  # fmt: skip
    elements = pd.DataFrame(rows).set_index("key").astype(ELEMENT_COLUMNS).sort_index()
    found = [(keys[one], keys[other], "call", keys[one], 1, 1.0, False, "") for one, other in links]
    frame = pd.DataFrame(found, columns=list(LINK_COLUMNS)).astype(LINK_COLUMNS)
    return Graph(elements=elements, links=frame, coverage=pd.DataFrame(columns=list(COVERAGE_COLUMNS)), **records)


def _key(name: str) -> str:
    path = name.rstrip(".").replace(".", "/")
    return f"{path}/__init__.py" if name.endswith(".") else f"{path}.py"


def nothing() -> Evidence:
    return Evidence(
        pairs=pd.DataFrame(columns=["source", "target", "view", "weight"]),
        owners=pd.DataFrame(columns=["module", "owner", "source", "share"]),
        stability=pd.DataFrame(columns=["module", "commits", "last_changed_commit_index"]),
    )


DOMAINS = ("billing", "catalogue", "orders", "shipping", "support", "users")
LAYERS = ("forms", "models", "services", "views")


def route(module: str) -> Route:
    """A way in from outside, answered by the module with that dotted name."""
    return Route(f"/{module}", ("GET",), f"{_key(module)}::answer", module, "", _key(module), 1)


def table(module: str) -> Table:
    """A table that the module with that dotted name declares."""
    return Table(f"table::{module}", module, f"{_key(module)}::Row", module, _key(module), 1)


def outfit(names: dict[tuple[str, str], str]) -> dict[str, object]:
    """A route for every ``views`` and a table for every ``models``."""
    return {
        "routes": tuple(route(name) for (_, layer), name in names.items() if layer == "views"),
        "tables": tuple(table(name) for (_, layer), name in names.items() if layer == "models"),
    }


def by_domain() -> Graph:
    """``shop.orders.models``: each domain a folder, its layers linked; one link to the next domain."""
    names = {(domain, layer): f"shop.{domain}.{layer}" for domain in DOMAINS for layer in LAYERS}
    packages = ["shop.", *(f"shop.{domain}." for domain in DOMAINS)]
    return town([*packages, *names.values()], _links(names), **outfit(names))


def by_layer() -> Graph:
    """``shop.models.orders``: the same modules and links, but each layer a folder."""
    names = {(domain, layer): f"shop.{layer}.{domain}" for domain in DOMAINS for layer in LAYERS}
    packages = ["shop.", *(f"shop.{layer}." for layer in LAYERS)]
    return town([*packages, *names.values()], _links(names), **outfit(names))


def _links(names: dict[tuple[str, str], str]) -> list[tuple[str, str]]:
    inside = [
        (names[domain, one], names[domain, other])
        for domain in DOMAINS
        for position, one in enumerate(LAYERS)
        for other in LAYERS[position + 1 :]
    ]
    around = zip(DOMAINS, DOMAINS[1:] + DOMAINS[:1], strict=True)
    return inside + [(names[one, "services"], names[other, "models"]) for one, other in around]


def spaghetti() -> Graph:
    """Six folders of four modules in which everything uses everything."""
    placed = {(domain, layer): f"shop.{domain}.{layer}" for domain in DOMAINS for layer in LAYERS}
    names = list(placed.values())
    packages = ["shop.", *(f"shop.{domain}." for domain in DOMAINS)]
    links = [(one, other) for a, one in enumerate(names) for b, other in enumerate(names) if a != b and (a + b) % 3]
    return town([*packages, *names], links, **outfit(placed))
