class Source:
    def read(self):
        return 1

class Sink:
    def write(self, data):
        pass

def ends():
    return Source(), Sink()

def copy(source, sink):
    sink.write(source.read())

copy(*ends())
