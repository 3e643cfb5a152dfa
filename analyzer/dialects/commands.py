"""What people and servers start: scripts, click, typer and argparse commands, WSGI and ASGI applications."""

import ast
import re
from collections.abc import Iterator

from analyzer.model.framework import EntryPoint, FrameworkFact
from analyzer.model.page import AnyFunction, Dialect, Example, Page, Spot
from analyzer.model.syntax import called_name, keyword, last_name, target_name

_SCRIPT = re.compile(r"^if\s+__name__\s*==", re.MULTILINE)
COMMAND_DECORATORS = frozenset({"command", "group", "callback", "cli_command", "result_callback"})
COMMAND_HOLDERS = ("click.", "typer.", "rich_click.", "cloup.")
APPLICATIONS = frozenset({"get_wsgi_application", "get_asgi_application", "Flask", "FastAPI", "Starlette", "Quart",
                          "Celery", "make_wsgi_app", "create_app", "Typer", "Sanic"})  # fmt: skip
APPLICATION_NAMES = frozenset({"app", "application", "api", "wsgi_app", "asgi_app", "celery_app", "celery", "cli"})


def read(page: Page) -> Iterator[FrameworkFact]:
    """Scripts, commands, applications."""
    script = _SCRIPT.search(page.text)
    if script is not None:
        yield EntryPoint(0, "script", page.text.count("\n", 0, script.start()) + 1, what="script")
    for function in page.functions:
        for decorator in function.node.decorator_list:
            if _is_command(page, function, decorator):
                target = page.expression(function.node)
                yield EntryPoint(page.body(function.node), "command", function.node.lineno, target, "command")
    for call in page.calls:
        handler = keyword(call.node, "func") if last_name(call.node.func) == "set_defaults" else None
        if handler is not None:
            yield EntryPoint(call.scope, "argparse", call.node.lineno, page.expression(handler), "command")
    for spot in page.assignments:
        value = spot.node.value
        if spot.scope == 0 and target_name(spot.node) in APPLICATION_NAMES and called_name(value) in APPLICATIONS:
            yield EntryPoint(0, "application", spot.node.lineno, page.expression(value), "application")


def _is_command(page: Page, function: Spot[AnyFunction], decorator: ast.expr) -> bool:
    """``@click.command()``, ``@cli.command("name")``, ``@app.cli.command()``; methods have other meanings."""
    source = decorator.func if isinstance(decorator, ast.Call) else decorator
    if called_name(decorator) not in COMMAND_DECORATORS or page.scopes[function.scope].kind == "class":
        return False
    return page.dotted(source).startswith(COMMAND_HOLDERS) or isinstance(source, ast.Attribute)


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
        "A method called command is none", "class Bot:\n    @commands.command()\n    def ping(self): ...\n", (), "bot"
    ),
)

COMMANDS = Dialect(
    "commands", ("__main__", ".command", "click", "typer", "set_defaults", "application", "app = ", "celery = "), read,
    EXAMPLES,
)  # fmt: skip
