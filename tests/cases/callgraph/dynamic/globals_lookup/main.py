def cmd_run():
    pass

def cmd_stop():
    pass

def dispatch(name):
    globals()["cmd_" + name]()

dispatch("run")
dispatch("stop")
