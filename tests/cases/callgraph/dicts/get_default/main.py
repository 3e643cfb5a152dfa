def known():
    pass


def other():
    pass


def fallback():
    pass


table = {"known": known, "other": other}
table.get("known", fallback)()
