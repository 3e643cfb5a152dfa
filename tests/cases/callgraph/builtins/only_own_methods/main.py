def pairs(mapping):
    if hasattr(mapping, "iteritems"):
        return mapping.iteritems()
    return mapping.items()


pairs({"a": 1})
"a b".split()
