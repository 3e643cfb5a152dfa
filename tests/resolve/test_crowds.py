"""Places that hold many things: tables of functions are followed whole, a mixture of anything tells nothing."""

import gc

from analyzer.model.facts import FileFacts
from analyzer.model.resolution import Resolution
from analyzer.model.source import Source
from analyzer.read import read
from analyzer.resolve import resolve
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Value


def solved(code: str) -> Resolution:
    facts: FileFacts = read(Source("m.py", "m", ".", is_package=False), code.encode())
    return resolve([facts])


def called(code: str, caller: str) -> set[str]:
    return {call.callee for call in solved(code).calls if call.caller == caller}


def functions(count: int) -> str:
    return "".join(f"def f{number}(): ...\n" for number in range(count))


def kept(values: list[str]) -> str:
    return "kept = []\n" + "".join(f"kept.append({value})\n" for value in values) + "def run():\n    kept.pop()()\n"


def test_a_table_of_twenty_functions_is_called_whole() -> None:
    code = functions(20) + kept([f"f{number}" for number in range(20)])
    assert called(code, "m.run") == {f"m.f{number}" for number in range(20)}


def test_a_few_functions_among_a_few_other_things_are_called() -> None:
    code = "import a, b\n" + functions(2) + kept(["a.x", "b.y", "1", "f0", "f1"])
    assert {"m.f0", "m.f1"} <= called(code, "m.run")


def test_of_a_mixture_nobody_knows_what_is_called() -> None:
    classes = "".join(f"class C{number}: ...\n" for number in range(8))
    others = [*[f"C{number}()" for number in range(8)], "1.5", "b'x'", "True", "None", "2j"]
    code = classes + functions(20) + kept([*others, *[f"f{number}" for number in range(20)]])
    assert called(code, "m.run") == set()
    assert not [link for link in solved(code).links if link.source == "m.py::run" and link.kind == "call"]


def test_an_attribute_of_a_function_is_read_where_it_is_assigned_later() -> None:
    code = (
        "def work(): ...\ndef after(): ...\ndef other(): ...\n"
        "def ask(task=work):\n    task.then()\n    task.missing()\n"
        "def tell(task, then):\n    task.then = then\ntell(work, after)\n"
    )
    assert called(code, "m.ask") == {"m.after"}


def test_what_is_kept_under_unknown_keys_may_be_under_a_known_one() -> None:
    code = (
        "def first(): ...\ndef second(): ...\ndef third(): ...\n"
        "table = {'a': first, 'b': second}\n"
        "def add(key):\n    table[key] = third\n"
        "def run():\n    table['a']()\n"
    )
    assert called(code, "m.run") == {"m.first", "m.third"}


def test_nothing_is_left_to_the_collector() -> None:
    code = (
        "class Base:\n    def a(self): return self.b()\n    def b(self): yield self\n"
        "class Heir(Base):\n    def b(self): return super().b()\n"
        "def run(x=Heir()):\n    for each in x.a(): each.kept = [x, {'k': each}]\n"
    )
    collects = gc.isenabled()
    gc.collect()
    gc.disable()
    try:
        found = solved(code)
        left = [type(one).__name__ for one in gc.get_objects() if isinstance(one, Value | Unit)]
    finally:
        if collects:
            gc.enable()
    assert found.functions
    assert left == []
