"""Companies that move the money."""

from dataclasses import dataclass
from decimal import Decimal

from common import registry
from common.conf import shop_setting
from common.exceptions import RemoteError, ShopError
from common.http import JsonClient


class PaymentDeclined(ShopError):
    code = "payment_declined"
    http_status = 402

    def __init__(self, reason: str):
        super().__init__(f"The payment was declined ({reason}).")
        self.reason = reason


@dataclass(frozen=True)
class Receipt:
    reference: str
    amount: Decimal


@registry.provider("payment", "sandbox")
class SandboxGateway:
    """Answers at once; the token decides what. For development and tests."""

    def charge(self, reference: str, amount: Decimal, token: str) -> Receipt:
        if token == "tok_declined":
            raise PaymentDeclined("insufficient_funds")
        if token == "tok_timeout":
            raise RemoteError("payments", "timed out")
        return Receipt(f"sb-{reference[:12]}", amount)

    def refund(self, reference: str, amount: Decimal) -> Receipt:
        return Receipt(f"{reference}-r", amount)

    def void(self, reference: str) -> None:
        return None


@registry.provider("payment", "paywell")
class PaywellGateway(JsonClient):
    system = "paywell"

    def __init__(self):
        super().__init__(
            shop_setting("PAYMENT_URL"),
            shop_setting("PAYMENT_KEY"),
            shop_setting("PAYMENT_TIMEOUT"),
        )

    def charge(self, reference, amount, token):
        answer = self.post(
            "charges", {"reference": reference, "amount": self._cents(amount), "token": token}
        )
        if answer.get("status") == "declined":
            raise PaymentDeclined(answer.get("reason", "unknown"))
        if "id" not in answer:
            raise RemoteError(self.system, "no id in the answer")
        return Receipt(answer["id"], amount)

    def refund(self, reference, amount):
        answer = self.post(f"charges/{reference}/refunds", {"amount": self._cents(amount)})
        return Receipt(answer["id"], amount)

    def void(self, reference):
        self.post(f"charges/{reference}/void", {})

    @staticmethod
    def _cents(amount):
        return int(amount * 100)


class ChequeGateway:
    """Bookkeeping for cheques; the last one came in 2017."""

    def charge(self, reference, amount, token):
        return Receipt(f"chq-{token}", amount)


def gateway():
    return registry.find_provider("payment", shop_setting("PAYMENT_PROVIDER"))()
