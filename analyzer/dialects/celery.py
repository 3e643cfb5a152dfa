"""Celery: tasks by decorator, class and name, every way to send them, routes and schedules."""

import ast
from collections.abc import Iterator

from analyzer.model.framework import FrameworkFact, QueueFact, ScheduleFact, TaskFact, TaskSend
from analyzer.model.knowledge import KnownBase
from analyzer.model.page import Decoration, Dialect, Example, Page, Spot
from analyzer.model.syntax import (
    argument,
    class_values,
    entries,
    items,
    keyword,
    last_name,
    receiver,
    targets,
    text,
)

LABEL = "celery"
DECORATORS = frozenset({"task", "shared_task", "periodic_task"})
SENDS = frozenset({"delay", "apply_async", "delay_on_commit", "apply_async_on_commit", "starmap", "chunks"})
SIGNATURES = frozenset({"s", "si", "signature", "subtask"})
OPTIONS = frozenset(
    {
        "acks_late", "autoretry_for", "base", "bind", "ignore_result", "max_retries", "queue", "rate_limit",
        "retry_backoff", "soft_time_limit", "time_limit", "track_started",
    }
)  # fmt: skip
"""Keywords by which a project's own decorator is known to make tasks."""

SENDS_BY_NAME = frozenset({"send_task", "add_periodic_task"})
ALL_SENDS = SENDS | SENDS_BY_NAME
OTHERS = frozenset({"invoke", "fabric", "luigi", "prefect", "airflow", "huey", "locust", "dramatiq"})
"""Libraries with a ``task`` decorator of another kind."""

SCHEDULES = ("beat_schedule", "celerybeat_schedule")
ROUTES = ("task_routes", "celery_routes")
CONFIGURES = ("beat_schedule", *ROUTES)

BASE_NAMES = ("celery.Task", "celery.app.task.Task", "celery.task.Task", "celery.task.base.Task")
BASES = {
    name: KnownBase(
        name, LABEL, hooks=("run", "on_failure", "on_success", "on_retry", "after_return", "before_start", "__call__")
    )
    for name in BASE_NAMES
}


def read(page: Page) -> Iterator[FrameworkFact]:
    """Tasks, what sends them, what the clock sends, which queue they go to."""
    for name in page.decorated:
        if name in DECORATORS or name.endswith("_task"):
            for decoration in page.decorations_of((name,)):
                yield from _task(page, decoration)
    if not page.bases.isdisjoint(BASES) or (page.imports_from("celery") and ".Task)" in page.text):
        for spot in page.classes:
            yield from _task_class(page, spot.node)
    for call in page.calls_of(ALL_SENDS):
        yield from _sent(page, call)
    if page.imports_from("celery"):
        for call in page.calls_of(SIGNATURES):
            yield from _sent(page, call)
    configures = any(word in page.text or word.upper() in page.text for word in CONFIGURES)
    for assignment in page.assignments if configures else ():
        yield from _configured(page, last_name(targets(assignment.node)[0]).lower(), assignment.node.value)


def _task(page: Page, decoration: Decoration) -> Iterator[FrameworkFact]:
    """``@shared_task``, ``@app.task(name=...)``, and project decorators (``..._task``).

    These count when they give a name or an option of tasks, or stand in a module ``tasks``, which Celery looks for.
    """
    function, call = decoration.function, decoration.call
    name = last_name(decoration.source)
    given = (text(argument(call, 0, "name")), text(keyword(call, "queue"))) if call is not None else ("", "")
    options = OPTIONS.intersection(item.arg for item in call.keywords if item.arg) if call is not None else ()
    found = name in DECORATORS or any(given) or options or page.module.endswith(".tasks")
    if not found:
        return
    if page.dotted(decoration.source).split(".")[0] in OTHERS:
        return
    scope = page.body(function.node)
    yield TaskFact(scope, LABEL, function.node.lineno, given[0], page.expression(function.node), given[1])
    every = keyword(call, "run_every") if call is not None else None
    if every is not None:
        yield ScheduleFact(page.shown(every), function.node.lineno, target=page.expression(function.node))


def _task_class(page: Page, node: ast.ClassDef) -> Iterator[FrameworkFact]:
    """``class Clean(Task): name = "clean"``, also of the application's own ``app.Task``."""
    values = class_values(node)
    for base in node.bases:
        known = BASES.get(page.dotted(base))
        if known is not None:
            yield known
        elif not isinstance(base, ast.Attribute) or base.attr != "Task" or not page.imports_from("celery"):
            continue
        if text(values.get("name")) or any(getattr(part, "name", "") == "run" for part in node.body):
            name, queue = text(values.get("name")), text(values.get("queue"))
            yield TaskFact(page.body(node), LABEL, node.lineno, name, page.expression(node), queue)


def _sent(page: Page, spot: Spot[ast.Call]) -> Iterator[FrameworkFact]:
    """``task.delay()``, ``task.s()`` in chains and groups, ``send_task("name")``, ``add_periodic_task``."""
    call, name = spot.node, last_name(spot.node.func)
    holder = receiver(call)
    if name == "add_periodic_task":
        signature = argument(call, 1, "sig")
        task = receiver(signature) if isinstance(signature, ast.Call) else signature
        schedule = argument(call, 0, "schedule")
        yield ScheduleFact(page.shown(schedule), call.lineno, target=page.expression(task))
    elif name == "send_task" or (name == "signature" and text(argument(call, 0))):
        given = argument(call, 0, "name")
        registered, kept = text(given), 0 if text(given) else page.expression(given)
        if registered or kept:
            when = _countdown(page, call)
            yield TaskSend(spot.scope, name, call.lineno, kept, registered, spot.in_loop, when)
    elif holder is not None and name in SENDS | SIGNATURES:
        if isinstance(holder, ast.Call):
            if not last_name(holder.func)[:1].isupper():
                return  # chain(...).delay(): its parts are signatures of their own
            holder = holder.func  # Clean().delay()
        yield TaskSend(
            spot.scope,
            "signature" if name in SIGNATURES else name,
            call.lineno,
            target=page.expression(holder),
            in_loop=spot.in_loop,
            countdown=_countdown(page, call),
        )


def _countdown(page: Page, call: ast.Call) -> str:
    when = keyword(call, "countdown") or keyword(call, "eta")
    return page.shown(when)


def _configured(page: Page, name: str, value: ast.expr | None) -> Iterator[FrameworkFact]:
    """``CELERY_BEAT_SCHEDULE = {...}``, ``app.conf.task_routes = {...}``."""
    if name.endswith(SCHEDULES):
        for key, entry in entries(value):
            parts = dict(entries(entry))
            task = parts.get("task")
            if task is None:
                continue
            schedule = parts.get("schedule")
            queue = text(dict(entries(parts.get("options"))).get("queue"))
            yield ScheduleFact(
                page.shown(schedule) or key,
                entry.lineno,
                name=text(task),
                target=0 if text(task) else page.expression(task),
                queue=queue,
            )
    elif name.endswith(ROUTES):
        for pattern, queue, line in _routes(value):
            yield QueueFact(pattern, queue, line)


def _routes(value: ast.expr | None) -> Iterator[tuple[str, str, int]]:
    for pattern, entry in entries(value):
        queue = text(dict(entries(entry)).get("queue")) or text(entry)
        if queue:
            yield pattern, queue, entry.lineno
    for pair in items(value):
        parts = items(pair)
        if isinstance(pair, ast.Tuple) and parts and text(parts[0]):
            queue = text(dict(entries(parts[1])).get("queue"))
            yield text(parts[0]), queue, pair.lineno
        else:
            yield from ((key, text(dict(entries(entry)).get("queue")), entry.lineno) for key, entry in entries(pair))


EXAMPLES = (
    Example(
        "Tasks by decorator",
        """\
from celery import shared_task
from shop.celery import app

@shared_task
def send_receipt(order_id): ...

@app.task(bind=True, name="shop.charge", queue="payments")
def charge(self, order_id): ...

@instrumented_task(name="shop.index", queue="search")
def index(order_id): ...

@instrumented_task("shop.sync", queue="search")
def sync(): ...

@task_required
def other(): ...

class Clean(app.Task):
    name = "shop.clean"

    def run(self): ...
""",
        (
            "task function=send_receipt line=5 target=send_receipt",
            "task function=charge line=8 name='shop.charge' target=charge queue='payments'",
            "task function=index line=11 name='shop.index' target=index queue='search'",
            "task function=sync line=14 name='shop.sync' target=sync queue='search'",
            "task function=Clean line=19 name='shop.clean' target=Clean",
        ),
        "shop.tasks",
    ),
    Example(
        "Every way to send a task",
        """\
from celery import chain, group
from shop.celery import app
from shop.tasks import charge, send_receipt

def checkout(orders):
    charge.delay(orders[0])
    for order in orders:
        charge.apply_async((order,), countdown=30)
    chain(charge.s(1), send_receipt.si(1)).delay()
    app.send_task("stock.reserve", args=[1])
    app.send_task(RESTOCK)
    Clean().delay()
""",
        (
            "task_send scope=checkout how='delay' line=6 target=charge",
            "task_send scope=checkout how='apply_async' line=8 target=charge in_loop=True countdown='30'",
            "task_send scope=checkout how='send_task' line=10 name='stock.reserve'",
            "task_send scope=checkout how='send_task' line=11 target=RESTOCK",
            "task_send scope=checkout how='delay' line=12 target=Clean",
            "task_send scope=checkout how='signature' line=9 target=charge",
            "task_send scope=checkout how='signature' line=9 target=send_receipt",
        ),
        "shop.checkout",
    ),
    Example(
        "Schedules and queues from settings",
        """\
CELERY_BEAT_SCHEDULE = {
    "nightly": {
        "task": "shop.tasks.report",
        "schedule": crontab(hour=3),
        "options": {"queue": "slow"},
    },
}
CELERY_TASK_ROUTES = {"shop.search.*": {"queue": "search"}}

@app.on_after_configure.connect
def setup(sender, **kwargs):
    sender.add_periodic_task(10.0, beat.s(), name="beat")
""",
        (
            "schedule schedule='10.0' line=12 target=beat",
            "schedule schedule='crontab(hour=3)' line=2 name='shop.tasks.report' queue='slow'",
            "queue pattern='shop.search.*' queue='search' line=8",
        ),
        "shop.settings",
    ),
)

CELERY = Dialect("celery", (), read, EXAMPLES)
