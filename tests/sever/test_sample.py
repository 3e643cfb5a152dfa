"""The sample's breaks beside the list that was written by hand before the tool was run on it."""

import importlib.util
import sys
from pathlib import Path

import pytest

from analyzer.settings import RunSettings, Settings

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "sample_reference.py"
IN_TEMPLATES = 6
"""Lines of the reference that stand in templates, which nobody reads."""


@pytest.mark.slow
def test_the_sample_is_found_but_for_its_templates_and_state_that_no_service_shares() -> None:
    spec = importlib.util.spec_from_file_location("sample_reference", BENCHMARK)
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules["sample_reference"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    held = module.hold(Settings(run=RunSettings(engine="inline", use_cache=False)))
    assert len(held.rows) == 351
    assert sum(row.file.endswith(".html") for row in held.missed) == IN_TEMPLATES
    others = [row for row in held.missed if not row.file.endswith(".html")]
    assert {row.kind for row in others} <= {"shared_state", "authorization"}
    assert len(others) <= 8
