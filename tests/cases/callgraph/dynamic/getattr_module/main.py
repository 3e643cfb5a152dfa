import tools

getattr(tools, "build")()
for name in ("build", "clean"):
    getattr(tools, name)()
