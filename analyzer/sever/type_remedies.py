"""What to do about names of another service's code: imports, decorators, types, functions that are passed on."""

from analyzer.model.breaks import Remedy
from analyzer.sever.use import Use

PLAIN_FLAVOURS = ("dataclass", "pydantic", "typed_dict", "enum")


def only_imported(use: Use) -> Remedy | None:
    """An import whose name is not used."""
    if use.kinds != {"import"}:
        return None
    if use.typing_only:
        return Remedy(
            kind="contract_schema",
            title="Name the type in the contract",
            reason=f"{use.name} is imported for type checks only; the types of the contract take its place.",
            automation="automatic",
            steps=("use the class that is generated with the client",),
        )
    return Remedy(
        kind="remove_import",
        title="Take the import out",
        reason=f"{use.name} is imported and nothing of it is used by name; the import alone would stop the service "
        "starting.",
        automation="decision",
        steps=("see whether the import is there for its side effects", "remove it, or move the side effect"),
    )


def decorator(use: Use) -> Remedy | None:
    """A decorator runs when the module is loaded."""
    if "decorate" not in use.kinds:
        return None
    return Remedy(
        kind="shared_library",
        title="Move the decorator to a shared library",
        reason=f"{use.name} wraps functions when their module is loaded; that cannot happen over the network.",
        automation="with_loss",
        loss="A change to the decorator must be released to every service that uses it.",
        steps=(f"move {use.name} and what it needs to a versioned library",),
    )


def route(use: Use) -> Remedy | None:
    """A view that another service lists among its routes."""
    if not use.is_route or "call" in use.kinds:
        return None
    return Remedy(
        kind="route_moves",
        title="The route moves with the code that answers it",
        reason=f"{use.name} is named here only to say which requests it answers.",
        automation="automatic",
        steps=("register the route in the service that owns the code", "let the gateway send its requests there"),
    )


def schema(use: Use) -> Remedy | None:
    """Exceptions and plain data can be part of the contract."""
    flavour = use.signature.flavour if use.signature else ""
    if flavour == "exception":
        return Remedy(
            kind="problem_type",
            title="Problem type in the contract",
            reason=f"{use.name} is an exception; the client raises the same class from the problem document.",
            automation="automatic",
            steps=("declare the problem type on the operations that raise it", "let the client raise it by its type"),
        )
    if flavour in PLAIN_FLAVOURS:
        return Remedy(
            kind="contract_schema",
            title="Schema in the contract",
            reason=f"{use.name} holds plain data ({flavour}), so the contract can carry it and the client defines it.",
            automation="automatic",
            steps=("add the schema to the contract", "use the class that is generated with the client"),
        )
    return None


def event_bus(use: Use) -> Remedy | None:
    """The functions of a bus, and the classes that say what happened."""
    if use.is_event:
        return Remedy(
            kind="contract_schema",
            title="Schema of the event in the contract",
            reason=f"{use.name} says what happened; its fields are the payload that the broker carries.",
            automation="automatic",
            steps=(
                "add the schema to the contract of the publisher",
                "use the class that is generated with the client",
            ),
        )
    if not use.is_bus:
        return None
    return Remedy(
        kind="broker_client",
        title="Client of the broker instead of the bus",
        reason=f"{use.name} ties publishers to handlers inside one process; between services a broker does that.",
        automation="with_loss",
        loss="Handlers run later, outside the publisher's transaction, and their errors no longer reach it.",
        steps=("give each service the client of the broker under the same name", "keep the bus for events inside it"),
    )


def model_class(use: Use) -> Remedy | None:
    """A class that maps a table, named without a query."""
    if not use.is_model:
        return None
    return Remedy(
        kind="identifier_and_transfer_object",
        title="Name the type in the contract, not the model class",
        reason=f"The model class {use.name} is named here (annotation, check, new object), without a query.",
        automation="with_loss",
        loss="Checks by class (isinstance, registries, generic relations) need another way to tell the kind.",
        steps=("annotate with the transfer object of the contract", "tell kinds apart by a field of it"),
    )


def plain_class(use: Use) -> Remedy | None:
    """Any other class."""
    if use.element_kind != "class":
        return None
    if use.only_computes:
        return library(use.name, "Objects of it can be made in any process.")
    return Remedy(
        kind="facade",
        title="Facade with plain data, or a shared library",
        reason=f"Objects of {use.name} live in the process that makes them; another service can only send data.",
        automation="decision",
        loss="Identity and state of the object do not cross.",
        steps=(
            f"move {use.name} to a library when it only computes",
            "else publish the operations that its users need and pass plain data",
        ),
    )


def reference(use: Use) -> Remedy | None:
    """A function that is passed on."""
    if "call" in use.kinds:
        return None
    if use.only_computes:
        return library(use.name, "It can run in any process.")
    return Remedy(
        kind="callback_to_event",
        title="Replace the passed function by an operation or an event",
        reason=f"{use.name} is passed on or compared, not called here; a function cannot be sent to another process.",
        automation="decision",
        steps=("find out who calls it in the end", "publish an operation for it, or an event when nobody waits"),
    )


def library(name: str, said: str) -> Remedy:
    """Code without tables, state, events and queues runs the same in every process."""
    return Remedy(
        kind="shared_library",
        title="Move it to a shared library",
        reason=f"{name}: no use of tables, state, events or queues was seen in it. {said}",
        automation="with_loss",
        loss="A change to it must be released to every service that uses it.",
        steps=(f"move {name} and what it needs to a versioned library", "see that it holds nothing between two calls"),
    )
