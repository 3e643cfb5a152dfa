from pathlib import Path

import pytest
from studies.market import market_study
from studies.serving import put

from analyzer.generate import generate


@pytest.fixture(scope="session")
def services(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return put(tmp_path_factory.mktemp("market"), generate(market_study()))
