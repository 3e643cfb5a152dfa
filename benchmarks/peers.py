"""Other tools that draw call graphs, each as a function from a folder to pairs of caller and callee."""

import json
import re
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

Edges = set[tuple[str, str]]
Tool = Callable[[Path], Edges]

_PYAN = """
import json, logging, pathlib
from pyan.analyzer import CallGraphVisitor
files = [str(path) for path in sorted(pathlib.Path(".").rglob("*.py"))]
found = CallGraphVisitor(files, root=".", logger=logging.getLogger("quiet"))
print(json.dumps({
    "names": sorted({node.get_name() for nodes in found.nodes.values() for node in nodes}),
    "uses": [[a.get_name(), b.get_name(), str(b.flavor).rpartition(".")[2]]
             for a, targets in found.uses_edges.items() for b in targets],
}))
"""
_JARVIS = """
import importlib.abc, runpy, sys
sys.argv = ["jarvis_cli.py", *sys.argv[1:]]
runpy.run_path("jarvis_cli.py", run_name="__main__")
"""
_CALLABLE = {"FUNCTION", "METHOD", "STATICMETHOD", "CLASSMETHOD"}


def edges(graph: dict[str, list[str]]) -> Edges:
    """Caller and callee, pair by pair."""
    return {(caller, callee) for caller, callees in graph.items() for callee in callees}


def pycg(program: str) -> Tool:
    """PyCG's own program; nothing where it fails."""
    return lambda folder: edges(_output([program, "--package", ".", *_files(folder)], folder))


def pyan3(python: str) -> Tool:
    """pyan3 in the given Python. It tells uses, not calls: using a class stands for its ``__init__``."""

    def run(folder: Path) -> Edges:
        said = _output([python, "-c", _PYAN], folder)
        names, found = set(said.get("names", [])), set()
        for caller, callee, flavor in said.get("uses", []):
            made = f"{callee}.__init__"
            if flavor in _CALLABLE or (flavor == "CLASS" and made in names):
                found.add((_plain(caller), _plain(made if flavor == "CLASS" else callee)))
        return found

    return run


def jarvis(place: str) -> Tool:
    """JARVIS: ``place`` is PYTHON:FOLDER, where the folder holds ``jarvis_cli.py``."""
    python, _, home = place.partition(":")

    def run(folder: Path) -> Edges:
        files = [str(folder.resolve() / name) for name in _files(folder)]
        with tempfile.NamedTemporaryFile(suffix=".json") as written:
            command = [python, "-c", _JARVIS, *files, "--package", str(folder.resolve()), "-o", written.name]
            subprocess.run(command, cwd=home, capture_output=True, check=False, timeout=120)
            text = Path(written.name).read_text()
        return edges(json.loads(text)) if text else set()

    return run


def _plain(name: str) -> str:
    return re.sub(r"\.lambda\.(\d+)", lambda found: f".<lambda{int(found[1]) + 1}>", name)


def _files(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*.py"))]


def _output(command: list[str], folder: Path) -> dict[str, Any]:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=120)
    start = done.stdout.find("{")
    if done.returncode or start < 0:
        return {}
    graph: dict[str, Any] = json.JSONDecoder().raw_decode(done.stdout[start:])[0]
    return graph


PEERS: dict[str, Callable[[str], Tool]] = {"pycg": pycg, "pyan3": pyan3, "jarvis": jarvis}
