def good():
    pass


def bad():
    pass


def run(**options):
    options["on_success"]()


run(on_success=good, on_failure=bad)
