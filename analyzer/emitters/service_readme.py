"""A README for each service: what it offers, to whom, how to run it, what is still to decide."""

from collections.abc import Iterator

from analyzer.model.artifact import Artifact
from analyzer.model.family import Emitter
from analyzer.model.study import Study
from analyzer.notation import services
from analyzer.notation.templates import render


def emit(study: Study) -> Iterator[Artifact]:
    """``README.md`` in every service's folder."""
    described = {service.key: service.description for service in study.cut.services}
    for contract in study.contracts:
        text = render(
            "readme/README.md.j2",
            title=services.title(study, contract.service),
            description=described.get(contract.service) or "A service of the proposed cut.",
            package=services.package(contract.service),
            folder=services.folder_name(contract.service),
            install=services.install([services.folder_name(key) for key in services.callees(study, contract.service)]),
            operations=contract.operations,
            messages=contract.messages,
            debts=contract.debts,
        )
        yield Artifact(f"{services.folder(contract.service)}/README.md", text)


EMITTER = Emitter("readme", "READMEs", emit)
