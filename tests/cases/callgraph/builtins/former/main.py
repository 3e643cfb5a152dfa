try:
    ask = raw_input
except NameError:
    ask = input


def read():
    return unicode(ask())


def own():
    return missing()


read()
own()
