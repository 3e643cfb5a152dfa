def done():
    pass

def nothing():
    pass

def run(**options):
    options.get("callback", nothing)()
    options["other"]()

run(callback=done, other=nothing)
