def work():
    pass


def repair():
    pass


def close():
    pass


try:
    work()
except ValueError:
    repair()
finally:
    close()
