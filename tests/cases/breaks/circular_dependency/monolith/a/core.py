def one():
    from b.core import three, two

    return two() + three()


def four():
    return 4
