"""Each table has one owner with the evidence, or is contested."""

from sever.monolith import monolith

from analyzer.model.breaks import TableOwner
from analyzer.sever import own_tables


def owner(text: str, mapped: str) -> TableOwner:
    (found,) = own_tables(*monolith(text, mapped=mapped))
    return found


def test_readers_elsewhere_do_not_contest_the_home() -> None:
    found = owner(
        """
        stock/models.py::take write table::stock_item 3 update
        orders/views.py::show read table::stock_item 9
        orders/views.py::list read table::stock_item 12
        """,
        "stock/models.py::Item=stock_item",
    )
    assert found == TableOwner(
        "table::stock_item",
        "stock",
        1.0,
        contested=False,
        claims=(("stock", 0, 1), ("orders", 2, 0)),
        reason="1 write and 0 reads come from stock, where the cut puts it; next is orders with 0 writes and 2 reads.",
    )


def test_a_writer_elsewhere_with_as_many_writes_contests_it() -> None:
    found = owner(
        """
        stock/models.py::take write table::stock_item 3 update
        orders/views.py::undo write table::stock_item 9 update
        """,
        "stock/models.py::Item=stock_item",
    )
    assert (found.service, found.share, found.contested) == ("stock", 0.5, True)


def test_a_table_of_shared_code_goes_to_its_writer() -> None:
    found = owner(
        """
        orders/views.py::place write table::common_note 3 create
        orders/views.py::place write table::common_note 4 create
        stock/models.py::look read table::common_note 3
        stock/models.py::look read table::common_note 4
        stock/models.py::look read table::common_note 5
        """,
        "common/models.py::Note=common_note",
    )
    assert (found.service, found.share, found.contested) == ("orders", 1.0, False)
    assert found.reason.startswith("2 writes and 0 reads come from orders; the code that maps it belongs to no single")


def test_tests_do_not_claim() -> None:
    found = owner(
        """
        tests/test_stock.py::test_it write table::stock_item 3 create
        tests/test_stock.py::test_it write table::stock_item 4 create
        """,
        "stock/models.py::Item=stock_item",
    )
    assert (found.service, found.claims) == ("stock", (("stock", 0, 0),))


def test_a_table_nobody_uses_has_no_owner_and_no_invented_share() -> None:
    found = owner("", "common/models.py::Note=common_note")
    assert found == TableOwner(
        "table::common_note", "", 0.0, contested=False, claims=(), reason="No service reads or writes it in the code "
        "that was read.",
    )  # fmt: skip
