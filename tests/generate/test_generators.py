"""Other people's generators read every document of the sample without a word."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

_CLIENTS = """
import sys
from openapi_python_client.cli import app
for document in sys.argv[2:]:
    where = [f"--path={document}/openapi.yaml", f"--output-path={document}/made", f"--config={sys.argv[1]}"]
    app(["generate", *where, "--meta=none", "--fail-on-warning"], standalone_mode=False)
"""
_MODELS = """
import sys
from datamodel_code_generator.__main__ import main
form = ["--input-file-type=openapi", "--formatters=builtin", "--output-model-type=pydantic_v2.BaseModel"]
for document in sys.argv[1:]:
    assert main([*form, f"--input={document}/openapi.yaml", f"--output={document}/made.py"]) == 0
"""


def python(script: str, *arguments: str) -> tuple[int, str]:
    command = [sys.executable, "-c", script, *arguments]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    return result.returncode, re.sub(r"^Generating .*\n", "", result.stdout, flags=re.MULTILINE) + result.stderr


def documents(sample: Path, folder: Path) -> list[str]:
    """A folder for each OpenAPI document of the sample, so that nothing is written beside the services."""
    found = []
    for path in sorted(sample.glob("*/openapi.yaml")):
        place = folder / path.parent.name
        place.mkdir()
        (place / "openapi.yaml").write_bytes(path.read_bytes())
        found.append(str(place))
    return found


@pytest.mark.slow
def test_openapi_python_client_makes_every_operation_and_its_answer(sample: Path, tmp_path: Path) -> None:
    """It drops an answer that it does not understand without an error: hence the look at each one."""
    (tmp_path / "settings.yaml").write_text("post_hooks: []\n")
    folders = documents(sample, tmp_path)
    assert python(_CLIENTS, str(tmp_path / "settings.yaml"), *folders) == (0, "")
    made = 0
    for folder in map(Path, folders):
        contract = json.loads((sample / folder.name / f"src/{folder.name}_service/openapi.json").read_text())
        for operation in (one for path in contract["paths"].values() for one in path.values()):
            (module,) = (folder / "made/api").rglob(f"{operation['operationId']}.py")
            status = next(iter(operation["responses"]))
            assert re.search(rf"status_code == {status}:\n +response_{status} = ", module.read_text()), module
            made += 1
    assert made


@pytest.mark.slow
def test_datamodel_code_generator_makes_models_that_work(sample: Path, tmp_path: Path) -> None:
    folders = documents(sample, tmp_path)
    assert python(_MODELS, *folders) == (0, "")
    load = "import runpy, sys\nfor folder in sys.argv[1:]: runpy.run_path(folder + '/made.py')"
    assert python(load, *folders) == (0, "")
