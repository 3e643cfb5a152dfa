from django.urls import path

from payments import views

urlpatterns = [
    path("credit/", views.credit, name="credit"),
    path("gift-card/", views.gift_card, name="gift-card"),
    path("webhook/", views.webhook, name="payment-webhook"),
    path("invoices/<str:number>/", views.invoice, name="invoice"),
    path("orders/<str:number>/refund/", views.refund, name="refund"),
]
