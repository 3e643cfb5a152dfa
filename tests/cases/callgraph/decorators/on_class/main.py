def register(kind):
    return kind


@register
class Plugin:
    def load(self):
        pass


Plugin().load()
