def job():
    pass


class Proxy:
    def known(self):
        pass

    def __getattr__(self, name):
        return job


proxy = Proxy()
proxy.known()
proxy.other()
