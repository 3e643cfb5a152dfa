import os
from pathlib import Path

import pytest
from studies.market import market_study
from studies.sample import sample_study
from studies.serving import put

from analyzer.generate import generate
from analyzer.model.study import Study

OTHERS = os.environ.get("SERVICES_TO_CHECK", "")


@pytest.fixture(scope="session")
def services(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small hand-built system with one of everything a contract can hold."""
    return put(tmp_path_factory.mktemp("market"), generate(market_study()))


@pytest.fixture(scope="session")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    """What the tool says about the sample monolith."""
    base = tmp_path_factory.getbasetemp()
    return sample_study(base.parent if "PYTEST_XDIST_WORKER" in os.environ else base)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """The services of the sample monolith; `benchmarks/services.py` names those of another codebase instead."""
    if OTHERS:
        return Path(OTHERS)
    return put(tmp_path_factory.mktemp("sample"), generate(request.getfixturevalue("study")))
