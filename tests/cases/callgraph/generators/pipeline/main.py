class Line:
    def clean(self):
        return Record()

class Record:
    def save(self):
        pass

def read():
    yield Line()

def clean(lines):
    for line in lines:
        yield line.clean()

def save(records):
    for record in records:
        record.save()

save(clean(read()))
