"""What comes out of outside things: results of calls and parts of what they hold, under the name of the thing."""

from analyzer.resolve.values import Outside

RESULT = 1
PART = 2
"""How well the name tells what a thing is: 0, it is a thing of that name or an instance of the class of that name;
1, it is what calling a function of that name gave, or something of that; 2, it is one part of such a thing."""
SMALL_CLASSES = frozenset(
    [
        "array.array",
        "collections.deque",
        "datetime.date",
        "datetime.datetime",
        "datetime.time",
        "datetime.timedelta",
        "socket.socket",
        "threading.local",
    ]
)
"""Classes of the standard library whose names do not begin with a capital."""


def result_of(value: Outside) -> Outside:
    """What calling an outside thing gives; calling a class gives what has its name."""
    if value.distance or value.name.rpartition(".")[2].lstrip("_")[:1].isupper() or value.name in SMALL_CLASSES:
        return value
    return _derived(value, "()", RESULT)


def part_of(value: Outside) -> Outside:
    """One of what iterating over an outside thing gives, or one part of it taken apart."""
    return value if value.distance == PART else _derived(value, "[]", PART)


def _derived(value: Outside, sign: str, distance: int) -> Outside:
    """Kept beside the attributes, whose names are no such signs."""
    found = value.attributes.get(sign)
    if found is None:
        found = value.attributes[sign] = Outside(value.name, distance)
    return found
