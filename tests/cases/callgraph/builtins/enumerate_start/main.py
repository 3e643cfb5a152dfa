class Row:
    def show(self, number):
        pass

for number, row in enumerate([Row()], start=1):
    row.show(number)
