"""Celery over several files: every way to make a task and to send one, schedules and queues."""

from analyzer.connect import connect
from analyzer.model.graph import Graph
from analyzer.model.source import Source
from analyzer.read import read
from analyzer.resolve import resolve

FILES = {
    "jobs.py": """\
from celery import Celery, shared_task

app = Celery("shop")
app.conf.beat_schedule = {
    "nightly": {"task": "jobs.report", "schedule": 3600.0},
    "hourly": {"task": "mail.send", "schedule": 60.0, "options": {"queue": "slow"}},
}
app.conf.task_routes = {"jobs.*": {"queue": "bulk"}}

@shared_task(bind=True)
def charge(self, order): ...

@app.task
def report(day=None): ...

@app.task(name="mail.send")
def send(order): ...

class Clean(app.Task):
    name = "clean"

    def run(self): ...

class Plain:
    name = "plain"

    def run(self): ...
""",
    "use.py": """\
from celery import chain
from jobs import Clean, app, charge, report, send

NAME = "mail.send"

def one(order):
    charge.delay(order)

def later(order):
    charge.apply_async((order,), countdown=5)

def chained(order):
    chain(charge.s(order) | report.si())()

def named():
    app.send_task("clean")

def by_constant():
    app.send_task(NAME)

def of_class():
    Clean().delay()

def called(order):
    send(order)

def nothing(queue, given):
    queue.delay()
    given.apply_async()
    app.send_task("unknown")
""",
}


def graph_of(files: dict[str, str]) -> Graph:
    facts = [read(Source(path, path.removesuffix(".py")), code.encode()) for path, code in files.items()]
    return connect(facts, resolve(facts))


def test_tasks_have_names_queues_and_schedules() -> None:
    found = [(one.name, one.element.partition("::")[2], one.queue, one.schedule) for one in graph_of(FILES).tasks]
    assert found == [
        ("clean", "Clean", "", ""),
        ("jobs.charge", "charge", "bulk", ""),
        ("jobs.report", "report", "bulk", "3600.0"),
        ("mail.send", "send", "slow", "60.0"),
    ]


def test_every_way_to_send_a_task_leads_to_it() -> None:
    links = graph_of(FILES).links
    links = links[(links["file"] == "use.py") & links["kind"].isin(["task", "call"])]
    rows = zip(links["source"], links["kind"], links["target"], links["detail"], strict=True)
    assert sorted(
        f"{source.partition('::')[2]} {kind} {target.partition('::')[2]} {detail}"
        for source, kind, target, detail in rows
    ) == [
        "by_constant task send send_task",
        "called call send 1",
        "chained task charge signature",
        "chained task report signature",
        "later task charge apply_async",
        "named task Clean send_task",
        "of_class call Clean 0",
        "of_class task Clean delay",
        "one task charge delay",
    ]
