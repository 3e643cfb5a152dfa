from datetime import date, timedelta

from django.http import HttpResponse, JsonResponse
from django.utils import timezone
from django.views.generic import View

from common.permissions import ReportAccessMixin
from reporting import exports, queries
from shop.celery import app


class PeriodMixin:
    """``?start=2026-01-01&end=2026-01-31``; the last thirty days when left out."""

    def period(self) -> tuple[date, date]:
        today = timezone.localdate()
        query = self.request.GET
        start = date.fromisoformat(query["start"]) if "start" in query else today - timedelta(30)
        end = date.fromisoformat(query["end"]) if "end" in query else today
        return start, end


class DashboardView(ReportAccessMixin, PeriodMixin, View):
    def get(self, request):
        start, end = self.period()
        mix = queries.payment_mix(start, end)
        return JsonResponse(
            {
                "categories": queries.sales_by_category(start, end),
                "top": queries.top_products(start, end),
                "payments": mix,
                "segments": queries.segments(),
                "coupons": queries.coupon_results(),
            }
        )


class StockReportView(ReportAccessMixin, View):
    def get(self, request):
        idle = [product.name for product in queries.products_without_sales()]
        return JsonResponse(
            {"value": queries.stock_value(), "held": queries.held_stock(), "idle": idle}
        )


class FinanceView(ReportAccessMixin, PeriodMixin, View):
    def get(self, request):
        return JsonResponse(
            {
                "unpaid": queries.unpaid_invoices(),
                "margins": queries.margins(*self.period()),
                "customers": queries.best_customers(),
            }
        )


class ExportView(ReportAccessMixin, View):
    def get(self, request, kind):
        try:
            text = exports.run_report(kind, request.GET.dict())
        except ValueError as error:
            return JsonResponse({"error": str(error)}, status=400)
        return HttpResponse(text, content_type="text/csv; charset=utf-8")


class SavedReportView(ReportAccessMixin, View):
    def post(self, request):
        from reporting.models import SavedReport

        report = SavedReport.objects.create(
            owner=request.user, name=request.POST["name"], kind=request.POST["kind"]
        )
        app.send_task("shop.tasks.export_sales", args=[report.pk])
        return JsonResponse({"id": report.pk}, status=202)
