"""Open for extension: what interface each service publishes, how wide it is, and how calm it has been."""

from collections.abc import Iterable

from analyzer.assess.scene import Scene, counted
from analyzer.model.breaks import Break
from analyzer.model.consequence import Consequence

INTERFACE = frozenset(("call", "reference", "data_access", "instance_passed", "task", "signal", "inheritance"))


def extensible(scene: Scene) -> Iterable[Consequence]:
    """For each service: how many of its elements others use, and how often their files changed."""
    parameters = {one.element: len(one.parameters) for one in scene.graph.signatures}
    for service in scene.services:
        used = [one for one in scene.entering.get(service.key, ()) if one.kind in INTERFACE]
        targets = sorted({one.target for one in used})
        users = {one.source_service for one in used}
        width = sum(parameters.get(target, 0) for target in targets)
        wide = max(((parameters.get(target, 0), target) for target in targets), default=(0, ""))
        said = f"No other service uses anything of {service.name}"
        if targets:
            said = f"{service.name} publishes {counted(len(targets), 'element')} to {counted(len(users), 'service')}"
        if width:
            said += f", {counted(width, 'parameter')} in all, at most {wide[0]} of one"
        yield Consequence(
            service=service.key,
            topic="extension",
            figure=float(len(targets)),
            unit="elements used by other services",
            statement=f"{said}.",
            evidence=tuple(_place(scene, target) for target in targets[:5]),
        )
        yield _calm(scene, service.key, used)


def _place(scene: Scene, key: str) -> tuple[str, str, int]:
    elements = scene.graph.elements
    if key not in elements.index:
        return key, "", 0
    return key, str(elements["file"].get(key)), int(elements["line"].get(key, 0))


def _calm(scene: Scene, service: str, used: list[Break]) -> Consequence:
    files = scene.graph.elements["file"]
    modules = {str(files.get(one.target, "")) for one in used} - {""}
    history = scene.evidence.stability
    seen = history[history["module"].isin(modules)] if len(history) else history
    if not len(seen) or not modules:
        why = "no history was given" if modules else "no other service uses it"
        said = f"How calm the interface of {scene.names[service]} is cannot be said: {why}."
        return Consequence(service, "calm", None, "commits a file of the interface", said)
    commits = round(float(seen["commits"].mean()), 1)
    busiest = str(seen.sort_values(["commits", "module"], ascending=[False, True])["module"].iloc[0])
    said = f"Files behind the interface of {scene.names[service]} changed {commits:g} times each; most often {busiest}."
    return Consequence(service, "calm", commits, "commits a file of the interface", said, ((busiest, busiest, 0),))
