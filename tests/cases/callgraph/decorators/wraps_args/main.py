from functools import wraps

def retry(times):
    def decorate(function):
        @wraps(function)
        def wrapper(self, *args, **kwargs):
            for _ in range(times):
                return function(self, *args, **kwargs)
        return wrapper
    return decorate

class Client:
    @retry(3)
    def get(self):
        return self.send()

    def send(self):
        pass

Client().get()
