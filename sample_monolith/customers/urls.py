from django.urls import path

from customers import views

urlpatterns = [
    path("", views.account, name="account"),
    path("register/", views.register, name="register"),
    path("login/", views.sign_in, name="login"),
    path("logout/", views.sign_out, name="logout"),
    path("addresses/", views.add_address, name="add-address"),
    path("data/", views.my_data, name="my-data"),
    path("forget/", views.forget_me, name="forget-me"),
    path("<int:pk>/block/", views.block_customer, name="block-customer"),
]
