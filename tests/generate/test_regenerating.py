"""Services generated again, by a newer run, over what people made of the first ones."""

from pathlib import Path

from msgspec import structs
from studies.market import market_study

from analyzer.generate import generate
from analyzer.write import write

HANDLERS, APP = "services/stock/src/stock_service/handlers.py", "services/stock/src/stock_service/app.py"
GONE = "services/billing/src/billing_service/handlers.py"


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_study_writes_the_same_bytes(tmp_path: Path) -> None:
    write(generate(market_study()), tmp_path / "one")
    write(generate(market_study()), tmp_path / "two")
    first = files(tmp_path / "one")
    write(generate(market_study()), tmp_path / "one")
    assert first == files(tmp_path / "one") == files(tmp_path / "two")


def test_handlers_stay_and_a_changed_generated_file_is_kept_beside_the_new_one(tmp_path: Path) -> None:
    study = market_study()
    write(generate(study), tmp_path / "out")
    generated = (tmp_path / "out" / APP).read_text()
    (tmp_path / "out" / HANDLERS).write_text("# ours\n")
    (tmp_path / "out" / APP).write_text("# ours too\n")
    written = write(generate(study), tmp_path / "out")
    assert (written.kept, written.beside) == ((HANDLERS,), (f"{APP}.yours",))
    found = files(tmp_path / "out")
    assert (found[HANDLERS], found[f"{APP}.yours"]) == (b"# ours\n", b"# ours too\n")
    assert found[APP].decode() == generated


def test_a_service_that_is_gone_leaves_only_what_people_wrote_and_that_is_said(tmp_path: Path) -> None:
    study = market_study()
    write(generate(study), tmp_path / "out")
    (tmp_path / "out" / GONE).write_text("# months of work\n")
    fewer = structs.replace(study, contracts=tuple(one for one in study.contracts if one.service != "billing"))
    written = write(generate(fewer), tmp_path / "out")
    assert written.beside == (f"{GONE}.yours",)
    left = {path: content for path, content in files(tmp_path / "out").items() if path.startswith("services/billing/")}
    assert left == {f"{GONE}.yours": b"# months of work\n"}
