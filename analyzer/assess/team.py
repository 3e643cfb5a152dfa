"""Teams: who owns the code of each service, by CODEOWNERS where it says so, else by the history."""

from collections.abc import Iterable

from analyzer.assess.scene import Scene, counted
from analyzer.model.consequence import Consequence
from analyzer.model.lookup import looked_up


def owned_by_team(scene: Scene) -> Iterable[Consequence]:
    """For each service: the share of its modules whose first owner is the same."""
    owners = scene.evidence.owners
    for service in scene.services:
        own = owners[looked_up(owners["module"], scene.service_of) == service.key] if len(owners) else owners
        if not len(own):
            said = f"Who owns {service.name} cannot be said: neither CODEOWNERS nor a history names its files."
            yield Consequence(service.key, "team", None, "share of modules with the same first owner", said)
            continue
        ranked = own.assign(declared=own["source"] == "codeowners").sort_values(
            ["module", "declared", "share", "owner"], ascending=[True, False, False, True]
        )
        first = ranked.drop_duplicates("module")["owner"].value_counts()
        top = str(min(first[first == first.max()].index))
        share = round(float(first[top] / first.sum()), 4)
        said = f"{top} owns {share:.0%} of the modules of {service.name} that have an owner; "
        said += f"{counted(len(first), 'owner')} in all."
        yield Consequence(service.key, "team", share, "share of modules with the same first owner", said)
