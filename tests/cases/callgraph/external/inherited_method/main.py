from base import Model


class Order(Model):
    def finish(self):
        self.save()


Order().finish()
