m = __import__("mod")
m.f()
