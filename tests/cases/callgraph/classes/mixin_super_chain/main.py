class Base:
    def save(self):
        pass

class Log(Base):
    def save(self):
        super().save()

class Check(Base):
    def save(self):
        super().save()

class Model(Log, Check):
    def save(self):
        super().save()

Model().save()
