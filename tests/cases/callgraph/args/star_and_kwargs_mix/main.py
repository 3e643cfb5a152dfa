class Task:
    def start(self):
        pass

def begin(task, now=False):
    task.start()

def call(function, *args, **kwargs):
    return function(*args, **kwargs)

call(begin, Task(), now=True)
