"""Names and texts of the analysed code that try to act in what is generated from them."""

import ast
import json
import re
import tomllib
from pathlib import Path

import pytest
import yaml
from msgspec import structs
from studies.build import cut_of, empty_views, graph_of, remedy
from studies.serving import put, running
from studies.shop import shop_roadmap, shop_verdict

from analyzer.generate import generate
from analyzer.model.artifact import Artifact
from analyzer.model.breaks import Break, Occurrence
from analyzer.model.cut import Service
from analyzer.model.graph import Column, Event, Parameter, Route, Signature, Table, Task
from analyzer.model.study import Study
from analyzer.publish import publish

CANARY = "canary"
TEXTS = {
    "quotes": f'"""+{CANARY}()+"""',
    "newline": f"x\n{CANARY}()\n#",
    "template": "{{ " + CANARY + "() }}{% " + CANARY + " %}",
    "yaml": f"- !!python/object/apply:os.system ['{CANARY}'] &a *a: | > # ---",
    "shell": f"$({CANARY}) `{CANARY}` ${{{CANARY}}} ; {CANARY} && {CANARY}",
    "comment": f"*/ {CANARY}() /* --> <script>{CANARY}()</script> <!--",
    "bidi": f"\u202e{CANARY}\u2066\u200b\x00\x1b[31m",
    "path": f"../../{CANARY}/../%2e%2e/C:\\{CANARY}",
    "workflow": "${{ github.event." + CANARY + " }}",
    "format": "{0.__class__.__init__.__globals__} %s %(" + CANARY + ")s",
    "surrogate": f"\ud800{CANARY}",
    "keyword": "class",
    "empty": "",
}


# ruff: noqa: E501 - hand-built values read best one to a line
def hostile_study(text: str) -> Study:
    name = text.replace("\ud800", "")  # no table holds half a surrogate pair
    file, other = f"{name}/a.py", f"{name}/b.py"
    function, model, error, shape, caller = (
        f"{file}::{name}",
        f"{file}::M{name}",
        f"{file}::E{name}",
        f"{file}::S",
        f"{other}::f",
    )
    kind = f"{file}::K{name}"
    elements = [(file, "one"), (function, "one"), (model, "one"), (error, "one"), (shape, "one"), (kind, "one")]
    elements += [(other, "two"), (caller, "two"), (f"table::{name}", "one"), (f"{file}::task", "one")]
    graph = graph_of(elements, [(caller, function, "call", 3), (caller, f"{file}::task", "task", 4)])
    frame = graph.elements.copy()
    frame.loc[[model, error, shape, kind], "kind"] = "class"
    frame.loc[[function, caller, f"{file}::task"], "kind"] = "function"
    column = Column(text, "string", choices=(text, "b"), max_length=9)
    parameters = (
        Parameter(text, "positional", text, "", repr(text)),
        Parameter("s", "positional", "S", shape),
        Parameter("k", "positional", f"K{text}", kind),
    )
    graph = structs.replace(
        graph,
        elements=frame,
        tables=(Table(f"table::{name}", text, model, text, file, 1, (Column("id", "integer", primary_key=True), column)),),
        signatures=(
            Signature(function, parameters, f"dict[{text!r}, S]", raises=(error, f"a.{text}"), docstring=text),
            Signature(shape, (), docstring=text, flavour="dataclass", fields=(Parameter(text, "positional", "str"), Parameter("model_config", "positional", "int"), Parameter("_x", "positional", "int", default="1"))),
            Signature(kind, (), flavour="enum", docstring=text, fields=(Parameter(text, "positional", default=repr(text)),)),
            Signature(error, (), flavour="exception", docstring=text),
        ),
        routes=(Route(f"/{text}/<int:{text}>", ("POST", text), function, text, text, file, 1),),
        events=(Event(text, "publish", caller, "", (text,), other, 1), Event(text, "subscribe", function, "", (text,), file, 1)),
        tasks=(Task(f"{file}::task", text, text, text, file, 1),),
    )  # fmt: skip
    cut = cut_of(elements, [Service("one", text, text, text, (text,)), Service("two", f"{text}2")])
    breaks = (
        Break(f"call:{text}", "call", caller, function, "two", "one", (Occurrence(other, 1, caller, function, in_loop=True),), remedy(text, text)),
        Break(f"data:{text}", "data_access", caller, f"table::{name}", "two", "one", (Occurrence(other, 1),), remedy("x", "x")),
    )  # fmt: skip
    return Study(
        name=name, version="0.1.0", sources=(), problems=(), graph=graph, views=empty_views(), cut=cut,
        verdict=shop_verdict(), breaks=breaks, owners=(), consequences=(), contracts=publish(graph, cut, breaks),
        roadmap=shop_roadmap(),
    )  # fmt: skip


def python_names(source: str) -> set[str]:
    """Whole names only: an identifier made of a hostile text's words is a plain name and does nothing."""
    tree = ast.parse(source)
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return names | {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}


@pytest.fixture(scope="module", params=TEXTS.values(), ids=TEXTS)
def artifacts(request: pytest.FixtureRequest) -> tuple[Artifact, ...]:
    return generate(hostile_study(request.param))


def test_paths_are_plain(artifacts: tuple[Artifact, ...]) -> None:
    assert all(re.fullmatch(r"services/(?!.*\.\.)[A-Za-z0-9._/-]+", a.path) for a in artifacts)


def test_every_file_is_printable_ascii(artifacts: tuple[Artifact, ...]) -> None:
    for artifact in artifacts:
        assert isinstance(artifact.content, str)
        unfit = [c for c in artifact.content if not (" " <= c <= "~" or c in "\n…")]
        assert (artifact.path, unfit) == (artifact.path, [])


def test_python_runs_nothing_of_the_code(artifacts: tuple[Artifact, ...]) -> None:
    sources = {a.path: str(a.content) for a in artifacts if a.path.endswith(".py")}
    assert len(sources) > 50
    for path, source in sources.items():
        calls = {
            n.func.id for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)
        }
        assert (path, CANARY in calls) == (path, False)
        assert "__globals__" not in python_names(source)


def test_documents_load_as_plain_data(artifacts: tuple[Artifact, ...]) -> None:
    loaders = {"yaml": yaml.safe_load_all, "yml": yaml.safe_load_all, "json": json.loads, "toml": tomllib.loads}
    read = 0
    for artifact in artifacts:
        loader = loaders.get(artifact.path.rsplit(".", 1)[-1])
        if loader:
            found = loader(str(artifact.content))
            read += len(list(found) if not isinstance(found, dict | list) else [found])
    assert read > 30


def test_what_runs_as_a_script_holds_no_text_of_the_code(artifacts: tuple[Artifact, ...]) -> None:
    scripts = ("Dockerfile", ".dockerignore", ".yml", "azure-pipelines.yml", "compose.yaml")
    for artifact in artifacts:
        if artifact.path.endswith(scripts):
            said = str(artifact.content)
            assert not re.search(rf"[$`({{;&] ?{CANARY}|{CANARY} ?[(;`}}]", said), artifact.path


def test_readmes_hold_no_markup_of_the_code(artifacts: tuple[Artifact, ...]) -> None:
    readme = next(str(a.content) for a in artifacts if a.path == "services/one/README.md")
    assert "<script" not in readme
    outside = re.sub(r"(?<!\\)`[^`]*`", "", readme.replace("\n    ", "\n"))
    assert not re.search(r"(?<!\\)[<\[`]", outside)
    assert all(line.count("|") - line.count("\\|") in {0, 4, 5} for line in readme.splitlines() if line.startswith("|"))


@pytest.mark.slow
def test_services_of_hostile_code_start_and_do_nothing_else(tmp_path: Path) -> None:
    text = " ".join(value for name, value in TEXTS.items() if name not in {"surrogate", "keyword", "empty"})
    services = put(tmp_path, generate(hostile_study(text)))
    with running(services, "one"), running(services, "two"):
        pass
    assert not list(tmp_path.rglob(f"*{CANARY}"))
