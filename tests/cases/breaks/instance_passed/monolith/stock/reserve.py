def reserve(order, count: int) -> None:
    print(order.number, order.pk, count)
