from django.contrib.auth.decorators import login_required, permission_required
from django.shortcuts import render


@login_required
def orders(request):
    return render(request, "orders.html")


@permission_required("orders.change_order")
def change(request):
    return render(request, "order.html")


def cart(request):
    if request.user.has_perm("orders.view_cart"):
        return render(request, "cart.html")
    return render(request, "empty.html")


def about(request):
    return render(request, "about.html")
