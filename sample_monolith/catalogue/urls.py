from django.urls import path

from catalogue import views

urlpatterns = [
    path("", views.ProductSearchView.as_view(), name="search"),
    path("categories/", views.categories, name="categories"),
    path("p/<slug:slug>/", views.product_page, name="product"),
    path("p/<slug:slug>/json/", views.product_json, name="product-json"),
    path("p/<slug:slug>/review/", views.review, name="review"),
    path("p/<slug:slug>/favourite/", views.favourite, name="favourite"),
    path("p/<slug:slug>/merge/", views.merge, name="merge-products"),
    path("sku/<str:sku>/watch/", views.watch, name="watch"),
    path("sku/<str:sku>/price/", views.set_price, name="set-price"),
    path("reviews/<int:pk>/approve/", views.approve, name="approve-review"),
]
