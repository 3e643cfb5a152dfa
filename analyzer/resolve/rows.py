"""Collections of a mapped class: what their attributes are and what calling their methods gives."""

from analyzer.model.knowledge import CollectionType
from analyzer.resolve.containers import store
from analyzer.resolve.program import Program
from analyzer.resolve.values import Bound, Class, Container, Function, Instance, Method, Node, Outside, Rows, Value


def read_rows(program: Program, node: Node, value: Rows, name: str) -> None:
    """``rows.name``: a method of the codebase's own manager, else one of the collection type."""
    _read(program, node, value, name, value.manager.order if value.manager is not None else ())


def read_rows_behind(program: Program, node: Node, value: Rows, what: tuple[str, Class]) -> None:
    """``super().name`` in a manager's method: the look-up starts behind the class in the manager's order."""
    name, owner = what
    order = value.manager.order if value.manager is not None else ()
    _read(program, node, value, name, order[order.index(owner) + 1 :] if owner in order else ())


def _read(program: Program, node: Node, value: Rows, name: str, order: tuple[Class, ...]) -> None:
    for member in order:
        declared = member.attributes.get(name)
        if declared is not None:
            _bind(program, node, declared, value)
            return
    known = program.knowledge.labels.get(value.label)
    if known is not None and name == known.own_class:
        program.grow(node, (value.kind,))
    elif known is not None and name == known.own_tie and value.tie is not None:
        program.grow(node, (value.tie,))
    else:
        program.grow(node, (program.method(value, name),))


def _bind(program: Program, node: Node, declared: Node, receiver: Rows) -> None:
    place = program.new_node()

    def react(_place: Node) -> None:
        for value in program.values[declared]:
            if isinstance(value, Function):
                found = value.bound.get(receiver)
                if found is None:
                    found = value.bound[receiver] = Bound(value, receiver)
                program.grow(node, (found,))
            else:
                program.grow(node, (value,))

    program.reactions[place] = react
    program.watch(declared, place)
    react(place)


def call_rows(program: Program, node: Node, method: Method) -> None:
    """``rows.name(...)``."""
    rows = method.receiver
    assert isinstance(rows, Rows)
    known = program.knowledge.labels.get(rows.label)
    if known is None:
        return
    name = method.name
    if name in known.pairs:
        pair = Container("tuple", rows.kind.unit, program.new_node())
        held = program.new_node()
        program.grow(held, (rows.kind.instance,))
        store(program, pair, 0, held)
        program.grow(node, (pair,))
    elif name in known.item:
        program.grow(node, (rows.kind.instance,))
    elif name in known.same:
        program.grow(node, (rows,))
    elif name not in known.writes and name not in known.reads:
        program.grow(node, (program.outside(f"{known.bases[0]}.{name}"),))  # a page of rows, a statement


def as_rows(program: Program, value: Value, kind: Class) -> Rows | None:
    """A manager assigned in the body of a mapped class is a collection of that class."""
    knowledge = program.knowledge
    if not knowledge.collections:
        return None
    found: CollectionType | None = None
    manager: Class | None = None
    if isinstance(value, Outside):
        found = knowledge.collections.get(value.name)
    elif isinstance(value, Instance):
        found, manager = knowledge.collection_of(value.type), value.type
    if found is None or knowledge.mapping_base(kind) is None:
        return None
    return program.rows(kind, found.label, manager)


def member_value(program: Program, kind: Class, name: str) -> Value | None:
    """An attribute that a known outside base gives every subclass."""
    for base in kind.outside:
        known = program.knowledge.known_base(base)
        for member in known.members if known is not None else ():
            if member.name == name:
                if member.gives == "collection":
                    return program.rows(kind, known.label, None) if known is not None else None
                if member.gives == "query" and known is not None:
                    return program.method(program.rows(kind, known.label, None), name)
                if member.gives == "outside":
                    return program.outside(member.text)
                return kind if member.gives == "class" else kind.instance
    return None
