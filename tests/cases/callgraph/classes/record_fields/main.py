from collections import namedtuple

Style = namedtuple("Style", ["head", "row"])

def plain_head():
    pass

def plain_row():
    pass

style = Style(plain_head, row=plain_row)
style.head()
style[1]()
head, row = style
row()

class Named(namedtuple("Named", "action")):
    def go(self):
        self.action()

Named(plain_head).go()
