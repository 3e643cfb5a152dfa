from dataclasses import dataclass


def work():
    pass


@dataclass
class Job:
    action: object

    def start(self):
        self.action()


Job(work).start()
