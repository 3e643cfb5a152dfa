def job():
    pass
