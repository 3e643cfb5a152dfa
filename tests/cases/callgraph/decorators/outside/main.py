from tools import cached


@cached
def job():
    pass


job()
