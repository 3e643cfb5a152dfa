from celery import current_app

from stock.tasks import count


def place(skus):
    for sku in skus:
        count.delay(sku)
    current_app.send_task("stock.recount")
