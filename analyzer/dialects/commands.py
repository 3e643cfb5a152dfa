"""What people and servers start: scripts, click, typer and argparse commands, WSGI and ASGI applications."""

import ast
import re
from collections.abc import Iterator

from analyzer.model.framework import EntryPoint, FrameworkFact, NamedCode
from analyzer.model.page import Decoration, Dialect, Example, Page, Spot
from analyzer.model.syntax import called_name, keyword, target_name, text

_SCRIPT = re.compile(r"^if\s+__name__\s*==", re.MULTILINE)
COMMAND_DECORATORS = frozenset({"command", "group", "callback", "cli_command", "result_callback"})
COMMAND_HOLDERS = ("click.", "typer.", "rich_click.", "cloup.")
APPLICATIONS = frozenset({"get_wsgi_application", "get_asgi_application", "Flask", "FastAPI", "Starlette", "Quart",
                          "Celery", "make_wsgi_app", "create_app", "Typer", "Sanic"})  # fmt: skip
APPLICATION_NAMES = frozenset({"app", "application", "api", "wsgi_app", "asgi_app", "celery_app", "celery", "cli"})


def read(page: Page) -> Iterator[FrameworkFact]:
    """Scripts, commands, applications."""
    script = _SCRIPT.search(page.text) if "__main__" in page.text else None
    if script is not None:
        yield EntryPoint(0, "script", page.text.count("\n", 0, script.start()) + 1, what="script")
    for decoration in page.decorations_of(COMMAND_DECORATORS):
        if _is_command(page, decoration):
            node = decoration.function.node
            yield EntryPoint(page.body(node), "command", node.lineno, page.expression(node), "command")
    for call in page.calls_of(("set_defaults",)):
        handler = keyword(call.node, "func")
        if handler is not None:
            yield EntryPoint(call.scope, "argparse", call.node.lineno, page.expression(handler), "command")
    for call in page.calls_of(("setup",)):
        yield from _installed(page, call)
    for spot, target in page.assignments_to(ast.Name):
        if spot.scope or target.id not in APPLICATION_NAMES or not target_name(spot.node):
            continue
        value = spot.node.value
        if called_name(value) in APPLICATIONS:
            yield EntryPoint(0, "application", spot.node.lineno, page.expression(value), "application")


def _installed(page: Page, call: Spot[ast.Call]) -> Iterator[FrameworkFact]:
    """``setup(entry_points={"console_scripts": ["shop = shop.cli:main"]})``: named here, loaded when installed."""
    if not page.dotted(call.node.func).startswith(("setuptools.", "distutils.")):
        return
    given = keyword(call.node, "entry_points")
    for group, listed in zip(given.keys, given.values, strict=True) if isinstance(given, ast.Dict) else ():
        for item in listed.elts if isinstance(listed, ast.List | ast.Tuple) else ():
            _, mark, named = text(item).partition("=")
            named = named.partition("[")[0].strip()
            if mark and named:
                what = {"console_scripts": "command", "gui_scripts": "command"}.get(text(group), "plugin")
                yield EntryPoint(call.scope, "setuptools", item.lineno, what=what, target_text=named)
                yield NamedCode(call.scope, named, item.lineno)


def _is_command(page: Page, decoration: Decoration) -> bool:
    """``@click.command()``, ``@cli.command("name")``, ``@app.cli.command()``; methods have other meanings."""
    if page.scopes[decoration.function.scope].kind == "class":
        return False
    return page.dotted(decoration.source).startswith(COMMAND_HOLDERS) or isinstance(decoration.source, ast.Attribute)


EXAMPLES = (
    Example(
        "Commands, scripts, applications",
        """\
import argparse
import click
from flask import Flask

app = Flask(__name__)

@click.group()
def cli(): ...

@cli.command("import")
def load(): ...

def main():
    parser = argparse.ArgumentParser()
    parser.set_defaults(func=load)

if __name__ == "__main__":
    main()
""",
        (
            "entry_point function=module line=17 what='script'",
            "entry_point function=cli line=8 target=cli what='command'",
            "entry_point function=load line=11 target=load what='command'",
            "entry_point function=main line=15 target=load what='command'",
            "entry_point function=module line=5 target=Flask(__name__) what='application'",
        ),
        "shop.cli",
    ),
    Example(
        "What is installed with a package",
        """\
from setuptools import setup

setup(name="shop", entry_points={"console_scripts": ["shop = shop.cli:main"], "shop.plugins": ["tax=shop.tax [eu]"]})
""",
        (
            "entry_point function=module line=3 what='command' target_text='shop.cli:main'",
            "named_code scope=module text='shop.cli:main' line=3",
            "entry_point function=module line=3 what='plugin' target_text='shop.tax'",
            "named_code scope=module text='shop.tax' line=3",
        ),
        "setup",
    ),
    Example(
        "A method called command is none", "class Bot:\n    @commands.command()\n    def ping(self): ...\n", (), "bot"
    ),
)

COMMANDS = Dialect("commands", (), read, EXAMPLES)
