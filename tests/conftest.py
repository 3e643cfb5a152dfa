"""Options for the longer versions of some tests."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--kills", type=int, default=12, help="runs to kill at random moments (make soak: 1000)")
    parser.addoption("--moments", type=int, default=20_260, help="start of the random moments at which runs are killed")
    parser.addoption("--fuzz-seconds", type=float, default=0, help="seconds for each fuzz test (make fuzz: 600)")
