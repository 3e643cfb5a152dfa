class Failure(Exception):
    def __init__(self, text):
        pass


class Tokens(list):
    def __init__(self, items, error):
        self += items
        self.error = error


def parse(tokens):
    raise tokens.error("end")


parse(Tokens([], Failure))
