def old():
    return True


if old():
    def read():
        pass
else:
    def read():
        pass

read()
