from contextlib import ExitStack

class Res:
    def __enter__(self):
        return self

    def __exit__(self, *a):
        pass

    def use(self):
        pass

with ExitStack() as stack:
    r = stack.enter_context(Res())
    r.use()
