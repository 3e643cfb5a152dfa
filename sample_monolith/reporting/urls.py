from django.urls import path

from reporting import views

urlpatterns = [
    path("", views.DashboardView.as_view(), name="dashboard"),
    path("stock/", views.StockReportView.as_view(), name="stock-report"),
    path("finance/", views.FinanceView.as_view(), name="finance-report"),
    path("saved/", views.SavedReportView.as_view(), name="saved-reports"),
    path("export/<slug:kind>/", views.ExportView.as_view(), name="export"),
]
