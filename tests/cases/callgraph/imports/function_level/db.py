class Connection:
    def close(self):
        pass

def connect():
    return Connection()
