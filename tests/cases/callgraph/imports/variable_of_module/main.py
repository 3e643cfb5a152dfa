from state import registry

registry.add()
