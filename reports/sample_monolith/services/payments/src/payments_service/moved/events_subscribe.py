# Copied from common/events.py::subscribe; it is yours to change.
from collections import defaultdict


_subscribers = defaultdict(list)


def subscribe(name):
    """Decorator: call the function with the payload of each event of that name."""

    def register(function):
        if function not in _subscribers[name]:
            _subscribers[name].append(function)
        return function

    return register
