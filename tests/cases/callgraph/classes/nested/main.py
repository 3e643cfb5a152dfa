class Outer:
    class Inner:
        def go(self):
            pass


Outer.Inner().go()
