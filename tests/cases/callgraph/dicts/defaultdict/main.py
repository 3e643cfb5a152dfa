from collections import defaultdict

handlers = defaultdict(list)

def on(event, handler):
    handlers[event].append(handler)

def emit(event):
    for handler in handlers[event]:
        handler()

def first():
    pass

def second():
    pass

on("x", first)
on("x", second)
emit("x")
