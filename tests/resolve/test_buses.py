"""Event buses and registries that a codebase writes itself, recognised by what their functions do."""

from analyzer.model.resolution import Resolution
from analyzer.model.source import Source
from analyzer.read import read
from analyzer.resolve import resolve


def resolved(files: dict[str, str]) -> Resolution:
    return resolve(
        [read(Source(path, path.removesuffix(".py").replace("/", ".")), code.encode()) for path, code in files.items()]
    )


def ends(files: dict[str, str]) -> list[tuple[str, str, str, tuple[str, ...], int]]:
    return [(one.event, one.role, one.element, one.payload, one.line) for one in resolved(files).events]


DECORATOR = """\
from collections import defaultdict

_heard = defaultdict(list)

def whenever(name):
    def keep(function):
        if function not in _heard[name]:
            _heard[name].append(function)
        return function
    return keep

def tell(name, **payload):
    for function in list(_heard[name]):
        function(**payload)
"""


def test_handlers_put_on_by_a_decorator_hear_what_is_told_by_name() -> None:
    found = ends(
        {
            "bus.py": DECORATOR,
            "stock.py": "from bus import whenever\n\n@whenever('paid')\ndef reserve(order): ...\n\n"
            "@whenever('never told')\ndef wait(order): ...\n",
            "orders.py": "from bus import tell\n\ndef pay(order):\n    tell('paid', order=order)\n"
            "    tell('unheard')\n",
        }
    )
    assert found == [
        ("paid", "publish", "orders.py::pay", ("order",), 4),
        ("paid", "subscribe", "stock.py::reserve", (), 3),
    ]


CLASSES = """\
class Bus:
    def __init__(self):
        self._handlers = {}

    def attach(self, kind, handler):
        self._handlers.setdefault(kind, []).append(handler)

    def handlers_of(self, kind):
        return self._handlers.get(kind, [])

    def announce(self, event):
        for handler in self._handlers.get(type(event), ()):
            handler(event)

    def announce_all(self, events):
        for event in events:
            self.announce(event)

class Quiet(Bus): ...

bus = Quiet()
"""


def test_events_known_by_their_class_tie_both_sides_to_the_class() -> None:
    files = {
        "bus.py": CLASSES,
        "events.py": "class Paid:\n    def __init__(self, order): ...\n\nclass Lost: ...\n",
        "stock.py": "from bus import bus\nfrom events import Lost, Paid\n\nclass Shelf:\n"
        "    def start(self):\n        bus.attach(Paid, self.reserve)\n        bus.attach(Lost, print)\n"
        "    def reserve(self, event): ...\n",
        "orders.py": "from bus import bus\nfrom events import Paid\n\ndef pay(order):\n"
        "    for one in order:\n        bus.announce(Paid(order))\n",
    }
    assert ends(files) == [
        ("events.Paid", "publish", "orders.py::pay", ("order",), 6),
        ("events.Paid", "subscribe", "stock.py::Shelf.reserve", (), 6),
    ]
    tied = [(one.source, one.target, one.kind, one.in_loop) for one in resolved(files).links if one.kind == "publish"]
    assert tied == [("orders.py::pay", "events.py::Paid", "publish", True)]


QUEUED = """\
import enum
import queue

class Topic(enum.Enum):
    OPENED = 1
    CLOSED = 2

class Hub:
    def __init__(self):
        self.listeners = {}
        self.waiting = queue.Queue()

    def listen(self, topic, listener):
        self._listen(topic, (listener, False))

    def _listen(self, topic, entry):
        self.listeners.setdefault(topic, []).append(entry)

    def fire(self, topic, data=None):
        self._enqueue(topic, data)

    def _enqueue(self, topic, data):
        waiting = self.later if self.closed else self.waiting
        waiting.put((topic, data))

    def work(self):
        while True:
            topic, data = self.waiting.get(True)
            for listener, once in self.listeners[topic]:
                listener(topic, data)
"""


def test_functions_and_a_queue_around_the_bus_and_members_of_an_enumeration() -> None:
    found = ends(
        {
            "hub.py": QUEUED,
            "door.py": "from hub import Hub, Topic\n\ndef bell(topic, data): ...\n\ndef start(hub: Hub):\n"
            "    hub.listen(Topic.OPENED, bell)\n    hub.fire(data={'room': 1}, topic=Topic.OPENED)\n"
            "    hub.fire(Topic.CLOSED)\n",
        }
    )
    assert found == [
        ("hub.Topic.OPENED", "publish", "door.py::start", ("data",), 7),
        ("hub.Topic.OPENED", "subscribe", "door.py::bell", (), 6),
    ]


COMMANDS = """\
_routes = {}

def route(name, function):
    _routes[name] = function

def send(name, data):
    return _routes[name](data)
"""


def test_a_registry_that_gives_the_answer_back_is_a_call_by_name() -> None:
    found = resolved(
        {
            "commands.py": COMMANDS,
            "stock.py": "from commands import route\n\ndef reserve(data): ...\n\nroute('reserve', reserve)\n"
            "route('count', lambda data: 1)\n",
            "orders.py": "from commands import send\n\ndef pay(order):\n    return send('reserve', order)\n",
        }
    )
    assert found.events == ()
    assert [(one.source, one.target, one.line) for one in found.links if one.detail == "by name"] == [
        ("orders.py::pay", "stock.py::reserve", 4)
    ]


def test_what_is_kept_and_never_called_or_called_and_never_kept_is_no_bus() -> None:
    found = resolved(
        {
            "prices.py": "_prices = {}\n\ndef put(name, price):\n    _prices[name] = price\n\n"
            "def get(name):\n    return _prices[name]\n\n"
            "def loop(rows):\n    for row in rows['x']:\n        row('x')\n",
            "shop.py": "from prices import get, put\n\nput('tea', 1)\nput('f', print)\nget('tea')\n",
        }
    )
    assert found.events == ()
    assert [one for one in found.links if one.detail == "by name"] == []
