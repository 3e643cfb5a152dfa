"""The house keeps its own rules: sizes, layers that tools cannot see, lists that name every member, a quick start."""

import ast
import os
import re
import statistics
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from analyzer.cli import COMMANDS

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "analyzer"
MODULES = sorted(path for path in PACKAGE.rglob("*.py"))
# One expression, one table of data: cutting them in half would make them harder to read.
LONG_BY_NATURE = {"settings.py"}
OVERRIDES = {"increase_indent"}  # the signature is a library's

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions() -> Iterator[tuple[str, Function]]:
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, Function):
                yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", node


def length(node: Function) -> int:
    """Lines of the body; the docstring is not what makes a function hard to follow."""
    first = node.body[1] if len(node.body) > 1 and ast.get_docstring(node) is not None else node.body[0]
    return (node.end_lineno or node.lineno) - first.lineno + 1


def test_files_keep_their_size() -> None:
    sizes = {
        path.relative_to(PACKAGE).as_posix(): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES
    }
    counted = sorted(size for size in sizes.values() if size > 1)
    assert {name: size for name, size in sizes.items() if size > 300 and name not in LONG_BY_NATURE} == {}
    assert statistics.median(counted) <= 120
    assert counted[int(len(counted) * 0.9)] <= 200


def test_functions_keep_their_size() -> None:
    sizes = {name: length(node) for name, node in functions()}
    assert {name: size for name, size in sizes.items() if size > 50} == {}
    assert sorted(sizes.values())[int(len(sizes) * 0.9)] <= 25


def test_functions_take_few_parameters_and_flags_by_name() -> None:
    many, flags = [], []
    for name, node in functions():
        arguments = node.args
        positional = [*arguments.posonlyargs, *arguments.args]
        own = [argument for argument in positional if argument.arg not in {"self", "cls"}]
        if len(own) + len(arguments.kwonlyargs) > 5 and not decorated_by_click(node):
            many.append(name)
        if not is_callback(node) and node.name not in OVERRIDES:
            flags += [f"{name}({argument.arg})" for argument in own if is_flag(argument)]
    assert (many, flags) == ([], [])


def is_flag(argument: ast.arg) -> bool:
    return isinstance(argument.annotation, ast.Name) and argument.annotation.id == "bool"


def is_callback(node: Function) -> bool:
    """A click callback takes (context, option, value), and the value of a flag is one."""
    return [argument.arg for argument in node.args.args][:2] == ["ctx", "option"]


def decorated_by_click(node: Function) -> bool:
    """A command's parameters are its options."""
    return any("click." in ast.unparse(decorator) for decorator in node.decorator_list)


def test_every_module_opens_with_one_sentence() -> None:
    docstrings = {
        path.relative_to(ROOT).as_posix(): ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
        for path in MODULES
    }
    assert [
        path for path, text in docstrings.items() if not text or not text.split("\n\n")[0].strip().endswith(".")
    ] == []


def test_nobody_is_a_manager() -> None:
    banned = re.compile(r"Manager|Handler|Helper|Processor|Util")
    names = [
        f"{path.relative_to(ROOT)} {node.name}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef) and banned.search(node.name)
    ]
    names += [str(path.relative_to(ROOT)) for path in MODULES if "util" in path.stem or "helper" in path.stem]
    assert names == []


def test_nothing_runs_the_analysed_code_or_trusts_its_bytes() -> None:
    calls = re.compile(r"\b(?:eval|exec|__import__|compile)\(")
    imports = {"pickle", "marshal", "shelve", "dill", "runpy", "imp"}
    found = []
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and calls.match(f"{node.func.id}("):
                found.append(f"{path.relative_to(ROOT)}:{node.lineno} {node.func.id}")
            if isinstance(node, ast.Import):
                found += [f"{path.relative_to(ROOT)} {alias.name}" for alias in node.names if alias.name in imports]
            if isinstance(node, ast.ImportFrom) and node.module in imports:
                found.append(f"{path.relative_to(ROOT)} {node.module}")
    # Generated Python is compiled, never run, to see that it is Python before it is written.
    assert [item for item in found if not item.endswith(" compile")] == []


@pytest.mark.parametrize("family", ["dialects", "metrics", "renderers", "emitters"])
def test_a_family_s_list_names_every_member(family: str) -> None:
    package = import_module(f"analyzer.{family}")
    text = (PACKAGE / family / "__init__.py").read_text(encoding="utf-8")
    members = {
        path.stem
        for path in (PACKAGE / family).iterdir()
        if (path.suffix == ".py" or (path / "__init__.py").exists()) and not path.name.startswith("_")
    }
    assert {member for member in members if not re.search(rf"\b{member}\b", text)} == set()
    listed = getattr(package, family.upper())
    assert len(listed) == len({getattr(member, "name", member) for member in listed})


def test_help_loads_only_click() -> None:
    heavy = {
        "pandas",
        "numpy",
        "networkx",
        "matplotlib",
        "libcst",
        "jinja2",
        "rich",
        "sqlglot",
        "msgspec",
        "sqlite3",
        "asyncio",
    }
    script = "import sys; import analyzer.cli; print(' '.join(sorted(name.split('.')[0] for name in sys.modules)))"
    unmeasured = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    command = [sys.executable, "-P", "-c", script]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, env=unmeasured)
    assert heavy & set(loaded.stdout.split()) == set()


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_a_command_s_help_loads_nothing_heavy_and_has_examples(name: str) -> None:
    script = (
        "import sys\nfrom analyzer.cli import program\n"
        f"program.main([{name!r}, '--help'], prog_name='analyzer', standalone_mode=False)\n"
        "heavy = {'pandas', 'numpy', 'networkx', 'matplotlib', 'libcst', 'jinja2', 'rich', 'sqlglot'}\n"
        "print('LOADED', sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-P", "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert "LOADED []" in done.stdout
    assert "Example" in done.stdout
    assert f"analyzer {name}" in done.stdout.partition("Example")[2]


def test_a_reader_in_another_process_loads_no_tables() -> None:
    script = (
        "import sys; import analyzer.engines.worker, analyzer.read, analyzer.discover; print('pandas' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-P", "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == "False\n"


def test_nothing_names_the_machine_it_was_written_on() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], capture_output=True, text=True, check=True, cwd=ROOT).stdout
    private = re.compile(rb"(?<![\w/])/(?:root|work|home/[a-z]+)/[a-z.]|\bpypi\.org/simple|files\.pythonhosted")
    found = []
    for name in filter(None, listed.split("\0")):
        path = ROOT / name
        if path.is_file() and private.search(path.read_bytes()) and name != "tests/test_house.py":
            found.append(name)
    assert found == []
