class T:
    def key(self):
        return 1

    def go(self):
        pass

def by(t):
    return t.key()

ts = [T(), T()]
ts.sort(key=by)
for t in reversed(ts):
    t.go()
ts.copy()[0].go()
list(ts)[-1].go()
tuple(ts)[0].go()
