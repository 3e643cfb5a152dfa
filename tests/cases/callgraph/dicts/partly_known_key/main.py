class Menu:
    actions = {}
    keys = []

    @classmethod
    def key(cls):
        return cls.keys.pop(0) if cls.keys else ""

    @classmethod
    def run(cls):
        cls.actions["quit"] = leave
        cls.actions[cls.key()]()

    @classmethod
    def fixed(cls):
        cls.actions["missing"]()


def leave():
    return 0


Menu.run()
Menu.fixed()
