class Logger:
    def log(self, text):
        pass

class Service:
    logger = Logger()

    def run(self):
        self.logger.log("x")

class Child(Service):
    def run(self):
        super().run()
        type(self).logger.log("y")

Child().run()
