import json
from decimal import InvalidOperation

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from common.exceptions import NotAllowed
from common.money import to_money
from common.permissions import owns_or_staff
from payments import invoices, services
from payments.models import Invoice, StoreCreditEntry


@login_required
def invoice(request, number):
    found = get_object_or_404(Invoice.objects.select_related("order"), number=number)
    if not owns_or_staff(request.user, found.customer_id):
        raise NotAllowed("This is not your invoice.")
    if request.GET.get("format") == "text":
        return HttpResponse(invoices.as_text(found), content_type="text/plain; charset=utf-8")
    return JsonResponse(
        {
            "number": found.number,
            "order": found.order.number,
            "gross": str(found.gross),
            "vat": {name: str(vat) for name, vat in invoices.vat_summary(found).items()},
        }
    )


@login_required
def credit(request):
    return JsonResponse({"credit": str(to_money(StoreCreditEntry.balance_of(request.user)))})


@login_required
@require_POST
def gift_card(request):
    amount = services.redeem_gift_card(request.user, request.POST.get("code", ""))
    return JsonResponse({"added": str(amount)})


@login_required
@require_POST
def refund(request, number):
    """Refund by hand, for finance."""
    from orders.models import Order

    if not request.user.may_refund():
        raise NotAllowed("Only finance may refund.")
    order = get_object_or_404(Order, number=number)
    try:
        amount = to_money(request.POST.get("amount", ""))
    except InvalidOperation:
        return JsonResponse({"error": "amount"}, status=400)
    reason = request.POST.get("reason", "goodwill")
    made = services.refund_order(order, amount, reason, actor=request.user)
    return JsonResponse({"refunds": [str(r.amount) for r in made]})


@csrf_exempt
@require_POST
def webhook(request):
    try:
        event = json.loads(request.body)
    except ValueError:
        return JsonResponse({"error": "json"}, status=400)
    return JsonResponse({"result": services.handle_webhook(event)})
