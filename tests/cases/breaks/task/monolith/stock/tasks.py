from celery import shared_task


@shared_task
def count(sku):
    return sku


@shared_task(name="stock.recount")
def recount():
    count.delay("all")
