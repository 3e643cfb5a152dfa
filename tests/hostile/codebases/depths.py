"""Depth: shapes that end recursive programs."""

import os
import sys
from pathlib import Path

from codebases.case import Case, lost, odd, put

# Python 3.12's own parser ends at three thousand levels, 3.13's at ten, whatever we ask for.
STOPS_EARLY = sys.version_info[:2] == (3, 12)
NOT_SO_FAR = sys.version_info[:2] in {(3, 12), (3, 13)}
CALLS = "from shop.stock import take\n"


LAYERS = [(layer, n) for layer in range(11) for n in range(8)]
ROUTERS = (
    "from fastapi import APIRouter, FastAPI\napp = FastAPI()\n"
    + "".join(f"r{layer}_{n} = APIRouter(prefix='/p{layer}_{n}')\n" for layer, n in [*LAYERS, (11, 0)])
    + "".join(f"r{a}_{b}.include_router(r{c}_{d})\n" for a, b in LAYERS for c, d in [*LAYERS, (11, 0)] if c == a + 1)
    + "app.include_router(r0_0)\n@r11_0.get('/x')\ndef x(): pass\n"
)


def nested(opening: str, closing: str, depth: int) -> str:
    return f"x = {opening * depth}1{closing * depth}\n"


def indented(line: str, depth: int) -> str:
    return "".join(f"{' ' * level}{line.format(level)}\n" for level in range(depth)) + " " * depth + "pass\n"


def deep_folders(root: Path) -> None:
    put(root, "/".join(["d"] * 60) + "/leaf.py", "x = 1\n")


def too_deep_folders(root: Path) -> None:
    """Deeper than a path may be long: each folder is made from inside the one before."""
    here = os.open(root, os.O_RDONLY)
    for _ in range(30):
        os.mkdir("n" * 200, dir_fd=here)
        inner = os.open("n" * 200, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inner
    os.close(os.open("leaf.py", os.O_WRONLY | os.O_CREAT, dir_fd=here))
    os.close(here)


DEPTHS = {
    "sum": odd("a sum of two thousand terms", f"{CALLS}x = {' + '.join(['take(1)'] * 2_000)}\n"),
    "text": odd("a text of 5,000 pieces", f"x = {' + '.join(['chr(1)'] * 5_000)}\n", is_lost=STOPS_EARLY),
    "long text": odd("a text of 19,000 pieces", f"x = {' + '.join(['chr(1)'] * 19_000)}\n", is_lost=NOT_SO_FAR),
    "text too deep": odd("a text of 150,000 pieces", f"x = {' + '.join(['y'] * 150_000)}\n", is_lost=True),
    "comparison": odd("a long comparison", f"x = {' < '.join(['y'] * 3_000)}\n"),
    "conditions": odd("a long condition", f"x = {' or '.join(['y and z'] * 3_000)}\n"),
    "attributes": odd("five thousand attributes", f"x = y{'.z' * 5_000}\n", is_lost=STOPS_EARLY),
    "calls": odd("five thousand calls of calls", f"x = y{'()' * 5_000}\n", is_lost=STOPS_EARLY),
    "methods": odd("a long chain of methods", f"{CALLS}x = take(1){'.filter(a=1)' * 800}\n"),
    "items": odd("five thousand subscripts", f"x = y{'[0]' * 5_000}\n", is_lost=STOPS_EARLY),
    "brackets": odd("brackets as deep as the parser goes", nested("(", ")", 150)),
    "lists": odd("lists as deep as the parser goes", nested("[", "]", 90)),
    "brackets too deep": odd("brackets deeper than the parser goes", nested("(", ")", 5_000), is_lost=True),
    "negations": odd("a hundred negations", f"x = {'not ' * 80}y\n"),
    "negations too deep": odd("a hundred thousand minus signs", f"x = {'-' * 100_000}y\n", is_lost=True),
    "powers": odd("a tower of powers", f"x = {'**'.join(['y'] * 90)}\n"),
    "lambdas": odd("lambdas in lambdas", f"x = {'lambda: ' * 80}1\n"),
    "conditional": odd("nested choices", f"x = {'1 if y else ' * 90}2\n"),
    "branches": odd(
        "five hundred branches", "if x == 0: pass\n" + "".join(f"elif x == {n}: pass\n" for n in range(500))
    ),
    "functions": odd("functions in functions", indented("def f{}():", 90)),
    "classes": odd("classes in classes", indented("class C{}:", 90)),
    "blocks too deep": odd("more blocks than Python allows", indented("if x:", 120), is_lost=True),
    "decorators": odd("a thousand decorators", "@d\n" * 1_000 + "def f(): pass\n"),
    "bases": odd("a class of a thousand bases", f"class A({', '.join(f'B{n}' for n in range(1_000))}): pass\n"),
    "inheritance": odd(
        "a thousand generations", "class C0: pass\n" + "".join(f"class C{n}(C{n - 1}): pass\n" for n in range(1, 1_000))
    ),
    "aliases": odd("a thousand names for one", "a0 = 1\n" + "".join(f"a{n} = a{n - 1}\n" for n in range(1, 1_000))),
    "union": odd(
        "an annotation of 9,000 types", f"def f(x: {' | '.join(['A'] * 9_000)}): x.y()\n", is_lost=STOPS_EARLY
    ),
    "generics": odd("a type of types of types", f"x: A{'[b]' * 9_000} = 1\n", is_lost=STOPS_EARLY),
    "spread": odd(
        "a list of a list, 1,500 times",
        "a0 = [f]\n" + "".join(f"a{n} = [*a{n - 1}, a{n - 1}]\n" for n in range(1, 1_500)) + "for x in a1499: x()\n",
    ),
    "circle of bases": odd(
        "four hundred classes in a circle", "".join(f"class C{n}(C{(n + 1) % 400}): pass\n" for n in range(400))
    ),
    "routers": odd("routers in layers, each in all of the next", ROUTERS),
    "stars": Case(
        "a name that comes through 1,200 star imports",
        {f"r/m{n}.py": f"from r.m{n + 1} import *\n" for n in range(1_200)}
        | {"r/m1200.py": "def thing(): pass\n", "r/last.py": "from r.m0 import *\nthing()\n"},
        modules=frozenset({"r.m1200", "r.last"}),
    ),
    "web of stars": Case(
        "forty modules that all import everything from each other",
        {
            f"s/m{n}.py": "".join(f"from s.m{other} import *\n" for other in range(40)) + f"def f{n}(): f{n // 2}()\n"
            for n in range(40)
        },
    ),
    "growing containers": odd(
        "a list in itself", "x = []\nfor y in x:\n    x = [x, x, y]\nx.append(x)\nx[0][0][0]()\n"
    ),
    "growing functions": odd(
        "a function that returns itself wrapped", "def f(g): return f(lambda: f(g))\nf(f)(f)(f)\n"
    ),
    "folders": Case("sixty folders deep", build=deep_folders, modules=frozenset({".".join(["d"] * 60) + ".leaf"})),
    "folders too deep": Case(
        "deeper than a path may be long", build=too_deep_folders, lost=lost("the folder"), is_bottomless=True
    ),
}
