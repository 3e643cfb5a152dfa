import argparse

def add(options):
    return 1

def drop(options):
    return 2

def main(arguments):
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers()
    commands.add_parser("add").set_defaults(run=add)
    commands.add_parser("drop").set_defaults(run=drop)
    options = parser.parse_args(arguments)
    return options.run(options)

main(["add"])
main(["drop"])
