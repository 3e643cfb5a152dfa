from functools import cached_property

class Engine:
    def spin(self):
        pass

class Car:
    @cached_property
    def engine(self):
        return Engine()

    def drive(self):
        self.engine.spin()

Car().drive()
