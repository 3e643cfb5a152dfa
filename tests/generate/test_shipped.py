"""The tests that ship with every service of the sample pass, each service's in a process of its own."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

SHARES = 4  # so that several processes of the test run have something to do; each runs every fourth service
EXAMPLES = "2"  # random requests an operation: the full number is for the service's own pipeline


@pytest.mark.slow
@pytest.mark.parametrize("share", range(SHARES))
def test_what_ships_with_a_service_passes(sample: Path, share: int) -> None:
    folders = [path.parent for path in sorted(sample.glob("*/openapi.yaml"))][share::SHARES]
    assert folders or share  # a small system leaves some shares empty
    for folder in folders:
        environment = {
            "PYTHONPATH": os.pathsep.join([str(folder / "src"), str(folder / "client/src")]),
            "PATH": os.environ["PATH"],
            "CONTRACT_EXAMPLES": EXAMPLES,
        }
        command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:xdist", "-o", "addopts=", "-rs"]
        result = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        assert result.returncode == 0, f"{folder.name}: {result.stdout[-2_500:]}"
        operations = (folder / "openapi.yaml").read_text().count("operationId:")
        ran = re.search(r"(\d+) passed", result.stdout)
        assert ran
        assert int(ran[1]) > 3 * operations  # by contract, by the client, by the client with asyncio
