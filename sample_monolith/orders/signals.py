"""Signals of the life of an order. Receivers live in other apps."""

from django.dispatch import Signal

order_placed = Signal()  # order
order_cancelled = Signal()  # order, reason
return_received = Signal()  # return_request
