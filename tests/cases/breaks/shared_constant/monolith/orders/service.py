from common.constants import VAT
from orders.limits import MOST
from stock import limits


def allowed(count):
    return limits.LEAST < count < limits.MOST and count < MOST + VAT
