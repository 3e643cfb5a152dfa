"""Reports as CSV files."""

from datetime import date

from orders.services import CsvRows
from reporting import queries
from reporting.models import DailySales, SavedReport


class CategoryExport(CsvRows):
    header = ("category", "units", "gross")

    def row(self, item):
        return (item["category"], item["units"], item["gross"])


class CustomerExport(CsvRows):
    header = ("email", "tier", "orders", "spent")
    delimiter = ","

    def row(self, item):
        return (item["email"], item["tier"] or "", item["orders"], item["spent"])


class DailyExport(CsvRows):
    header = ("day", "orders", "units", "gross", "refunds")

    def row(self, item):
        return (item.day.isoformat(), item.orders, item.units, item.gross, item.refunds)


def run_report(kind: str, parameters: dict) -> str:
    start = date.fromisoformat(parameters.get("start", "2000-01-01"))
    end = date.fromisoformat(parameters.get("end", "2099-12-31"))
    if kind == "categories":
        return CategoryExport().as_csv(queries.sales_by_category(start, end))
    if kind == "customers":
        return CustomerExport().as_csv(queries.best_customers(parameters.get("limit", 20)))
    if kind == "daily":
        return DailyExport().as_csv(DailySales.objects.filter(day__range=(start, end)))
    raise ValueError(f"There is no report {kind!r}.")


def run_saved_report(saved_report_id: int) -> str:
    report = SavedReport.objects.select_related("owner").get(pk=saved_report_id)
    if not report.owner.may_see_reports():
        raise PermissionError(f"{report.owner} may not see reports.")
    return run_report(report.kind, report.parameters)
