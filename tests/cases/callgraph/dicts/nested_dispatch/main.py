def create():
    pass

def remove():
    pass

commands = {"user": {"add": create, "del": remove}}

def run(section, verb):
    commands[section][verb]()

run("user", "add")
run("user", "del")
