"""Writes the golden service anew: python tests/golden/services/refresh.py

Read what ``git diff`` then shows before you commit it.
"""

import shutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from studies.market import market_study  # noqa: E402 - after the path is known

from analyzer.generate import generate  # noqa: E402 - as above

shutil.rmtree(HERE / "stock", ignore_errors=True)
for artifact in generate(market_study()):
    if artifact.path.startswith("services/stock/"):
        path = HERE / artifact.path.removeprefix("services/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(str(artifact.content), encoding="utf-8")
