import json

from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST
from django.views.generic import View

from common.exceptions import NotAllowed
from common.permissions import owns_or_staff, staff_required
from customers.models import Address
from orders import returns, services
from orders.checkout import CheckoutData, place_order, preview
from orders.models import Order, ReturnRequest
from shipping.models import ShippingMethod


class CheckoutView(LoginRequiredMixin, View):
    """``GET`` shows what it will cost, ``POST`` orders."""

    def get(self, request):
        method = ShippingMethod.objects.filter(pk=request.GET.get("method") or 0).first()
        points = int(request.GET.get("points") or 0)
        country = request.GET.get("country", "NL")
        return JsonResponse(preview(request.cart, request.user, method, country, points))

    def post(self, request):
        data = json.loads(request.body or "{}")
        address = get_object_or_404(Address, pk=data.get("address"), user=request.user)
        method = get_object_or_404(ShippingMethod, pk=data.get("method"), is_active=True)
        order = place_order(
            request.cart,
            request.user,
            CheckoutData(
                shipping_address=address,
                method=method,
                payment_method=data.get("payment", "card"),
                card_token=data.get("token", ""),
                points=int(data.get("points", 0)),
                use_credit=bool(data.get("use_credit")),
                note=data.get("note", ""),
                ip_address=request.META.get("REMOTE_ADDR"),
            ),
        )
        return JsonResponse(order.as_dict(), status=201)


def _visible_order(request, number):
    order = get_object_or_404(Order.objects.with_everything(), number=number)
    if not owns_or_staff(request.user, order.user_id):
        raise NotAllowed("This is not your order.")
    return order


@login_required
def order_list(request):
    orders = Order.objects.for_user(request.user).prefetch_related("lines")
    if request.GET.get("format") == "csv":
        return HttpResponse(services.OrderList().as_csv(orders), content_type="text/csv")
    return JsonResponse({"orders": [order.as_dict() for order in orders]})


@login_required
def order_page(request, number):
    order = _visible_order(request, number)
    context = {
        "order": order,
        "track_url": order.track_url(),
        "invoice": order.invoice_number(),
        "customer": order.customer_name(),
    }
    return render(request, "orders/order.html", context)


@login_required
@require_POST
def cancel(request, number):
    order = _visible_order(request, number)
    order.cancel(actor=request.user, reason=request.POST.get("reason", ""))
    return JsonResponse(order.as_dict())


@login_required
@require_POST
def order_again(request, number):
    order = _visible_order(request, number)
    missing = services.reorder(order, request.cart)
    return JsonResponse({"missing": missing})


@login_required
@require_POST
def request_return(request, number):
    order = _visible_order(request, number)
    data = json.loads(request.body or "{}")
    made = returns.request_return(
        order, request.user, data.get("lines", {}), data.get("reason", "")
    )
    return JsonResponse({"number": made.number}, status=201)


@staff_required
@require_POST
def receive_return(request, number):
    made = get_object_or_404(ReturnRequest, number=number)
    damaged = json.loads(request.body or "{}").get("damaged", {})
    total = returns.receive_return(made, damaged, actor=request.user)
    return JsonResponse({"refunded": str(total)})


@staff_required
@require_POST
def reject_return(request, number):
    made = get_object_or_404(ReturnRequest, number=number)
    returns.reject_return(made, request.POST.get("note", ""), actor=request.user)
    return JsonResponse({"status": made.status})


@staff_required
def packing_slip(request, number):
    return JsonResponse(services.packing_slip(get_object_or_404(Order, number=number)))
