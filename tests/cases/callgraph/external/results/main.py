import re
import ext

log = ext.get_log("main")


def told(text):
    log.write("told")
    ext.pattern(text).match(text)
    found = ext.pattern(text)
    found.search(text)
    with ext.open_file(text) as stream:
        stream.read()
    return re.compile(text)


def passed(found, rows):
    found.group()
    for row in rows:
        row.show()
    first, second = ext.pair()
    first.run()


class Finder:
    def __init__(self):
        self.session = ext.Session()
        self.pattern = ext.pattern("a")

    def find(self):
        self.session.get("a")
        self.pattern.match("a")


told("a")
passed(ext.pattern("a"), ext.rows())
Finder().find()


class Match:
    def __init__(self, found):
        self.found = found

    def first(self):
        return self.found.group(1)


Match(ext.pattern("a")).first()
