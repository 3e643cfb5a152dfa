def job(x):
    pass


run = lambda x: job(x)
run(1)
