"""Middleware of the shop: the current request for everybody, the cart, and errors as JSON."""

import logging

from django.http import JsonResponse

from common import registry
from common.exceptions import ShopError

logger = logging.getLogger(__name__)


class CurrentRequestMiddleware:
    """Keep the request in a thread local, so that models can find out who is saving them."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        registry.set_current_request(request)
        try:
            return self.get_response(request)
        finally:
            registry.set_current_request(None)


class CartMiddleware:
    """Put ``request.cart`` on each request; it is looked up only when somebody asks."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        from django.utils.functional import SimpleLazyObject

        from cart.services import cart_for_request

        request.cart = SimpleLazyObject(lambda: cart_for_request(request))
        return self.get_response(request)


class ShopErrorMiddleware:
    """Turn our own exceptions into JSON problems; leave every other one to Django."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if not isinstance(exception, ShopError):
            return None
        logger.info("%s on %s: %s", type(exception).__name__, request.path, exception)
        body = {"error": exception.code, "detail": str(exception)}
        return JsonResponse(body, status=exception.http_status)
