def hello():
    pass

def bye():
    pass

def worker():
    while True:
        job = yield
        if job is None:
            return
        job()

w = worker()
next(w)
w.send(hello)
w.send(bye)
