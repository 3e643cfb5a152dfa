"""What is kept beside tables: state of the process, caches and sessions, read and written from several files."""

from analyzer.connect import connect
from analyzer.model.graph import Graph
from analyzer.model.source import Source
from analyzer.read import read
from analyzer.resolve import resolve

FILES = {
    "held.py": """\
import threading
from functools import lru_cache

RATES = {}
FIXED = {"eur": 1}
count = 0
local = threading.local()

class Settings:
    _instance = None

    def __new__(cls):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance

@lru_cache
def rate(code): ...

def bump():
    global count
    count += 1

def own():
    RATES = {}
    RATES["eur"] = 1
    return FIXED["eur"]
""",
    "use.py": """\
import held
from django.core.cache import cache
from held import RATES, local

KEY = "prices"

def write():
    RATES["eur"] = 1
    local.user = 1
    cache.set(KEY, 1)

def look(request):
    request.session["last"] = held.count
    kept = cache.get("prices")
    kept["eur"] = 2
    return RATES, local.user, held.Settings()
""",
}


def graph_of(files: dict[str, str]) -> Graph:
    facts = [read(Source(path, path.removesuffix(".py")), code.encode()) for path, code in files.items()]
    return connect(facts, resolve(facts))


def test_who_writes_and_who_reads_state_is_told_apart() -> None:
    found = {
        f"{one.how} {one.name}": (
            [source.partition("::")[2] for source, _, _ in one.writes],
            [source.partition("::")[2] for source, _, _ in one.reads],
        )
        for one in graph_of(FILES).states
    }
    assert found == {
        "cache prices": (["write"], ["look"]),
        "global RATES": (["write"], ["look"]),
        "global count": (["bump"], ["look"]),
        "memo rate": ([], []),
        "session last": (["look"], []),
        "singleton Settings": (["Settings.__new__"], []),
        "thread_local local": (["write"], ["look"]),
    }
