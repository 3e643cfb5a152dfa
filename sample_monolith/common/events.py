"""A tiny event bus inside the process; older than our use of Django signals."""

import logging
from collections import defaultdict

logger = logging.getLogger(__name__)

_subscribers = defaultdict(list)


def subscribe(name):
    """Decorator: call the function with the payload of each event of that name."""

    def register(function):
        if function not in _subscribers[name]:
            _subscribers[name].append(function)
        return function

    return register


def publish(name, **payload):
    """Call all subscribers, in order of import. Errors travel to the publisher."""
    logger.debug("event %s to %d subscribers", name, len(_subscribers[name]))
    for function in list(_subscribers[name]):
        function(**payload)
