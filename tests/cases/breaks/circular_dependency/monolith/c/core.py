def five():
    from a.core import four

    return four()


def six():
    return 6
