from common.request import CART, current


def add(request):
    request.session[CART] = 1
    request.session["orders"] = 2
    request.basket = request.shop
    current.user = request.user
    return request.session["orders"]
