def job():
    pass


class Tasks:
    def __iter__(self):
        yield job


for task in Tasks():
    task()
