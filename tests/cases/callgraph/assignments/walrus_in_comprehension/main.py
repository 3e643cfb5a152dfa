class Match:
    def group(self):
        return 1

def find(text):
    if text:
        return Match()
    return None

found = [m.group() for t in ["a", "b"] if (m := find(t))]
