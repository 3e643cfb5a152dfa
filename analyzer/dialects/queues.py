"""Task queues beside Celery (RQ, Dramatiq, Huey, Django-Q, APScheduler), threads and executors."""

import ast
from collections.abc import Iterator

from analyzer.model.framework import FrameworkFact, ScheduleFact, TaskFact, TaskSend
from analyzer.model.page import Decoration, Dialect, Example, Page, Spot
from analyzer.model.syntax import argument, keyword, last_name, receiver, text

DECORATORS = {
    "job": "rq",
    "actor": "dramatiq",
    "db_task": "huey",
    "periodic_task": "huey",
    "db_periodic_task": "huey",
    "lock_task": "huey",
    "scheduled_job": "apscheduler",
}
"""Decorators that make a task, and whose they are; Huey's plain ``task`` counts where Huey is imported."""

ENQUEUES = frozenset({"enqueue", "enqueue_in", "enqueue_at", "enqueue_call", "async_task", "submit", "run_in_executor",
                      "add_job", "schedule", "defer", "spawn", "spawn_n", "start_soon"})  # fmt: skip
FUNCTION_AT = {"enqueue_in": 1, "enqueue_at": 1, "run_in_executor": 1}
LIBRARIES = frozenset({
    "rq", "django_rq", "dramatiq", "huey", "django_q", "apscheduler", "concurrent", "threading", "procrastinate",
    "multiprocessing", "gevent", "eventlet", "asyncio", "anyio", "trio", "arq",
})  # fmt: skip
STARTERS = frozenset({"Thread", "Process", "Timer", "Greenlet"})


SENDERS = STARTERS | ENQUEUES


def read(page: Page) -> Iterator[FrameworkFact]:
    """Tasks, what puts them on a queue, what a scheduler or a thread starts."""
    libraries = page.roots & LIBRARIES
    if not libraries:
        return
    for decoration in page.decorations_of((*DECORATORS, *(["task"] if "huey" in libraries else []))):
        yield from _task(page, decoration)
    for call in page.calls_of(SENDERS):
        yield from _sent(page, call)
    if "dramatiq" in libraries:
        for call in page.calls_of(("send", "send_with_options")):
            yield from _message(page, call)


def _task(page: Page, decoration: Decoration) -> Iterator[FrameworkFact]:
    function, call, name = decoration.function, decoration.call, last_name(decoration.source)
    label = DECORATORS.get(name, "huey")
    queue = text(argument(call, 0, "queue_name")) if call is not None and label == "rq" else ""
    queue = queue or (text(keyword(call, "queue_name")) if call is not None else "")
    target = page.expression(function.node)
    yield TaskFact(page.body(function.node), label, function.node.lineno, target=target, queue=queue)
    if call is not None and name in {"periodic_task", "db_periodic_task", "scheduled_job"}:
        when = ", ".join(page.shown(given) for given in [*call.args, *(item.value for item in call.keywords)])
        yield ScheduleFact(when, function.node.lineno, target=target)


def _sent(page: Page, spot: Spot[ast.Call]) -> Iterator[FrameworkFact]:
    call, name, line = spot.node, last_name(spot.node.func), spot.node.lineno
    if name in STARTERS and page.dotted(call.func).split(".")[0] in LIBRARIES:
        target = keyword(call, "target") or (argument(call, 1, "function") if name == "Timer" else None)
        if target is not None:
            yield TaskSend(spot.scope, "thread", line, target=page.expression(target), in_loop=spot.in_loop)
    elif name in ENQUEUES and (receiver(call) is not None or page.dotted(call.func).startswith("django_q")):
        function = argument(call, FUNCTION_AT.get(name, 0), "f") or keyword(call, "func")
        if text(function) and "." in text(function):
            yield TaskSend(spot.scope, name, line, name=text(function), in_loop=spot.in_loop)
        elif isinstance(function, ast.Name | ast.Attribute):
            yield TaskSend(spot.scope, name, line, target=page.expression(function), in_loop=spot.in_loop)


def _message(page: Page, spot: Spot[ast.Call]) -> Iterator[TaskSend]:
    """Dramatiq's ``actor.send(...)``."""
    actor = receiver(spot.node)
    if isinstance(actor, ast.Name):
        how = last_name(spot.node.func)
        yield TaskSend(spot.scope, how, spot.node.lineno, target=page.expression(actor), in_loop=spot.in_loop)


EXAMPLES = (
    Example(
        "RQ, threads and executors",
        """\
import threading
from django_rq import get_queue, job

@job("mail")
def send_mail(order_id): ...

def checkout(pool, orders):
    get_queue("mail").enqueue(send_mail, 1)
    get_queue("mail").enqueue("shop.tasks.report", 1)
    threading.Thread(target=watch).start()
    for order in orders:
        pool.submit(charge, order)
    orders.append(send_mail)
""",
        (
            "task function=send_mail line=5 target=send_mail queue='mail'",
            "task_send scope=checkout how='enqueue' line=8 target=send_mail",
            "task_send scope=checkout how='enqueue' line=9 name='shop.tasks.report'",
            "task_send scope=checkout how='thread' line=10 target=watch",
            "task_send scope=checkout how='submit' line=12 target=charge in_loop=True",
        ),
        "shop.tasks",
    ),
    Example(
        "Dramatiq and schedulers",
        """\
import dramatiq
from apscheduler.schedulers.blocking import BlockingScheduler

scheduler = BlockingScheduler()

@dramatiq.actor(queue_name="slow")
def report(day): ...

@scheduler.scheduled_job("interval", minutes=3)
def tick(): ...

report.send(1)
""",
        (
            "task function=report line=7 target=report queue='slow'",
            "task function=tick line=10 target=tick",
            "schedule schedule='\"interval\", 3' line=10 target=tick",
            "task_send scope=module how='send' line=12 target=report",
        ),
        "shop.tasks",
    ),
)

QUEUES = Dialect("queues", (), read, EXAMPLES)
