from django.contrib.auth import authenticate, login, logout
from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from common.money import to_money
from common.permissions import staff_required
from customers import loyalty, services
from customers.forms import AddressForm, RegistrationForm
from customers.models import User


@require_POST
def register(request):
    form = RegistrationForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"errors": form.errors}, status=400)
    user = services.register_customer(**form.cleaned_data)
    login(request, user)
    return JsonResponse({"email": user.email}, status=201)


@require_POST
def sign_in(request):
    user = authenticate(
        request,
        username=request.POST.get("email", "").lower(),
        password=request.POST.get("password", ""),
    )
    if user is None:
        return JsonResponse({"error": "credentials"}, status=401)
    login(request, user)
    return JsonResponse({"email": user.email})


@require_POST
def sign_out(request):
    logout(request)
    return JsonResponse({"signed_out": True})


@login_required
def account(request):
    """The account page: who, points, last orders. One of our busiest pages."""
    from orders.models import Order

    user = request.user
    points = loyalty.account_of(user)
    orders = Order.objects.for_user(user).prefetch_related("lines")[:5]
    return JsonResponse(
        {
            "name": user.display_name(),
            "segment": user.get_segment_display(),
            "points": points.balance(),
            "points_value": str(loyalty.value_of(points.balance())),
            "tier": points.tier,
            "spent": str(to_money(user.lifetime_value())),
            "orders": [order.as_dict() for order in orders],
        }
    )


@login_required
@require_POST
def add_address(request):
    form = AddressForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"errors": form.errors}, status=400)
    data = dict(form.cleaned_data)
    address = services.save_address(request.user, data.pop("kind"), data)
    return JsonResponse({"id": address.pk, "lines": address.lines()}, status=201)


@login_required
def my_data(request):
    return JsonResponse(services.data_export(request.user))


@staff_required
@require_POST
def block_customer(request, pk):
    services.block(get_object_or_404(User, pk=pk), request.POST.get("reason", "fraud"))
    return JsonResponse({"blocked": True})


@login_required
@require_POST
def forget_me(request):
    services.anonymise(request.user)
    logout(request)
    return JsonResponse({"forgotten": True})
