def work():
    from db import connect
    connection = connect()
    connection.close()

class Holder:
    import db
    def go(self):
        self.db.connect()

work()
Holder().go()
