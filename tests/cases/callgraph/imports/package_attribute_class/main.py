from a import Base

class Own(Base):
    def extra(self):
        return super().extra()

Own().hook()
Base().hook()
