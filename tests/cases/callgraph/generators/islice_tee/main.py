from itertools import islice, takewhile

class Page:
    def show(self):
        pass

def pages():
    while True:
        yield Page()

def good(page):
    return True

for page in islice(pages(), 2):
    page.show()

for page in takewhile(good, [Page()]):
    page.show()
