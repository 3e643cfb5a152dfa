def plain(self):
    pass


class Report:
    style = plain

    def render(self):
        self.style()


Report().render()
