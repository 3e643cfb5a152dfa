from contextlib import contextmanager

class Transaction:
    def commit(self):
        pass

class Db:
    @contextmanager
    def begin(self):
        tx = Transaction()
        yield tx
        self.close()

    def close(self):
        pass

with Db().begin() as tx:
    tx.commit()
