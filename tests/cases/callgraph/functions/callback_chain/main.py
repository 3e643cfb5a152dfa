def add(first):
    def then(second):
        first()
        second()
        return then
    return then

def a():
    pass

def b():
    pass

add(a)(b)(a)
