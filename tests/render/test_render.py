import json
from pathlib import Path

import pytest
from studies.hostile import hostile_study
from studies.shop import shop_study

from analyzer.errors import InvalidSettings
from analyzer.model.study import decode, encode
from analyzer.render import render
from analyzer.renderers import RENDERERS


def test_every_file_of_the_folder_is_on_the_list() -> None:
    folder = Path(render.__code__.co_filename).parent / "renderers"
    files = {path.stem for path in folder.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    listed = {renderer.draw.__module__.removeprefix("analyzer.renderers.").split(".")[0] for renderer in RENDERERS}
    assert files - {"__init__"} == listed


def test_names_are_unique() -> None:
    assert len({renderer.name for renderer in RENDERERS}) == len(RENDERERS)


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(InvalidSettings, match=r"no report format called pdf.*csv"):
        render(shop_study(), ["pdf"])


def test_the_document_reads_back_to_itself() -> None:
    document = next(a for a in render(shop_study(), ["json"]) if a.path == "study.json")
    assert encode(decode(document.content)) == document.content
    assert json.loads(document.content)["name"] == "shop"


def test_a_notebook_shows_the_verdict_and_no_markup_of_the_code() -> None:
    shown = hostile_study()._repr_html_()
    assert "Split into three services; take payments out last." in shown
    assert "<td>&lt;img src=x onerror=&quot;window.acted=2&quot;&gt;Orders</td>" in shown
    assert "<img" not in shown
