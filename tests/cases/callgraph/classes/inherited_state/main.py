def job():
    pass


class Base:
    def run(self):
        self.task()


class Worker(Base):
    def __init__(self):
        self.task = job


Worker().run()
