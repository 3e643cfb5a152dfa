def dumps(x):
    return 1
