class Commands:
    def do_start(self):
        pass

    def do_stop(self):
        pass

    def onecmd(self, name):
        getattr(self, f"do_{name}")()

commands = Commands()
commands.onecmd("start")
commands.onecmd("stop")
