from registry import registry

def clean():
    pass

registry.add("clean", clean)
