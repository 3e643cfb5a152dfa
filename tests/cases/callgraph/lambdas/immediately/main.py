def f():
    pass

(lambda: f())()
(lambda x: lambda: x())(f)()
