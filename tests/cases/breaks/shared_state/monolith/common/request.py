import threading

CART = "cart_id"
current = threading.local()


class Middleware:
    def __call__(self, request):
        request.shop = "main"
        return self.answer(request)
