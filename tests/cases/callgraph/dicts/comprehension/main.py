def job():
    pass


table = {name: job for name in ["a", "b"]}
table["a"]()
