from django.urls import path

from shipping import views

urlpatterns = [
    path("options/", views.options, name="shipping-options"),
    path("parcels/<int:pk>/", views.track, name="track"),
    path("parcels/<int:pk>/dispatch/", views.dispatch, name="dispatch"),
    path("parcels/<int:pk>/label/", views.label, name="label"),
]
