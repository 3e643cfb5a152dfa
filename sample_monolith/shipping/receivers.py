from common.events import subscribe
from shipping.services import plan_shipments


@subscribe("payment.captured")
def pack_order(order, **payload):
    plan_shipments(order)
