from django.contrib.auth import get_user_model


def people():
    return get_user_model().objects.all()
