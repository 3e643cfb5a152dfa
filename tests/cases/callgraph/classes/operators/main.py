class Money:
    def __add__(self, other):
        return self

    def __eq__(self, other):
        return True

    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        pass

    def __contains__(self, key):
        return True

    def __neg__(self):
        return self

    def __sub__(self, other):
        return self


money = Money()
money + money
money == money
money[0]
money[1] = 2
3 in money
-money
