class Job:
    def run(self):
        pass

class Queue:
    def __init__(self):
        self.left = 2

    def take(self):
        if self.left:
            self.left -= 1
            return Job()
        return None

queue = Queue()
while (job := queue.take()) is not None:
    job.run()
