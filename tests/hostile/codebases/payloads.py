"""A shop whose every text tries to act in some output: names, docstrings, tables, routes, settings, owners, commits."""

import os
import subprocess
import tomllib
from pathlib import Path

from codebases.case import put

# What each would do where it is not quoted; "zqx" marks the part that must never stand alone.
ATTACKS = (
    "</script><script>zqx()</script>",
    '"><img src=x onerror=zqx()><svg/onload=zqx()>',
    "'-zqx()-'",
    '=HYPERLINK("http://zqx","zqx")',
    "@SUM(1+1)*cmd|' /C zqx'!A0",
    "\t-2+3+cmd|' /C zqx'!A0",
    "{{ zqx }}{% zqx %}${zqx}#{zqx}<%= zqx %>",
    "\n\n# zqx\n\n- zqx\n\n```\nzqx\n```\n<zqx>\n",
    "[zqx](javascript:zqx()) ![zqx](http://zqx/x.png) <http://zqx>",
    "| zqx | zqx |\r\n> zqx",
    '"]; zqx [URL="javascript:zqx()"]; zqx -> zqx; x["',
    '"]:::zqx\nclick zqx call zqx()\nsubgraph zqx\n%%{init: {"zqx": 1}}%%\nzqx["',
    "]]></data></node><zqx/><![CDATA[ &zqx; <!ENTITY zqx SYSTEM 'file:///zqx'>",
    "\nzqx: !!python/object/apply:os.system ['zqx'] &zqx *zqx\n---\nzqx: 1",
    '"\n[zqx]\nzqx = 1\n"""\nzqx = """',
    '"\n}\n!include zqx\n!script zqx.groovy {\n"',
    '"\n@enduml\n!include zqx\n@startuml\nzqx -> zqx\n"',
    "$\\mathrm{zqx}$ \\input{zqx} $zqx_{$ \\frac{zqx}",
    "$(zqx) `zqx` ; zqx && zqx | zqx > zqx\nRUN zqx\nUSER root",
    '"""\nimport zqx\nzqx()\n"""\\',
    "\\\nzqx()\\N{zqx}%(zqx)s{zqx.__class__}",
    "${{ github.event.zqx }}\n      - run: zqx",
    "\x1b]0;zqx\x07\x1b[31mzqx\x08\x9bzqx\x00",
    "\u202ezqx\u2066\u200b\ufeff\u2028zqx\u2029\x85zqx",
    "\\ud800zqx\\udfff",
)  # fmt: skip
HARMLESS = tuple(f"a plain word number {number}" for number in range(len(ATTACKS)))


def text(attacks: tuple[str, ...], number: int) -> str:
    """Every attack in one text, the ``number``-th first: some only work at the beginning, some texts are cut."""
    return " ".join(attacks[number:] + attacks[:number])


def literal(value: str) -> str:
    """As Python source; halves of surrogate pairs are written as escapes."""
    return repr(value).replace("\\\\ud", "\\ud")


def orders(attacks: tuple[str, ...]) -> str:
    head = "from django.db import models\nfrom celery import shared_task\nfrom fastapi import FastAPI\n"
    head += "import os, requests\nfrom billing import charging, tables\napp = FastAPI()\n"
    return head + "".join(_order(number, literal(text(attacks, number))) for number in range(len(attacks)))


def _order(number: int, said: str) -> str:
    return f"""
class Order{number}(models.Model):
    {said}
    title = models.CharField({said}, max_length=9, default={said}, choices=[({said}, {said})], help_text={said})
    bill = models.ForeignKey(tables.Bill{number}, on_delete=models.CASCADE)
    class Meta:
        db_table = {said}
class Refused{number}(ValueError):
    {said}
@app.get({said}, tags=[{said}], summary={said})
def order{number}(item: str = {said}, size: int = 1) -> "dict[str, Order{number}]":
    {said}
    key = os.environ[{said}]
    requests.get({said} + key)
    cursor.execute('SELECT a FROM ' + {said})
    later{number}.delay({said})
    if not item:
        raise Refused{number}({said})
    return charging.charge{number}(item, size)
@shared_task(name={said}, queue={said})
def later{number}(what): return charging.charge{number}(what, 1)
"""  # noqa: S608 - nothing here is run


def billing(attacks: tuple[str, ...]) -> dict[str, str]:
    charging = (
        "import dataclasses, enum\nfrom typing import Literal\nfrom billing.tables import *\nimport orders.views\n"
    )
    tables = "from django.db import models\n"
    for number in range(len(attacks)):
        said = literal(text(attacks, number))
        charging += f"""
class Kind{number}(enum.Enum):
    {said}
    ONE = {said}
@dataclasses.dataclass
class Bill{number}Line:
    {said}
    kind: Kind{number} = Kind{number}.ONE
    note: str = {said}
class Unpaid{number}(Exception):
    {said}
def charge{number}(item: str, size: int = 2, note: str = {said}, *, mode: Literal[{literal(attacks[number])}] = {said}):
    {said}
    for bill in Bill{number}.objects.filter(name=item):
        bill.save()
    if size > 3:
        raise Unpaid{number}({said})
    orders.views.later{number}.delay({said})
    return orders.views.Order{number}.objects.raw({said})
"""
        tables += f"""
class Bill{number}(models.Model):
    name = models.TextField({said}, db_column={said})
    class Meta:
        db_table = "b" + {said}
"""
    return {"billing/charging.py": charging, "billing/tables.py": tables}


def grow(root: Path, attacks: tuple[str, ...]) -> None:
    """Write the codebase, its owners, its history and the rules beside it into the folder ``root``."""
    files = {
        "orders/__init__.py": literal(text(attacks, 0)) + "\n",
        "orders/views.py": orders(attacks),
        "billing/__init__.py": "",
        **billing(attacks),
        "CODEOWNERS": "".join(f"/orders/ @{attack.split()[0]}\n" for attack in attacks if attack.split()),
        "boundaries.toml": _rules(text(attacks, 0), text(attacks, 7)),
        "README.md": text(attacks, 0),
    }
    for path, content in files.items():
        put(root, path, content.encode("utf-8", "surrogatepass"))
    for number, attack in enumerate(attacks):
        name = "".join("_" if letter in "/\0" else letter for letter in attack)[:80]
        call = f"from billing.charging import charge{number}\n\n\ndef go(): return charge{number}(1, 2)\n"
        put(root, os.fsencode(f"orders/{name}.py"), call)
    _commit(root, text(attacks, 0).replace("\0", ""))


def _rules(name: str, description: str) -> str:
    quoted = [_toml(name), _toml(description)]
    return (
        f"[services.orders]\nname = {quoted[0]}\nowner = {quoted[1]}\ndescription = {quoted[1]}\n"
        'packages = ["orders"]\n[services.billing]\nname = "Billing"\npackages = ["billing"]\n'
    )


def _toml(value: str) -> str:
    # No TOML text holds halves of pairs; the escapes are written out.
    escaped = "".join(
        letter if letter.isascii() and letter.isprintable() and letter not in '"\\' else f"\\U{ord(letter):08x}"
        for letter in value
    )
    assert tomllib.loads(f'a = "{escaped}"') == {"a": value}
    return f'"{escaped}"'


def _commit(root: Path, message: str) -> None:
    names = {"NAME": message.replace("\n", " ").replace("<", "(").replace(">", ")"), "EMAIL": "zqx@example.org"}
    environment = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in names.items()}
    environment |= {"HOME": str(root), "PATH": os.environ["PATH"], "GIT_CONFIG_NOSYSTEM": "1"}
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "--cleanup=verbatim", "-m", message]):
        subprocess.run(["git", *command], cwd=root, env=environment, check=True)
