class Disk:
    def keep(self):
        pass
