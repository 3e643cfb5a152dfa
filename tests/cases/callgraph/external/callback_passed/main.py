import scheduler


def job():
    pass


scheduler.every(job)
