class User:
    def greet(self):
        pass

class Nobody:
    def greet(self):
        pass

users = [User()]
user = next((u for u in users if u), Nobody())
user.greet()
next(iter([]), Nobody()).greet()
