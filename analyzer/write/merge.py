"""The new output joined with what people changed in the old one: nobody's work is overwritten."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from analyzer.model.artifact import MANIFEST, Artifact
from analyzer.write.earlier import Earlier, Manifest, digest, spell

# Plain names between single slashes, none starting with two dots, none longer than file systems allow.
_SAFE = re.compile(r"(?!\.\.)[A-Za-z0-9._@+-]{1,200}(?:/(?!\.\.)[A-Za-z0-9._@+-]{1,200})*")
_BESIDE = ".yours"  # the ending of a changed file that is kept beside the newly generated one


class Merged(NamedTuple):
    """Every file of the new folder, the manifest among them; ``kept`` and ``beside`` as in ``Written``."""

    files: dict[str, bytes]
    kept: tuple[str, ...]
    beside: tuple[str, ...]


def merge(artifacts: Sequence[Artifact], earlier: Earlier) -> Merged:
    """Files handed over to people stay as they are; changed generated files stay beside the new ones."""
    _check(artifacts)
    new = {artifact.path: _bytes(artifact.content) for artifact in artifacts}
    owned = _owned(artifacts)
    stay = {path: earlier.contents[path] for path in owned if path in earlier.contents}
    files = {path: content for path, content in earlier.contents.items() if path in earlier.manifest.kept}
    beside = []
    for path, content in earlier.contents.items():
        is_theirs = content != new.get(path) and digest(content) != earlier.manifest.files.get(path)
        if path not in earlier.manifest.kept and path not in stay and is_theirs:
            name = _free_name(path, {*files, *new})
            files[name] = content
            beside.append(name)
    hashes = {path: digest(content) for path, content in new.items()}
    hashes |= {path: earlier.manifest.files[path] for path in stay if path in earlier.manifest.files}
    manifest = Manifest(files=dict(sorted(hashes.items())), owned=owned, kept=tuple(sorted(files)))
    files |= new | stay
    files[MANIFEST] = spell(manifest)
    return Merged(dict(sorted(files.items())), changed(stay, hashes), tuple(sorted(beside)))


def promise(artifacts: Sequence[Artifact]) -> Manifest:
    """What the manifest of a new folder with the artifacts says."""
    hashes = {artifact.path: digest(_bytes(artifact.content)) for artifact in artifacts}
    return Manifest(files=dict(sorted(hashes.items())), owned=_owned(artifacts))


def is_kept(promised: Manifest, earlier: Earlier) -> bool:
    """Whether the folder already holds all that is promised, so that writing would change nothing."""
    held = earlier.manifest
    generated = promised.files.keys() - promised.owned
    return (
        held.owned == promised.owned
        and held.files.keys() == promised.files.keys()
        and all(held.files[path] == promised.files[path] for path in generated)
        and earlier.paths == {*held.files, *held.kept, MANIFEST}
        and generated.isdisjoint(earlier.contents)
    )


def changed(files: Mapping[str, bytes], hashes: Mapping[str, str]) -> tuple[str, ...]:
    """The files that are no longer as they were when the hashes were taken."""
    return tuple(path for path in sorted(files) if digest(files[path]) != hashes[path])


def _owned(artifacts: Sequence[Artifact]) -> tuple[str, ...]:
    return tuple(sorted(artifact.path for artifact in artifacts if artifact.ownership == "hand_owned"))


def _check(artifacts: Sequence[Artifact]) -> None:
    """Paths are ours to choose: a bad one is a bug of a renderer or emitter, and must not reach the disk."""
    seen: set[str] = set()
    for artifact in artifacts:
        folded = artifact.path.casefold()  # some file systems take them for the same name
        if folded in seen or not _SAFE.fullmatch(artifact.path) or artifact.path == MANIFEST:
            raise ValueError(f"an artifact has a path that is taken or not allowed: {artifact.path!r}")
        seen.add(folded)


def _free_name(path: str, taken: set[str]) -> str:
    name, number = f"{path}{_BESIDE}", 2
    while name in taken:
        name, number = f"{path}{_BESIDE}-{number}", number + 1
    return name


def _bytes(content: str | bytes) -> bytes:
    return content.encode("utf-8") if isinstance(content, str) else content
