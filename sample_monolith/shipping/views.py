from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from cart.services import price_cart
from common.exceptions import NotAllowed
from common.permissions import owns_or_staff, staff_required
from shipping import services
from shipping.models import Shipment


def options(request):
    """The shipping methods for the cart of the visitor, with prices."""
    country = request.GET.get("country", "NL").upper()
    totals = price_cart(request.cart, request.user)
    grams = sum(line.variant.weight_grams * line.quantity for line in totals.lines)
    goods = totals.subtotal - totals.discount
    methods = [
        {
            "id": method.pk,
            "name": f"{method.carrier.name} {method.name}",
            "price": str(
                services.shipping_cost(method, country, grams, goods, totals.free_shipping)
            ),
        }
        for method in services.methods_for(country, grams)
    ]
    return JsonResponse({"methods": methods})


@login_required
def track(request, pk):
    shipment = get_object_or_404(Shipment.objects.select_related("order"), pk=pk)
    if not owns_or_staff(request.user, shipment.order.user_id):
        raise NotAllowed("This is not your parcel.")
    events = [{"at": e.at.isoformat(), "code": e.code} for e in shipment.events.all()]
    return JsonResponse({"status": shipment.status, "events": events})


@staff_required
@require_POST
def dispatch(request, pk):
    shipment = get_object_or_404(Shipment, pk=pk)
    services.dispatch(shipment, request.POST.get("code", ""), user=request.user)
    return JsonResponse({"status": shipment.status})


@staff_required
def label(request, pk):
    return JsonResponse(services.label_data(get_object_or_404(Shipment, pk=pk)))
