import ext


class Log:
    def write(self, text):
        return text


class Worker(ext.Base):
    def __init__(self, sink):
        self.log = Log()
        self.sink = sink
        self.hook = None

    def run(self):
        self.log.write("started")
        self.sink.write("started")
        self.hook()
        self.step()
        self.queue.put(1)


Worker(1).run()
