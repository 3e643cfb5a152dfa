"""The one Celery application of the shop."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")


class ShopCelery(Celery):
    """Celery ignores ``task_always_eager`` in ``send_task``; on a laptop we want it to run."""

    def send_task(self, name, args=None, kwargs=None, **options):
        if self.conf.task_always_eager:
            self.loader.import_default_modules()
            return self.tasks[name].apply(args=args or (), kwargs=kwargs or {})
        return super().send_task(name, args=args, kwargs=kwargs, **options)


app = ShopCelery("shop")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(["shop"])
