"""A README for each service: what it offers, to whom, how to run it, what is still to decide; and one for all."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from analyzer.model.artifact import Artifact
from analyzer.model.contract import Contract
from analyzer.model.cut import KIND_WORDS, Service
from analyzer.model.family import Emitter
from analyzer.model.study import Study
from analyzer.notation import services
from analyzer.notation.python import Code
from analyzer.notation.templates import render


def emit(study: Study) -> Iterator[Artifact]:
    """``README.md`` in every service's folder, and ``services/README.md``."""
    groups = {service.key: service for service in study.cut.services}
    for contract in study.contracts:
        text = render(
            "readme/README.md.j2",
            title=services.title(study, contract.service),
            description=_described(groups.get(contract.service)),
            package=services.package(contract.service),
            folder=services.folder_name(contract.service),
            install=_install(study, contract.service),
            operations=contract.operations,
            messages=contract.messages,
            debts=_sorted_debts(contract.debts),
        )
        yield Artifact(f"{services.folder(contract.service)}/README.md", text)

    if study.contracts:
        yield Artifact(f"{services.FOLDER}/README.md", _index(study))


def _install(study: Study, service: str) -> Code:
    """The command, a line for each package; it holds nothing but names of folders that we made."""
    command = services.install([services.folder_name(key) for key in services.callees(study, service)])
    return Code(command.replace(" -e ..", " \\\n        -e ..").replace(" --group", " \\\n        --group"))


class _Debts(NamedTuple):
    """Debts of one sort, under a heading."""

    heading: str
    lines: tuple[str, ...]


_SORTS = (
    ("Objects and code that cross today", ("Other services ",)),
    ("Routes", ("Route ", "The request body of ")),
    ("Results", ("What ",)),
    ("Types", ("The type of ", "The signature of ")),
)
"""Headings with the words that their debts begin with; what fits none comes first, since it is about the design."""


def _sorted_debts(debts: Sequence[str]) -> list[_Debts]:
    found = [_Debts("Design", tuple(d for d in debts if not d.startswith(tuple(w for _, s in _SORTS for w in s))))]
    found += [_Debts(heading, tuple(d for d in debts if d.startswith(words))) for heading, words in _SORTS]
    return [one for one in found if one.lines]


class _Row(NamedTuple):
    """One service of the index."""

    contract: Contract
    title: str
    folder: str
    about: str
    callers: tuple[str, ...]


class _Other(NamedTuple):
    """A group without a service."""

    name: str
    kind: str
    place: str


def _index(study: Study) -> str:
    groups = {group.key: group for group in study.cut.services}
    rows = [
        _Row(
            contract,
            services.title(study, contract.service),
            services.folder_name(contract.service),
            _about(groups.get(contract.service)),
            services.consumers(contract),
        )
        for contract in study.contracts
    ]
    generated = {contract.service for contract in study.contracts}
    others = [
        _Other(group.name, KIND_WORDS[group.kind][0], _place(study, group))
        for group in study.cut.services
        if group.key not in generated
    ]
    return render("readme/index.md.j2", name=study.name, rows=rows, others=others)


def _described(group: Service | None) -> str:
    if group is None or not (group.description or group.words):
        return "A service of the proposed cut."
    return group.description or f"A service of the proposed cut; its code speaks of {', '.join(group.words[:5])}."


def _about(group: Service | None) -> str:
    if group is None:
        return ""
    return group.description or ", ".join(group.words[:5])


def _place(study: Study, group: Service) -> str:
    if group.kind == "library":
        return "a package that services install"
    if group.kind == "platform":
        return "a copy of what it needs in each service"
    return f"ships with {services.title(study, group.host)}" if group.host else "stays in the monolith"


EMITTER = Emitter("readme", "READMEs", emit)
