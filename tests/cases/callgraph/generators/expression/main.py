def job():
    pass


for action in (job for _ in [1, 2]):
    action()
