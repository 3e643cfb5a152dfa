"""Study to service files: asks the chosen emitters, and checks that their paths are sane and their own."""

from collections.abc import Sequence
from functools import partial

from analyzer.emitters import EMITTERS
from analyzer.errors import InvalidSettings
from analyzer.model.artifact import Artifact
from analyzer.model.family import Attempt, Emitter, straight
from analyzer.model.study import Study


def generate(study: Study, names: Sequence[str] | None = None, attempt: Attempt = straight) -> tuple[Artifact, ...]:
    """The files of every proposed service, sorted by path, from the emitters called ``names`` (default: all).

    An emitter's needs come along; where one fails and ``attempt`` lets the others go on, those that need it are
    left out too. Raises ``InvalidSettings`` for an unknown name.
    """
    found: dict[str, Artifact] = {}
    failed: set[str] = set()
    for emitter in _chosen(names):
        artifacts = None
        if not failed.intersection(emitter.needs):
            artifacts = attempt(f"the emitter {emitter.name}", partial(emitter.emit, study))
        if artifacts is None:
            failed.add(emitter.name)
        for artifact in artifacts or ():
            if artifact.path in found:
                raise ValueError(f"two emitters write {artifact.path}")
            found[artifact.path] = artifact
    return tuple(found[path] for path in sorted(found))


def _chosen(names: Sequence[str] | None) -> list[Emitter]:
    known = {emitter.name: emitter for emitter in EMITTERS}
    waiting = [emitter.name for emitter in EMITTERS if emitter.default] if names is None else list(names)
    wanted: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in known:
            raise InvalidSettings(f"There is no emitter called {name!r}. Choose from: {', '.join(known)}.")
        if name not in wanted:
            wanted.add(name)
            waiting += known[name].needs
    return [emitter for emitter in EMITTERS if emitter.name in wanted]
