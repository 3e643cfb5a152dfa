from common.request import current


def show(request):
    if current.user:
        return request.session["cart_id"], request.basket, request.shop, request.method
    return request.session.get("nothing")
