from itertools import groupby

class Word:
    def first(self):
        return "a"

    def show(self):
        pass

for key, group in groupby([Word(), Word()], key=lambda w: w.first()):
    for word in group:
        word.show()
