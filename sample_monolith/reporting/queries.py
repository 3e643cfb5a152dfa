"""Figures. Straight from everybody's tables, because that is fast."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

from django.db import connection, transaction
from django.db.models import Avg, Count, F, Q, Sum
from django.utils import timezone

from catalogue.models import Product
from common.money import ZERO, to_money
from customers.models import User
from inventory.models import Reservation, StockItem
from orders.models import Order, OrderLine
from payments.models import Payment, Refund
from promotions.models import CouponRedemption
from reporting.models import DailySales, ProductSales

# States that count as turnover.
PAID_STATUSES = ("paid", "packed", "shipped", "completed")

SALES_BY_CATEGORY = """
    SELECT c.name AS category,
           SUM(l.quantity) AS units,
           SUM(l.unit_price * l.quantity - l.discount) AS gross
    FROM orders_orderline l
    JOIN orders_order o ON o.id = l.order_id
    JOIN catalogue_variant v ON v.id = l.variant_id
    JOIN catalogue_product p ON p.id = v.product_id
    JOIN catalogue_category c ON c.id = p.category_id
    WHERE o.status IN (%s, %s, %s, %s) AND o.placed_at >= %s AND o.placed_at < %s
    GROUP BY c.name
    ORDER BY gross DESC, c.name
"""


def _rows(sql, parameters):
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def day_bounds(start: date, end: date) -> tuple[datetime, datetime]:
    """From the first moment of ``start`` up to, not including, the day after ``end``."""
    zone = timezone.get_current_timezone()
    first = datetime.combine(start, time.min, zone).astimezone(UTC)  # as the rows have it
    last = datetime.combine(end + timedelta(days=1), time.min, zone).astimezone(UTC)
    return first, last


def sales_by_category(start: date, end: date) -> list[dict]:
    rows = _rows(SALES_BY_CATEGORY, [*PAID_STATUSES, *day_bounds(start, end)])
    return [{**row, "gross": to_money(row["gross"])} for row in rows]


def best_customers(limit: int = 20) -> list[dict]:
    sql = """
        SELECT u.email, a.tier, COUNT(o.id) AS orders, SUM(o.total) AS spent
        FROM customers_user u
        JOIN orders_order o ON o.user_id = u.id
        LEFT JOIN customers_loyaltyaccount a ON a.user_id = u.id
        WHERE o.status IN (%s, %s, %s, %s)
        GROUP BY u.email, a.tier
        ORDER BY spent DESC, u.email
        LIMIT %s
    """
    return [{**row, "spent": to_money(row["spent"])} for row in _rows(sql, [*PAID_STATUSES, limit])]


def margins(start: date, end: date) -> list[dict]:
    """Turnover against the mean purchase price."""
    sql = """
        SELECT v.sku,
               SUM(l.quantity) AS units,
               SUM(l.unit_price * l.quantity - l.discount - l.vat) AS net,
               (SELECT AVG(pl.unit_cost) FROM inventory_purchaseorderline pl
                WHERE pl.variant_id = v.id) AS cost
        FROM orders_orderline l
        JOIN orders_order o ON o.id = l.order_id
        JOIN catalogue_variant v ON v.id = l.variant_id
        WHERE o.placed_at >= %s AND o.placed_at < %s
        GROUP BY v.id, v.sku
        ORDER BY v.sku
    """
    found = []
    for row in _rows(sql, [*day_bounds(start, end)]):
        cost = to_money(row["cost"] or 0) * row["units"]
        net = to_money(row["net"])
        found.append({"sku": row["sku"], "net": net, "cost": cost, "margin": net - cost})
    return found


def unpaid_invoices(older_than_days: int = 14) -> list[dict]:
    sql = (
        "SELECT i.number, o.number AS order_number, u.email, i.gross "
        "FROM payments_invoice i "
        "JOIN orders_order o ON o.id = i.order_id "
        "JOIN payments_payment p ON p.order_id = o.id AND p.method = 'invoice' "
        "LEFT JOIN customers_user u ON u.id = i.customer_id "
        "WHERE p.gateway_ref = '' AND i.issued_on < %s ORDER BY i.number"
    )
    return _rows(sql, [timezone.localdate() - timedelta(days=older_than_days)])


def top_products(start: date, end: date, limit: int = 10) -> list[dict]:
    first, last = day_bounds(start, end)
    return list(
        OrderLine.objects.filter(order__placed_at__gte=first, order__placed_at__lt=last)
        .values("variant__product__name", "variant__product__brand__name")
        .annotate(units=Sum("quantity"), gross=Sum(F("unit_price") * F("quantity")))
        .order_by("-units", "variant__product__name")[:limit]
    )


def stock_value() -> list[dict]:
    """What lies in each warehouse, at list prices."""
    return list(
        StockItem.objects.values("warehouse__code")
        .annotate(value=Sum(F("on_hand") * F("variant__list_price")), pieces=Sum("on_hand"))
        .order_by("warehouse__code")
    )


def held_stock() -> list[dict]:
    return list(
        Reservation.objects.filter(status="held", order__status="placed")
        .values("stock_item__variant__sku", "order__number")
        .annotate(pieces=Sum("quantity"))
        .order_by("stock_item__variant__sku", "order__number")
    )


def coupon_results() -> list[dict]:
    return list(
        CouponRedemption.objects.values("coupon__code")
        .annotate(uses=Count("pk"), given=Sum("amount"), turnover=Sum("order__total"))
        .order_by("coupon__code")
    )


def segments() -> list[dict]:
    """Orders and mean basket for each kind of customer."""
    paid = Q(orders__status__in=PAID_STATUSES)
    return list(
        User.objects.values("segment")
        .annotate(bought=Count("orders", filter=paid), basket=Avg("orders__total", filter=paid))
        .order_by("segment")
    )


def payment_mix(start: date, end: date) -> dict[str, Decimal]:
    first, last = day_bounds(start, end)
    captured = Payment.objects.filter(status="captured", captured_at__range=(first, last))
    sums = captured.values_list("method").annotate(total=Sum("amount")).order_by("method")
    return {method: to_money(total) for method, total in sums}


@transaction.atomic
def build_day(day: date) -> DailySales:
    """Condense a day into the reporting tables; safe to repeat."""
    first, last = day_bounds(day, day)
    orders = Order.objects.turnover().filter(placed_at__gte=first, placed_at__lt=last)
    lines = OrderLine.objects.filter(order__in=orders)
    refunds = Refund.objects.filter(created_at__gte=first, created_at__lt=last)
    row, _ = DailySales.objects.update_or_create(
        day=day,
        defaults={
            "orders": orders.count(),
            "units": lines.aggregate(n=Sum("quantity"))["n"] or 0,
            "gross": orders.aggregate(s=Sum("total"))["s"] or ZERO,
            "refunds": refunds.aggregate(s=Sum("amount"))["s"] or ZERO,
        },
    )
    ProductSales.objects.filter(day=day).delete()
    sold = lines.values("variant__product").annotate(
        units=Sum("quantity"), gross=Sum(F("unit_price") * F("quantity"))
    )
    ProductSales.objects.bulk_create(
        ProductSales(
            product_id=each["variant__product"], day=day, units=each["units"], gross=each["gross"]
        )
        for each in sold
    )
    return row


def sales_by_weekday():
    # The dashboard that showed this is gone.
    days = {number: ZERO for number in range(7)}
    for row in DailySales.objects.all():
        days[row.day.weekday()] += row.gross
    return days


def products_without_sales(days: int = 90):
    since = timezone.now() - timedelta(days=days)
    sold = OrderLine.objects.filter(order__placed_at__gte=since).values("variant__product_id")
    return Product.objects.on_sale().exclude(pk__in=sold)
