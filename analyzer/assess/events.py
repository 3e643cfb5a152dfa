"""Events: which of the breaks that wait today need no answer and could be announced instead."""

from collections.abc import Iterable

from analyzer.assess.scene import SYNCHRONOUS, Scene, counted, evidence_of
from analyzer.model.breaks import Break
from analyzer.model.consequence import Consequence


def eventual(scene: Scene) -> Iterable[Consequence]:
    """For each service as the one that waits: how many of its calls and writes give nothing back."""
    silent = {one.element for one in scene.graph.signatures if one.returns == "None"}
    for service in scene.services:
        waiting = [one for one in scene.leaving.get(service.key, ()) if one.kind in SYNCHRONOUS]
        able = [one for one in waiting if _needs_no_answer(one, silent)]
        announced = sum(one.kind == "signal" for one in scene.entering.get(service.key, ()))
        said = _said(service.name, len(waiting), len(able))
        said += f" {counted(announced, 'handler')} of other services already hear its events." if announced else ""
        yield Consequence(
            service=service.key,
            topic="events",
            figure=float(len(able)),
            unit="breaks that could be events",
            statement=said,
            evidence=evidence_of(able),
        )


def _said(name: str, waiting: int, able: int) -> str:
    if not waiting:
        return f"{name} waits for no other service."
    if not able:
        return f"{name} needs the answer in each of the {counted(waiting, 'break')} in which it waits."
    return f"{able} of the {counted(waiting, 'break')} in which {name} waits give it nothing back and could be events."


def _needs_no_answer(one: Break, silent: set[str]) -> bool:
    if one.kind == "call":
        return one.target in silent
    return one.kind == "data_access" and dict(one.facts).get("mode") == "write"
