import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from studies.market import market_study

import analyzer.emitters as family
from analyzer.emitters import EMITTERS
from analyzer.errors import InvalidSettings
from analyzer.generate import generate


def test_every_emitter_of_the_folder_is_on_the_list() -> None:
    folder = Path(family.__file__).parent
    modules = {path.stem for path in folder.iterdir() if path.name not in {"__init__.py", "templates", "__pycache__"}}
    listed = {emitter.emit.__module__.rsplit(".", 1)[-1] for emitter in EMITTERS}
    assert modules == listed


def test_names_are_unique_and_needs_exist() -> None:
    names = [emitter.name for emitter in EMITTERS]
    assert sorted(set(names)) == sorted(names)
    assert {need for emitter in EMITTERS for need in emitter.needs} <= set(names)


def test_every_emitter_is_described_where_people_choose_one() -> None:
    described = (Path(__file__).parents[2] / "docs/services.md").read_text()
    assert re.findall(r"^\| `(\w+)` \|", described, flags=re.MULTILINE) == [emitter.name for emitter in EMITTERS]


def test_paths_are_plain_and_below_services() -> None:
    artifacts = generate(market_study())
    assert [a.path for a in artifacts] == sorted({a.path for a in artifacts})
    assert all(re.fullmatch(r"services/(?!.*\.\.)[A-Za-z0-9._/-]+", a.path) for a in artifacts)


def test_a_persons_files_are_marked() -> None:
    owned = [a.path for a in generate(market_study()) if a.ownership == "hand_owned"]
    assert owned == [
        "services/billing/src/billing_service/handlers.py",
        "services/gateway/moved.json",
        "services/orders/src/orders_service/handlers.py",
        "services/stock/src/stock_service/handlers.py",
    ]


def test_chosen_emitters_bring_what_they_need() -> None:
    chosen = {a.path for a in generate(market_study(), ["fastapi"])}
    assert "services/stock/openapi.yaml" in chosen
    assert "services/stock/src/stock_service/app.py" in chosen
    assert not any("/client/" in path or "Dockerfile" in path for path in chosen)


def test_an_unknown_emitter_is_the_users_mistake() -> None:
    with pytest.raises(InvalidSettings, match=r"no emitter called 'soap'\. Choose from: openapi, asyncapi"):
        generate(market_study(), ["soap"])


_PRINT = """
import hashlib, sys
from studies.market import market_study
from analyzer.generate import generate
found = hashlib.sha256()
for artifact in generate(market_study()):
    found.update(artifact.path.encode() + b"\\0" + artifact.content.encode() + b"\\0" + artifact.ownership.encode())
print(found.hexdigest())
"""


@pytest.mark.parametrize("seed", ["1", "77"])
def test_the_files_are_the_same_for_any_hash_seed(seed: str) -> None:
    here = hashlib.sha256()
    for artifact in generate(market_study()):
        assert isinstance(artifact.content, str)
        here.update(f"{artifact.path}\0{artifact.content}\0{artifact.ownership}".encode())
    tests = Path(__file__).parents[1]
    path = f"{tests}{os.pathsep}{tests.parent}"
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path, "TZ": "Asia/Tokyo"}
    command = [sys.executable, "-c", _PRINT]
    result = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert result.stdout.strip() == here.hexdigest()
