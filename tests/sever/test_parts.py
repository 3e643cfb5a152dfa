"""Groups that do not run alone: they are on the side of their host, or of what stays behind."""

from msgspec.structs import replace
from sever.monolith import monolith

from analyzer.model.cut import REMAINDER
from analyzer.sever import sever

CALLS = """
forms/a.py::form call orders/a.py::order 3
forms/a.py::form call views/a.py::view 4
orders/a.py::order call mails/a.py::mail 5
views/a.py::view call mails/a.py::mail 6
"""


def _ends(hosts: dict[str, str]) -> list[tuple[str, str, str]]:
    graph, cut = monolith(CALLS)
    services = tuple(
        replace(one, kind="part", host=hosts[one.key]) if one.key in hosts else one for one in cut.services
    )
    return [
        (one.source_service, one.target_service, one.target) for one in sever(graph, replace(cut, services=services))
    ]


def test_between_services_everything_is_severed() -> None:
    assert _ends({}) == [
        ("forms", "orders", "orders/a.py::order"),
        ("forms", "views", "views/a.py::view"),
        ("orders", "mails", "mails/a.py::mail"),
        ("views", "mails", "mails/a.py::mail"),
    ]


def test_a_part_with_a_host_is_severed_from_others_only() -> None:
    assert _ends({"forms": "orders"}) == [
        ("orders", "mails", "mails/a.py::mail"),
        ("orders", "views", "views/a.py::view"),
        ("views", "mails", "mails/a.py::mail"),
    ]


def test_nothing_is_severed_between_parts_that_stay_behind() -> None:
    assert _ends({"forms": "", "views": ""}) == [
        ("orders", "mails", "mails/a.py::mail"),
        (REMAINDER, "mails", "mails/a.py::mail"),
        (REMAINDER, "orders", "orders/a.py::order"),
    ]
