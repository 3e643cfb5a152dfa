"""What the roadmap looks like on paper: Markdown, a picture, a backlog, decision records; also with hostile names."""

import csv
import io
import xml.etree.ElementTree as ET

import pandas as pd
from msgspec.structs import replace
from plan.made_up import breaks_of
from sever.monolith import monolith

from analyzer.assess import assess
from analyzer.model.breaks import TableOwner
from analyzer.model.cut import Cut, Service
from analyzer.model.evidence import Evidence, Views
from analyzer.model.score import Verdict
from analyzer.model.study import Study
from analyzer.plan import plan
from analyzer.renderers import backlog, decision_records, migration_document
from analyzer.settings import Settings

SHOP = "2 call orders stock\n1 foreign_key orders stock\n1 transaction orders mails\n1 signal mails orders"


def study(services: dict[str, str], text: str) -> Study:
    """A study of services (key to display name) with one file each and the breaks of ``text``."""
    graph, cut = monolith("", more=" ".join(f"{one}/code.py::work" for one in services))
    cut = Cut(tuple(Service(key, name) for key, name in services.items()), cut.placements)
    breaks = breaks_of(text) if text else ()
    owners = (
        TableOwner("table::orders_order", "orders", 0.5, contested=True, claims=(("orders", 1, 1),), reason="Tie."),
    )
    none = Evidence(
        pd.DataFrame({"source": []}), pd.DataFrame({"module": []}), pd.DataFrame({"module": [], "commits": []})
    )
    return Study(
        name="shop", version="1", sources=(), problems=(), graph=graph, views=Views(pd.DataFrame(), pd.DataFrame()),
        cut=cut, verdict=Verdict("split", 1.0, "", (), (), (), None, (), ()), breaks=breaks, owners=owners,
        consequences=assess(graph, cut, breaks, none), contracts=(),
        roadmap=plan(graph, cut, (breaks, owners), Settings()),
    )  # fmt: skip


def files(of: Study) -> dict[str, str]:
    renderers = (migration_document.RENDERER, backlog.RENDERER, decision_records.RENDERER)
    return {one.path: str(one.content) for renderer in renderers for one in renderer.draw(of)}


SERVICES = {"mails": "Mails", "orders": "Orders", "stock": "Stock"}
HOSTILE = {"mails": "<script>alert(1)</script> | [x](javascript:1)", "orders": "=cmd|' /C calc'!A0", "stock": "a\nb"}


def test_the_documents_of_a_shop() -> None:
    assert list(files(study(SERVICES, SHOP))) == [
        "migration.md",
        "roadmap.svg",
        "backlog.csv",
        "decisions/0001-mails.md",
        "decisions/0002-orders.md",
        "decisions/0003-stock.md",
    ]


def test_the_migration_says_how_much_breaks_and_in_which_order() -> None:
    text = files(study(SERVICES, SHOP))["migration.md"]
    assert (
        "The proposed cut makes 3 services and severs 5 things: 0 for the generator, 4 with a stated "
        "loss, 1 for a person to decide." in text
    )
    assert "| orders | 1 | · | 3 |" in text
    assert text.index("### Wave 1") < text.index("### Wave 2")
    assert "| table::orders\\_order | orders (contested) | 50% | 1w 1r |".replace("\\_", "_") in text


def test_nothing_to_migrate_is_said_and_drawn() -> None:
    found = files(study({"shop": "Shop"}, ""))
    assert "Nothing is severed." in found["migration.md"]
    assert ET.fromstring(found["roadmap.svg"]).tag.endswith("svg")  # noqa: S314 - our own text


def test_every_backlog_row_has_its_parent_before_it_and_its_needs_somewhere() -> None:
    rows = list(csv.DictReader(io.StringIO(files(study(SERVICES, SHOP))["backlog.csv"])))
    seen: set[str] = set()
    for row in rows:
        assert not row["Parent"] or row["Parent"] in seen
        assert set(row["Depends on"].split()) <= seen
        seen.add(row["Id"])
    assert [row["Id"] for row in rows if row["Issue Type"] == "Epic"] == ["wave-1", "wave-2", "wave-3"]
    tasks = [row["Id"] for row in rows if row["Issue Type"] == "Task"]
    assert sorted(tasks) == [one.key for one in breaks_of(SHOP)]


def test_a_decision_record_says_what_is_proposed_and_what_stays() -> None:
    found = files(study(SERVICES, SHOP))
    proposed = {path: 'Extract it as a service of its own", because' in text for path, text in found.items()}
    assert sum(proposed.values()) == 2


def test_where_a_modular_monolith_comes_first_no_record_proposes_to_leave() -> None:
    one = study(SERVICES, SHOP)
    modular = replace(one, verdict=replace(one.verdict, advice="modular_monolith_first"))
    found = [text for path, text in files(modular).items() if path.startswith("decisions/")]
    assert sum('behind a checked module boundary", because the verdict is' in text for text in found) == 2
    assert not any('Extract it as a service of its own", because' in text for text in found)


def test_hostile_names_cannot_act() -> None:
    found = files(study(HOSTILE, SHOP))
    for path, text in found.items():
        assert path.endswith(".csv") or "<script" not in text, path
        assert not path.endswith(".md") or "[x](" not in text, path
    ET.fromstring(found["roadmap.svg"])  # noqa: S314 - our own text, and that it is well-formed is the point
    for row in csv.reader(io.StringIO(found["backlog.csv"])):
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)


def test_the_same_study_gives_the_same_bytes() -> None:
    assert files(study(SERVICES, SHOP)) == files(study(SERVICES, SHOP))
