class Check:
    def passes(self):
        return False

checks = [Check()]

def ok():
    return any(check.passes() for check in checks)

ok()
