def create():
    pass


def delete():
    pass


ACTIONS = {"create": create, "delete": delete}
ACTIONS["create"]()
