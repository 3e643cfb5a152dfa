def fast():
    pass


def slow():
    pass


def decide():
    return True


if decide():
    run = fast
else:
    run = slow
run()
