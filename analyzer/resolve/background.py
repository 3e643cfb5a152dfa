"""Functions handed to threads, processes and pools: called by the library later, with the arguments given here."""

from collections.abc import Callable

from analyzer.resolve.invoke import invoke_unreported
from analyzer.resolve.outsiders import result_of
from analyzer.resolve.program import Arguments, Program
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Node

Background = Callable[[Program, Unit, Node, Arguments], None]


def _started(name: str, target: int, *, packed: bool) -> Background:
    """``Thread(target=f, args=(a,))``: arguments ``packed`` into a tuple and a dict, or behind the function."""

    def start(program: Program, unit: Unit, node: Node, given: Arguments) -> None:
        program.grow(node, (result_of(program.outside(name)),))
        named = dict(given.keywords)
        function = named.get("target", named.get("function", 0))
        if not function and target < len(given.positional):
            function = given.positional[target]
        if not function:
            return
        if not packed:
            rest = Arguments(given.positional[target + 1 :], given.keywords)
        else:
            arguments = named.get("args", 0) or next(iter(given.positional[target + 1 + _GAP.get(name, 0) :]), 0)
            keywords = named.get("kwargs", 0)
            rest = Arguments(
                (arguments,) if arguments else (),
                (("**", keywords),) if keywords else (),
                starred=(0,) if arguments else (),
            )
        invoke_unreported(program, unit, function, rest)

    return start


_GAP = {"threading.Thread": 1, "multiprocessing.Process": 1}  # between the target and its arguments stands a name
PACKED = {"threading.Thread": 1, "threading.Timer": 1, "multiprocessing.Process": 1}
PLAIN = {
    "concurrent.futures.ThreadPoolExecutor.submit": 0,
    "concurrent.futures.ProcessPoolExecutor.submit": 0,
    "asyncio.to_thread": 0,
    "asyncio.get_event_loop.run_in_executor": 1,
    "asyncio.get_running_loop.run_in_executor": 1,
    "asyncio.get_event_loop.call_soon": 0,
    "asyncio.get_event_loop.call_later": 1,
    "atexit.register": 0,
}
"""By name, the position of the function."""
BACKGROUND: dict[str, Background] = {
    **{name: _started(name, target, packed=True) for name, target in PACKED.items()},
    **{name: _started(name, target, packed=False) for name, target in PLAIN.items()},
}
