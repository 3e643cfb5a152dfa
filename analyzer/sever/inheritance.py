"""Classes that inherit from a class of another service."""

from collections.abc import Iterable

from analyzer.model.breaks import Break, Remedy
from analyzer.sever.crossing import confidence, gather, occurrences
from analyzer.sever.sides import Sides
from analyzer.sever.type_remedies import library


def severed_inheritance(sides: Sides) -> Iterable[Break]:
    """One break for each class and each of its bases that is owned elsewhere."""
    rows = sides.crossing[sides.crossing["kind"] == "inherit"]
    for (source, target), group in gather(rows, "source", "target"):
        yield Break(
            key=f"inheritance:{source}->{target}",
            kind="inheritance",
            source=source,
            target=target,
            source_service=group[0].source_service,
            target_service=group[0].target_service,
            occurrences=occurrences(group),
            remedy=_remedy(sides, source, target),
            detail=f"{sides.name(source)} inherits from {sides.name(target)}",
            confidence=confidence(group),
        )


def _remedy(sides: Sides, source: str, target: str) -> Remedy:
    child, base = sides.name(source), sides.name(target)
    flavour = sides.signatures[target].flavour if target in sides.signatures else ""
    if target in sides.table_of_class:
        return Remedy(
            kind="identifier_and_transfer_object",
            title="Two tables that share an identifier",
            reason=f"{base} has its own table, so each {child} is also a row of the other service.",
            automation="decision",
            loss="Reads of the inherited columns become requests or a replica.",
            steps=(f"hold the identifier of {base} in {child}", "copy or ask for the inherited columns that are used"),
        )
    if flavour == "exception":
        return Remedy(
            kind="problem_type",
            title="Own exception, mapped to a problem type",
            reason=f"{base} is an exception; its subclass can stand by itself when nobody catches it by its base.",
            automation="with_loss",
            loss=f"`except {base}` in the other service no longer catches {child}.",
        )
    if flavour == "orm" or base.endswith("Mixin") or flavour in ("dataclass", "pydantic", "typed_dict", "enum"):
        return Remedy(
            kind="shared_library",
            title="Move the base to a shared library",
            reason=f"{base} has no rows of its own, so both services can carry it.",
            automation="with_loss",
            loss="A change to the base must be released to both services.",
            steps=(f"move {base} to a versioned library",),
        )
    if sides.only_computes(target):
        return library(base, "Both services can carry it.")
    return Remedy(
        kind="composition",
        title="Composition, or a shared library",
        reason=f"{child} runs code of {base} inside itself; code cannot be inherited over the network.",
        automation="decision",
        steps=(
            f"move {base} to a library when it only computes",
            "else let the class hold a client and call the operations it needs",
        ),
    )
