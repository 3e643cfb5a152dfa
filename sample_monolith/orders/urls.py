from django.urls import path

from orders import views

urlpatterns = [
    path("", views.order_list, name="orders"),
    path("checkout/", views.CheckoutView.as_view(), name="checkout"),
    path("returns/<str:number>/receive/", views.receive_return, name="receive-return"),
    path("returns/<str:number>/reject/", views.reject_return, name="reject-return"),
    path("<str:number>/", views.order_page, name="order"),
    path("<str:number>/cancel/", views.cancel, name="cancel-order"),
    path("<str:number>/again/", views.order_again, name="order-again"),
    path("<str:number>/return/", views.request_return, name="request-return"),
    path("<str:number>/slip/", views.packing_slip, name="packing-slip"),
]
