"""The exceptions of the shop; the middleware turns them into JSON."""


class ShopError(Exception):
    code = "shop_error"
    http_status = 400


class NotAllowed(ShopError):
    code = "not_allowed"
    http_status = 403


class InvalidState(ShopError):
    """An object is not in the state that an operation needs."""

    code = "invalid_state"
    http_status = 409


class RemoteError(ShopError):
    """Another company's system did not answer, or answered nonsense."""

    code = "remote_error"
    http_status = 502

    def __init__(self, system: str, message: str):
        super().__init__(f"{system}: {message}")
        self.system = system
