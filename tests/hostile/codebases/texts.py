"""Encodings, syntax and sizes: what may stand in a file."""

import os
from pathlib import Path

from codebases.case import Case, lost, odd, put


def sparse(root: Path) -> None:
    put(root, "shop/hole.py", "")
    os.truncate(root / "shop/hole.py", 2 << 30)


HALF = "\\ud800"  # as an escape in a text, which Python accepts
HALVES = f"""
from celery import shared_task
from django.db import models
from fastapi import FastAPI
__all__ = ["{HALF}"]
app = FastAPI()
LABELS = {{"{HALF}": len}}
note: '"{HALF}"' = "\\U0000dfff"
class Thing(models.Model):
    name = models.CharField("{HALF}", default="{HALF}", db_column="{HALF}", choices=[("{HALF}", "{HALF}")])
    class Meta:
        db_table = "{HALF}"
@app.get("/{HALF}", tags=["{HALF}"])
def show(x: '"\\\\ud800"' = "{HALF}") -> "Thing":
    "{HALF}"
    cursor.execute('SELECT a FROM "{HALF}"')
    return LABELS["{HALF}"](**{{"{HALF}": os.environ["{HALF}"]}})
@shared_task(name="{HALF}", queue="{HALF}")
def later(): raise ValueError("{HALF}")
"""  # noqa: S608 - nothing here is run
HUGE = "9" * 40
NUMBERS = f"""
from django.db import models
class Thing(models.Model):
    name = models.CharField(max_length={HUGE}, default={HUGE})
table = {{{HUGE}: len, -{HUGE}: len, 1e999: len, True: len, None: len, (1,): len, b"": len}}
table[{HUGE}](table[-{HUGE}], table[{HUGE}:], table[True:False], 0x{"f" * 5_000}, -1e999j)
table[-{HUGE}] = table[True]
def f(a={HUGE}, *, b=-{HUGE}): pass
"""

COMBINATORS = """
K = lambda x: lambda y: x
S = lambda x: lambda y: lambda z: x(z)(y(z))
I = S(K)(K)
omega = (lambda x: x(x)(x))(lambda x: x(x)(x))
Z = lambda f: (lambda x: f(lambda v: x(x)(v)))(lambda x: f(lambda v: x(x)(v)))
n = lambda f: lambda x: f(f(f(x)))
n(n)(n)(Z)(S(I)(I)(S(I)(I)))
"""
ITSELF = """
class A(metaclass=A):
    @property
    def b(self): return self.c
    @property
    def c(self): return self.b
    def __getattr__(self, n): return getattr(self, n)
    def __call__(self): return self()()
    def __iter__(self): return iter(self)
    def __next__(self): return next(self)
    def __getitem__(self, k): return self[self[k]]
    def __enter__(self):
        with self as s: return s
    def __get__(self, i, o): return self.b
for x in A().b.c.d()()()[0][1]: x()
"""
BOMBS = (
    """
import importlib, requests
from django.db import models
a = 'x' * 100
POWER = 10 ** 10 ** 10
class Thing(models.Model):
    name = models.CharField(max_length=10 ** 10 ** 8, default='a' * 10 ** 10)
    kind = models.IntegerField(default=1 << 10 ** 10)
requests.get('http://x/%1000000000d' % 1, timeout=10 ** 10 ** 10)
requests.get('http://{:1000000000}/'.format(1))
__all__ = ['a' * 10 ** 10]
getattr(Thing, 'a'.ljust(10 ** 10))
"""
    + "a = a + a + a\n" * 100
    + "requests.get(a)\nimportlib.import_module(a)\n"
)

ENCODINGS = {
    "utf-8 mark": odd("a byte order mark", b"\xef\xbb\xbfx = 1\n"),
    "only a mark": odd("nothing but a byte order mark", b"\xef\xbb\xbf"),
    "latin-1": odd("a declared one-byte encoding", "# -*- coding: latin-1 -*-\nx = 'é'\n".encode("latin-1")),
    "second line": odd(
        "declared in the second line", b"#!/usr/bin/python\n# vim: set fileencoding=cp1252 :\nx = '\x80'\n"
    ),
    "third line": odd("declared too late to count", b"\n\n# coding: latin-1\nx = '\xe9'\n", is_lost=True),
    "undeclared latin-1": odd("bytes that are not UTF-8", b"x = '\xe9'\n", is_lost=True),
    "utf-16": odd("UTF-16 with a mark", "x = 1\n".encode("utf-16"), is_lost=True),
    "utf-32": odd("UTF-32 without a mark", "x = 1\n".encode("utf-32-le"), is_lost=True),
    "emacs ends": odd("an encoding with line ends in its name", b"# -*- coding: latin-1-unix -*-\nx = '\xe9'\n"),
    "emacs utf-8": odd("UTF-8 with line ends in its name", "# coding: utf-8-dos\r\nx = 'é'\r\n"),
    "several bytes": odd("an encoding of two bytes a sign", "# coding: shift_jis\nx = '日本'\n".encode("shift_jis")),
    "shifting": odd("an encoding that shifts", "# coding: iso-2022-jp\nx = '日本'\n".encode("iso-2022-jp")),
    "old line ends": odd("an encoding declared before a carriage return", b"#!/x\r# coding: latin-1\rx = '\xe9'\r"),
    "in a docstring": odd("an encoding declared in a text", b"'''\n# coding: latin-1\n'''\nx = '\xe9'\n", is_lost=True),
    "after code": odd("an encoding declared after code", b"x = 1\n# coding: rot13\n"),
    "ebcdic": odd("an encoding without ASCII in it", b"# coding: cp037\nx = 1\n", is_lost=True),
    "end of file": odd("the sign that ended files", b"x = 1\n\x1a\n", is_lost=True),
    "mark against declaration": odd("a mark and another encoding", b"\xef\xbb\xbf# coding: latin-1\n", is_lost=True),
    "unknown": odd("an encoding nobody knows", b"# coding: klingon\nx = 1\n", is_lost=True),
    "rot13": odd("a codec that is no encoding", b"# coding: rot13\nk = 1\n", is_lost=True),
    "zip": odd("a codec that unpacks", b"# coding: zlib\nx\x9c\n", is_lost=True),
    "utf-7": odd("an encoding that hides code in a comment", b"# coding: utf-7\n#+AAo-import os\n", is_lost=True),
    "escapes": odd(
        "an encoding that hides code in a comment", b"# coding: unicode_escape\n# \\x0aimport os\n", is_lost=True
    ),
    "a module's name": odd("an encoding that would import", b"# coding: os.path\nx = 1\n", is_lost=True),
    "nul": odd("a zero byte", b"x = 1\x00\n", is_lost=True),
    "surrogate": odd("half of a pair", b"x = '\xed\xa0\x80'\n", is_lost=True),
    "halves in escapes": odd("halves of pairs wherever a text may stand", HALVES),
    "carriage returns": odd("old line ends", b"x = 1\ry = 2\r"),
    "form feed": odd("form feeds", b"x = 1\n\x0c\ndef f():\n    return x\n"),
    "escape sequences": odd("terminal orders in text", b"x = '\x1b]0;owned\x07\x1b[2J'\n"),
    "identifiers": odd("names that normalise", "ﬁle = 1\ndef µ(): return file\n"),
    "direction marks": odd("text that shows in another order", "x = '\u202e\u2066 # end\u2069'\n"),
}

SYNTAX = {
    "empty": odd("nothing", ""),
    "comment": odd("a comment without a line end", "# x"),
    "no line end": odd("no last line end", "x = 1"),
    "python 2": odd("Python 2", "print 'x'\n", is_lost=True),
    "open bracket": odd("a bracket left open", "x = (1,\n", is_lost=True),
    "open string": odd("a string left open", "x = '''\n", is_lost=True),
    "conflict": odd("a merge conflict", "<<<<<<< HEAD\nx = 1\n=======\nx = 2\n>>>>>>> other\n", is_lost=True),
    "template": odd("a template", "class {{ name }}:\n    pass\n", is_lost=True),
    "tabs": odd("tabs and spaces", "if 1:\n        x = 1\n\ty = 2\n", is_lost=True),
    "binary": odd("a compiled file", b"\xa7\r\r\n\x00\x00\x00\x00" + bytes(range(256)), is_lost=True),
    "archive": odd("an archive named like a module", b"PK\x03\x04\x14\x00\x00\x00\x08\x00", is_lost=True),
    "return outside": odd("what parses but does not compile", "return 1\nyield 2\nbreak\n"),
    "nonlocal": odd(
        "scopes that do not compile",
        "def f(a):\n    global a\n",
    ),
    "stars": odd("every kind of parameter", "def f(a, /, b=1, *c, d, e=2, **g): return f(*c, **g)\n"),
    "matching": odd("structural patterns", "match x:\n    case {'a': [1, *_], **rest} | str() as y if y: pass\n"),
    "walrus": odd("assignments in expressions", "[y := 1, (z := y), *(w for w in z if (v := w))]\n"),
    "strings": odd("nested formatted strings", "x = f'{f\"{y!r:>{width}}\"}'\n"),
    "self import": odd(
        "a module that imports itself",
        "from shop import syntax_self_import as odd\nfrom shop.syntax_self_import import *\nodd.odd.odd\n",
    ),
    "import cycle": Case(
        "modules that import each other", {"shop/a.py": "from shop.b import *", "shop/b.py": "from shop.a import *"}
    ),
    "star of stars": Case(
        "star imports in a circle of packages",
        {"shop/p/__init__.py": "from .q import *", "shop/p/q.py": "from . import *"},
    ),
    "beyond the top": odd(
        "a relative import that leaves the codebase", "from ...... import x\nfrom .....a.b import c\n"
    ),
    "names of every kind": odd(
        "letters that mean the same",
        "class \U0001d56c:\n    def \uff46oo(self): self.foo()\n\U0001d56c().\U0001d4bboo()\n",
    ),
    "outside": odd("statements outside what they belong to", "yield\nawait x\nasync for a in b: pass\n*a, = b\n"),
    "comments as types": odd(
        "types in comments that are none", "x = []  # type: List[\ndef f(a,  # type: (((\n  b): pass\n"
    ),
    "own names": odd(
        "names that Python itself sets", "__name__ = 1\n__all__ = __path__ + [f(n) for n in x]\n__import__ = 3\n"
    ),
    "combinators": odd("functions of functions", COMBINATORS),
    "everything itself": odd("a class that is all of its parts", ITSELF),
    "own parent": odd("classes that inherit from themselves", "class A(A): pass\nclass B(C): pass\nclass C(B): pass\n"),
    "no common order": odd("bases without a common order", "class X: pass\nclass Y(X): pass\nclass Z(X, Y): pass\n"),
}

SIZES = {
    "huge numbers": odd("numbers that no table holds", NUMBERS),
    "bombs": odd("constants that grow without end", BOMBS),
    "many digits": odd("a number longer than Python reads", f"x = {'9' * 5_000}\n", is_lost=True),
    "long names": odd("names of fifty thousand letters", f"def {'f' * 50_000}(): return {'f' * 50_000}()\n"),
    "many statements": odd("a function of 5,000 statements", "def f(x):\n" + "    x = g(x).y\n" * 5_000),
    "dispatch": odd(
        "a table of 2,000 functions",
        "".join(f"def h{n}(): pass\n" for n in range(2_000))
        + f"T = {{{', '.join(f'{n}: h{n}' for n in range(2_000))}}}\ndef go(k): return T[k]()\n",
    ),
    "over the limit": odd("more than two million bytes", "x = 1\n" * 400_000, is_lost=True),
    "two gigabytes": Case("a hole of two gigabytes", build=sparse, lost=lost("shop/hole.py")),
    "one long line": odd("a line of half a megabyte", f"x = '{'y' * 500_000}'\n"),
    "many functions": odd("five thousand functions", "".join(f"def f{n}(): return f{n + 1}()\n" for n in range(5_000))),
    "many names": odd(
        "five thousand names in one import", f"from shop import {', '.join(f'n{n}' for n in range(5_000))}\n"
    ),
    "a long list": odd("a table of data", f"DATA = [{', '.join('(1, 2.0, None)' for _ in range(20_000))}]\n"),
    "many folders": Case(
        "a thousand empty folders", build=lambda root: [(root / f"d{n}/e").mkdir(parents=True) for n in range(1_000)]
    ),
    "many files": Case("four hundred modules", {f"shop/many/m{n}.py": "import shop.stock\n" for n in range(400)}),
}
