class AppError(Exception):
    def report(self):
        return self.code()

    def code(self):
        return 1

class NotFound(AppError):
    def code(self):
        return 404

def find():
    raise NotFound()

try:
    find()
except AppError as error:
    error.report()
AppError().report()
