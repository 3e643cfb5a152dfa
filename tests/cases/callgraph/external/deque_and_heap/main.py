from collections import deque

class Job:
    def run(self):
        pass

jobs = deque()
jobs.append(Job())
while jobs:
    jobs.popleft().run()
later = deque([Job()])
for job in later:
    job.run()
