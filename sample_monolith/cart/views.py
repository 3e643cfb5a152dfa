import json

from django.http import JsonResponse
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from django.views.generic import View

from cart import services
from common.exceptions import ShopError


def cart_page(request):
    totals = services.price_cart(request.cart, request.user)
    return render(request, "cart/cart.html", {"cart": request.cart, "totals": totals})


@method_decorator(csrf_exempt, name="dispatch")
class CartItemsView(View):
    """The cart as a resource; the mobile app uses it."""

    def get(self, request):
        return self._answer(request)

    def post(self, request):
        data = self._body(request)
        services.add_to_cart(request.cart, data.get("sku", ""), int(data.get("quantity", 1)))
        return self._answer(request, status=201)

    def patch(self, request):
        data = self._body(request)
        services.set_quantity(request.cart, data.get("sku", ""), int(data.get("quantity", 0)))
        return self._answer(request)

    def _body(self, request):
        try:
            return json.loads(request.body or "{}")
        except ValueError as error:
            raise ShopError("The body is not JSON.") from error

    def _answer(self, request, status=200):
        totals = services.price_cart(request.cart, request.user)
        return JsonResponse(totals.as_dict(), status=status)


@require_POST
def coupon(request):
    user = request.user if request.user.is_authenticated else None
    services.use_coupon(request.cart, request.POST.get("code", ""), user)
    return JsonResponse(services.price_cart(request.cart, request.user).as_dict())


@require_POST
def gift_wrap(request):
    request.cart.gift_wrap = request.POST.get("on") == "1"
    request.cart.save()
    return JsonResponse({"gift_wrap": request.cart.gift_wrap})
