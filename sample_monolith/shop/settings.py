"""Settings of the shop. One file for every environment; the environment overrides a few values."""

import os
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
TESTING = os.environ.get("SHOP_TESTING") == "1"

SECRET_KEY = os.environ.get("SHOP_SECRET_KEY", "insecure-development-key")
DEBUG = os.environ.get("SHOP_DEBUG", "1") == "1" and not TESTING
ALLOWED_HOSTS = ["*"]

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "common",
    "shop",
    "customers.apps.CustomersConfig",
    "catalogue",
    "inventory.apps.InventoryConfig",
    "promotions",
    "cart",
    "orders",
    "payments",
    "shipping.apps.ShippingConfig",
    "notifications.apps.NotificationsConfig",
    "reporting",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "shop.middleware.CurrentRequestMiddleware",
    "shop.middleware.CartMiddleware",
    "shop.middleware.ShopErrorMiddleware",
]

ROOT_URLCONF = "shop.urls"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": os.environ.get("SHOP_DATABASE", str(BASE_DIR / "db.sqlite3")),
        "TEST": {"NAME": ":memory:"},
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "customers.User"
LOGIN_URL = "/account/login/"
if TESTING:
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
SESSION_ENGINE = "django.contrib.sessions.backends.db"

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
STATIC_URL = "static/"

EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
DEFAULT_FROM_EMAIL = "Northlight Shop <shop@northlight.example>"

# Celery. "pickle" because the back-in-stock mail hands a whole variant to its task.
CELERY_BROKER_URL = os.environ.get("SHOP_BROKER_URL", "memory://")
CELERY_TASK_ALWAYS_EAGER = TESTING or os.environ.get("SHOP_EAGER_TASKS", "1") == "1"
CELERY_TASK_EAGER_PROPAGATES = True
CELERY_TASK_SERIALIZER = "pickle"
CELERY_ACCEPT_CONTENT = ["json", "pickle"]
CELERY_BEAT_SCHEDULE = {
    "release-expired-reservations": {
        "task": "shop.tasks.release_expired_reservations",
        "schedule": timedelta(minutes=5),
    },
    "remind-abandoned-carts": {
        "task": "shop.tasks.remind_abandoned_carts",
        "schedule": timedelta(hours=1),
    },
    "poll-carrier-tracking": {
        "task": "shop.tasks.poll_carrier_tracking",
        "schedule": timedelta(minutes=30),
    },
    "expire-loyalty-points": {
        "task": "shop.tasks.expire_loyalty_points",
        "schedule": timedelta(days=1),
    },
    "build-daily-sales": {
        "task": "shop.tasks.build_daily_sales",
        "schedule": timedelta(days=1),
    },
    "send-reorder-report": {
        "task": "shop.tasks.send_reorder_report",
        "schedule": timedelta(days=7),
    },
}

# Shop settings, read through common.conf.
SHOP = {
    "CURRENCY": "EUR",
    "HOME_COUNTRY": "NL",
    "PAYMENT_PROVIDER": os.environ.get("SHOP_PAYMENT_PROVIDER", "sandbox"),
    "PAYMENT_URL": "https://payments.example/v2",
    "PAYMENT_KEY": os.environ.get("SHOP_PAYMENT_KEY", ""),
    "RATES_PROVIDER": os.environ.get("SHOP_RATES_PROVIDER", "table"),
    "RATES_URL": "https://rates.example/quote",
    "FREE_SHIPPING_FROM": Decimal("50.00"),
    "RESERVATION_MINUTES": 30,
    "PURCHASING_EMAIL": "purchasing@northlight.example",
}
