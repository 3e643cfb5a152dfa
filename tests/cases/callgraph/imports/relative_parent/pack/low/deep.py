from ..shared import help


def run():
    help()
