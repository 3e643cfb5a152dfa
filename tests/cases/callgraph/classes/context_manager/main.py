class Cursor:
    def run(self):
        pass


class Session:
    def __enter__(self):
        return Cursor()

    def __exit__(self, kind, error, trace):
        pass


with Session() as cursor:
    cursor.run()
