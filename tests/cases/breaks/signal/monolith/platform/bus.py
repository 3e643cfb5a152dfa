class Bus:
    def __init__(self):
        self._heard = {}

    def hear(self, kind, function):
        self._heard.setdefault(kind, []).append(function)

    def tell(self, event):
        for function in self._heard.get(type(event), ()):
            function(event)


bus = Bus()
