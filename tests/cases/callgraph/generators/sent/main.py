def job():
    pass


def loop():
    while True:
        action = yield
        action()


worker = loop()
next(worker)
worker.send(job)
