_client = None

class Client:
    def send(self):
        pass

def client():
    global _client
    if _client is None:
        _client = Client()
    return _client

def push():
    client().send()

push()
