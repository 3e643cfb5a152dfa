def spin():
    pass
