class Tool:
    def start(self):
        pass

    def stop(self):
        pass


method = getattr(Tool(), "start")
method()
