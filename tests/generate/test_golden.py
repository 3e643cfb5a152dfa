from pathlib import Path

from studies.market import market_study

from analyzer.generate import generate

GOLDEN = Path(__file__).parents[1] / "golden" / "services"


def test_the_stock_service_is_the_golden_one() -> None:
    """Refreshed by: python tests/golden/services/refresh.py."""
    made = {
        a.path.removeprefix("services/"): a.content
        for a in generate(market_study())
        if a.path.startswith("services/stock/")
    }
    files = [path for path in (GOLDEN / "stock").rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    kept = {path.relative_to(GOLDEN).as_posix(): path.read_text("utf-8") for path in files}
    assert sorted(made) == sorted(kept)
    assert made == kept
