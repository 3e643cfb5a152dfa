"""Each output opened by a reader of its format, and what must not be found there when a text has tried to act."""

import ast
import csv
import io
import json
import re
import shutil
import subprocess
import tomllib
import xml.etree.ElementTree as ET  # what we wrote ourselves a line before
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import PurePosixPath

import networkx as nx
import openpyxl
import pandas as pd
import yaml
from markdown_it import MarkdownIt
from PIL import Image

MARK = "zqx"
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_ACTING = re.compile(r"\s*(?:javascript|vbscript|data):", re.IGNORECASE)


class Outline(HTMLParser):
    """The parts of a page that can act: elements, attributes, scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.shapes: set[tuple[str, str]] = set()
        self.attributes: list[tuple[str, str]] = []
        self.scripts: list[tuple[str | None, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.shapes |= {(tag, "")} | {(tag, name) for name, _ in attrs}
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag == "script":
            self.scripts.append((dict(attrs).get("type"), ""))

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "script":
            kind, text = self.scripts.pop()
            self.scripts.append((kind, text + data))


def outline(text: str) -> Outline:
    found = Outline()
    found.feed(text)
    found.close()
    return found


def page(text: str, calm: str) -> None:
    """No element, attribute or script that a page about calm code does not have; its data loads as data."""
    found, usual = outline(text), outline(calm)
    assert found.shapes <= usual.shapes, found.shapes - usual.shapes
    assert [kind for kind, _ in found.scripts] == [kind for kind, _ in usual.scripts]
    for (kind, script), (_, other) in zip(found.scripts, usual.scripts, strict=True):
        if kind and "json" in kind:
            json.loads(script)
        else:
            assert script == other
    acting = {value for name, value in found.attributes if name in {"href", "src", "action"} and _ACTING.match(value)}
    assert acting <= {value for _, value in usual.attributes}
    assert not [value for name, value in found.attributes if name.startswith("on")]


def drawing(text: str, calm: str) -> None:
    """Well-formed, and of the same few kinds of elements and attributes."""
    found, usual = shapes(text), shapes(calm)
    assert found <= usual, found - usual


def shapes(text: str) -> set[tuple[str, str]]:
    elements = list(ET.fromstring(text).iter())  # noqa: S314 - we wrote it ourselves
    return {(element.tag, name) for element in elements for name in ("", *element.attrib)}


def graph(text: str, calm: str) -> None:
    drawing(text, calm)
    read = nx.read_graphml if "graphml" in text[:300] else nx.read_gexf
    assert len(read(io.BytesIO(text.encode()))) == len(read(io.BytesIO(calm.encode())))


def table(text: str, _calm: str) -> None:
    rows = list(csv.reader(io.StringIO(text), strict=True))
    assert {len(row) for row in rows} == {len(rows[0])}
    for cell in (cell for row in rows for cell in row):
        assert not re.match(r"[=+@\t\r]|-(?![\d.]+(e[-+]?\d+)?$)", cell.lstrip(" ")), cell


def prose(text: str, _calm: str) -> None:
    """No markup of the code: neither HTML nor a link, nor a block of its own."""
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    flat = [inner for token in tokens for inner in (token, *(token.children or ()))]
    opened = [
        before.type for before, token in pairwise(tokens) if token.type == "inline" and token.content.strip() == MARK
    ]
    assert set(opened) <= {"td_open"}  # SQL of the code may really name a table so
    for token in flat:
        if token.type in {"html_block", "html_inline", "image", "fence"}:
            assert MARK not in f"{token.content}{token.attrs}{token.info}", token
        if token.type == "link_open":
            assert MARK not in str(token.attrs.get("href")), token


def data(text: str, _calm: str) -> None:
    json.loads(text, parse_constant=_refuse)


def _refuse(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def documents(text: str, _calm: str) -> None:
    assert text.isascii()
    for document in yaml.safe_load_all(text):
        assert not [key for key in keys(document) if key == MARK]


def keys(value: object) -> Iterator[object]:
    waiting = [value]
    while waiting:
        found = waiting.pop()
        if isinstance(found, dict):
            yield from found
            waiting += found.values()
        elif isinstance(found, list):
            waiting += found


def settings(text: str, _calm: str) -> None:
    assert MARK not in set(keys(tomllib.loads(text)))


def program(text: str, _calm: str) -> None:
    """The mark is never a name of its own: not called, not imported, not looked up."""
    assert not re.search(r"[^\x20-\x7e\n…]", text)
    for node in ast.walk(ast.parse(text)):
        names = [getattr(node, field, None) for field in ("id", "attr", "name", "module", "arg")]
        assert MARK not in names, ast.dump(node)


def recipe(text: str, calm: str) -> None:
    """Line for line the same instructions."""
    assert [line.split(" ")[0] for line in text.splitlines()] == [line.split(" ")[0] for line in calm.splitlines()]
    assert MARK not in re.sub(r"#.*", "", text)


def quoted(text: str, _calm: str) -> None:
    """A language of quoted texts: outside of them, nothing of the code but names made of its words."""
    outside = re.sub(r'"(?:[^"\\\n]|\\.)*"', "", re.sub(r"(?m)^\s*(?://|'|%%).*$", "", text))
    assert '"' not in outside
    assert MARK not in set(re.findall(r"\w+", outside))


def dot(text: str, calm: str) -> None:
    quoted(text, calm)
    program = shutil.which("dot")
    if program:  # the words above hold without it; CI has it
        drawn = [subprocess.run([program, "-Tsvg"], input=one, capture_output=True, text=True, check=True).stdout
                 for one in (text, calm)]  # fmt: skip
        drawing(drawn[0], drawn[1])


def log(text: str, calm: str) -> None:
    found, usual = json.loads(text), json.loads(calm)
    assert set(found) == set(usual)
    assert {key for key in keys(found) if isinstance(key, str)} <= {key for key in keys(usual) if isinstance(key, str)}


def workbook(content: bytes, _calm: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]


def columns(content: bytes, calm: bytes) -> None:
    assert list(pd.read_parquet(io.BytesIO(content))) == list(pd.read_parquet(io.BytesIO(calm)))


def picture(content: bytes, calm: bytes) -> None:
    assert Image.open(io.BytesIO(content)).size == Image.open(io.BytesIO(calm)).size


def empty(text: str, _calm: str) -> None:
    assert text == ""


TEXTS: dict[str, Callable[[str, str], None]] = {
    ".html": page, ".svg": drawing, ".graphml": graph, ".gexf": graph, ".csv": table, ".md": prose, ".json": data,
    ".yaml": documents, ".yml": documents, ".toml": settings, ".py": program, "Dockerfile": recipe,
    ".dockerignore": recipe, ".mmd": quoted, ".puml": quoted, ".dsl": quoted, ".cml": quoted, ".dot": dot,
    ".sarif": log, ".typed": empty,
}  # fmt: skip
BYTES: dict[str, Callable[[bytes, bytes], None]] = {".xlsx": workbook, ".parquet": columns, ".png": picture}


def check(path: str, content: str | bytes, calm: str | bytes) -> None:
    """A new kind of file fails here until somebody says how it is read."""
    name = PurePosixPath(path).name
    kind = PurePosixPath(path).suffix or name
    if kind in BYTES:
        assert isinstance(content, bytes)
        assert isinstance(calm, bytes)
        BYTES[kind](content, calm)
        return
    text, usual = (part.decode() if isinstance(part, bytes) else part for part in (content, calm))
    assert not (unfit := _UNFIT.search(text)), (path, text[unfit.start() - 40 : unfit.end() + 40])
    TEXTS[kind](text, usual)
