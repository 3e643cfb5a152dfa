def job():
    pass


def pick():
    return job


if (chosen := pick()):
    chosen()
