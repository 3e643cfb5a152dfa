class Positive:
    def __get__(self, instance, owner):
        return self.make()

    def __set__(self, instance, value):
        self.check(value)

    def make(self):
        return 1

    def check(self, value):
        pass

class Account:
    balance = Positive()

account = Account()
account.balance = 5
account.balance
