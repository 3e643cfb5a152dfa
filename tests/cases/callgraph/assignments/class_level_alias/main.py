class Shape:
    def area(self):
        return 1

    size = area

Shape().size()
