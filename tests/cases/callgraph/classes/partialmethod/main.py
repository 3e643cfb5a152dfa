from functools import partialmethod

class Light:
    def set(self, state):
        state()

    on = partialmethod(set, lambda: 1)

Light().on()
