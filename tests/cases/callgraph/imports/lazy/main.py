def run():
    from late import job

    job()


run()
