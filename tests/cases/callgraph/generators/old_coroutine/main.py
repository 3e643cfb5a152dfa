from twisted.internet import defer


class Reply:
    def text(self):
        return ""


@defer.inlineCallbacks
def fetch():
    yield wait()
    return Reply()


def wait():
    pass


@defer.inlineCallbacks
def show():
    reply = yield fetch()
    reply.text()


show()
