"""Oslo: options read from CONF, and calls by method name over a message queue."""

import ast
from collections.abc import Iterator

from analyzer.model.framework import FrameworkFact, SettingUse, TaskFact, TaskSend
from analyzer.model.page import Dialect, Example, Page
from analyzer.model.syntax import argument, called_name, class_values, keyword, receiver, text

LABEL = "oslo"
SENDS = ("cast", "call")
OWN = ("register_", "unregister_", "import_", "set_", "clear_", "list_all", "find_file", "reset", "reload_")
"""Methods of CONF itself; everything else below it is an option or a group of options."""


def read(page: Page) -> Iterator[FrameworkFact]:
    """Options that code reads, methods that answer messages, and who sends these."""
    yield from _options(page)
    for spot in page.classes if "Target" in page.called else ():
        target = class_values(spot.node).get("target")
        if called_name(target) == "Target" and "messaging" in page.dotted(getattr(target, "func", None)):
            topic = text(keyword(target, "topic")) if isinstance(target, ast.Call) else ""
            yield from _endpoint(page, spot.node, topic)
    for call in page.calls_of(SENDS) if page.imports_from("oslo_messaging") or "rpc" in page.text else ():
        method = text(argument(call.node, 1))
        if method.isidentifier() and receiver(call.node) is not None and len(call.node.args) > 1:
            yield TaskSend(call.scope, call.node.func.attr, call.node.lineno, name=method, in_loop=call.in_loop)  # type: ignore[attr-defined]


def _endpoint(page: Page, node: ast.ClassDef, topic: str) -> Iterator[TaskFact]:
    """Every public method of a class with a target is called by its name."""
    for spot in page.functions:
        if spot.scope == page.body(node) and not spot.node.name.startswith("_"):
            function = page.expression(spot.node)
            body = page.body(spot.node)
            yield TaskFact(body, LABEL, spot.node.lineno, name=spot.node.name, target=function, queue=topic)


def _options(page: Page) -> Iterator[SettingUse]:
    """``CONF.api.workers`` reads the option ``workers`` of the group ``api``."""
    if "CONF." not in page.text and "CONF as " not in page.text:
        return
    inner = {node.value for node in page.attributes}
    for node in page.attributes:
        if node not in inner and isinstance(node.ctx, ast.Load):
            _, found, name = f".{page.dotted(node)}".partition(".CONF.")
            if found and not name.rpartition(".")[2].startswith(OWN):
                yield SettingUse(page.scope_of(node), name, node.lineno)


EXAMPLES = (
    Example(
        "Options and messages",
        """\
import oslo_messaging as messaging
from oslo_config import cfg

CONF = cfg.CONF
CONF.register_opts([cfg.IntOpt("workers")], "api")

class Manager:
    target = messaging.Target(topic="shop", version="1.0")

    def pack(self, context, order):
        return CONF.api.workers

    def _count(self):
        return self.CONFIG.api

class Client:
    def pack(self, context, order):
        self.client.prepare().cast(context, "pack", order=order)
        self.client.call(context)
""",
        (
            "setting_use scope=Manager.pack name='api.workers' line=11",
            "task function=Manager.pack line=10 name='pack' target=pack queue='shop'",
            "task_send scope=Client.pack how='cast' line=18 name='pack'",
        ),
        "shop.manager",
    ),
)

OSLO = Dialect(LABEL, ("CONF", "oslo_messaging", "rpc"), read, EXAMPLES)
