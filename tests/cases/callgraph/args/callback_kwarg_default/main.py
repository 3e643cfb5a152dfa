def fallback(x):
    return x

def special(x):
    return x

def process(item, *, handler=fallback):
    return handler(item)

def use():
    process(1)
    process(2, handler=special)

use()
