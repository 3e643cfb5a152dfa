class Job:
    def __init__(self):
        pass

    def go(self):
        pass


kind = Job
kind().go()
