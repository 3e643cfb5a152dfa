from django.urls import path

from cart import views

urlpatterns = [
    path("", views.cart_page, name="cart"),
    path("items/", views.CartItemsView.as_view(), name="cart-items"),
    path("coupon/", views.coupon, name="cart-coupon"),
    path("gift-wrap/", views.gift_wrap, name="cart-gift-wrap"),
]
