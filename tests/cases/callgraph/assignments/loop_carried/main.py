def start():
    pass


def again():
    pass


step = start
for _ in range(2):
    step()
    step = again
