class Application:
    def add_processor(self, processor):
        return processor

    def dispatch(self, path):
        return path

    def run(self):
        return 1


class Proxy:
    def dispatch(self, path):
        return path


class Reader:
    def peek_line(self):
        return ""

    def step_back(self):
        return None


class Point:
    def __init__(self, x):
        self.x = x

    def norm(self):
        return self.x

    def __eq__(self, other):
        return self.norm() == other.norm()


class Session:
    def __init__(self, app):
        self.app = app

    def open(self):
        self.app.dispatch("/")


def install(app):
    app.add_processor(Session(app))


def paragraph(lines):
    lines.peek_line()
    lines.step_back()


def not_enough(thing):
    thing.peek_line()


def too_common(service):
    service.run()


def of_another_kind(app):
    app.add_processor(1)
    app.sign_in()


class Ledger:
    def balance_of_account(self):
        return 1


def report(source):
    source.balance_of_account()


class Input:
    def is_hidden(self):
        return False

    def render_row(self):
        return ""


class Form:
    def __init__(self, *inputs):
        self.inputs = inputs

    def render(self):
        for one in self.inputs:
            one.is_hidden()
            one.render_row()


def rows(inputs):
    return [one.is_hidden() for one in inputs]
