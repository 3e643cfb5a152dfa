"""Settings and constants: what they are, and who reads which setting by its name."""

from collections.abc import Iterator

from analyzer.dialects.settings.constants import constants
from analyzer.dialects.settings.reads import reads
from analyzer.dialects.settings.values import settings
from analyzer.model.framework import FrameworkFact, SettingFact
from analyzer.model.page import Dialect, Example, Page


def read(page: Page) -> Iterator[FrameworkFact]:
    """What a file says about settings and constants."""
    found = list(settings(page))
    yield from found
    known = {(fact.name, fact.line) for fact in found if isinstance(fact, SettingFact)}
    yield from (fact for fact in constants(page) if fact.holder or (fact.name, fact.line) not in known)
    yield from reads(page)


EXAMPLES = (
    Example(
        "A settings module",
        """\
import os

SECRET_KEY = "do-not-print"
AUTH_USER_MODEL = "customers.User"
INSTALLED_APPS = ["django.contrib.admin", "shop.orders"] + EXTRA
DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "PASSWORD": "hunter2"}}
BROKER_URL = "redis://user:secret@queue.example/0"
DEBUG = os.environ.get("DEBUG")
local = 1
""",
        (
            "setting name='SECRET_KEY' value=\"'***'\" line=3",
            (
                "setting name='AUTH_USER_MODEL' value='\"customers.User\"' line=4 strings=customers.User "
                "literal='customers.User'"
            ),
            (
                "setting name='INSTALLED_APPS' value='[\"django.contrib.admin\", \"shop.orders\"] + EXTRA' line=5 "
                "strings=django.contrib.admin,shop.orders"
            ),
            (
                'setting name=\'DATABASES\' value=\'{"default": {"ENGINE": "django.db.backends.postgresql", '
                "\"PASSWORD\": \\'***\\'}}' line=6 strings=django.db.backends.postgresql"
            ),
            (
                "setting name='BROKER_URL' value='\"redis://***@queue.example/0\"' line=7 "
                "literal='redis://***@queue.example/0'"
            ),
            "setting name='DEBUG' value='os.environ.get(\"DEBUG\")' line=8",
            "setting_use scope=module name='DEBUG' line=8",
        ),
        "shop.settings",
    ),
    Example(
        "A configuration class",
        """\
class ProductionConfig:
    SESSION_TYPE = "redis"
    API_TOKEN = "abc"
""",
        (
            "setting name='SESSION_TYPE' value='\"redis\"' line=2 literal='redis'",
            "setting name='API_TOKEN' value=\"'***'\" line=3",
        ),
        "shop.config",
    ),
    Example(
        "Constants elsewhere",
        """\
LARGE_ORDER = Decimal("1000")
PAID_STATES = ("paid", "packed")
RETURN_DAYS = -1
SHOP_DEFAULTS = {"FREE_FROM": 50, "other": 1}
LIMIT = 10
API_TOKEN = "abc"
PARSED_DATE = parse("today")
IS_OPEN = True
def inside():
    ANY_LIMIT = 3
""",
        (
            "constant name='LARGE_ORDER' value='Decimal(\"1000\")' line=1",
            "constant name='PAID_STATES' value=\"['paid', 'packed']\" line=2",
            "constant name='RETURN_DAYS' value='-1' line=3",
            "constant name='FREE_FROM' value='50' line=4 holder='SHOP_DEFAULTS'",
        ),
        "shop.orders",
    ),
    Example(
        "Who reads a setting",
        """\
import os
from os import environ
def send(app, request):
    host = os.environ["MAIL_HOST"]
    port = os.getenv("MAIL_PORT", 25)
    name = environ.get("MAIL_NAME")
    page = current_app.config["PAGE_SIZE"]
    size = app.config.get("PAGE_ROWS", 3)
    return os.environ["lower"], parser.config["rows"], config["PAGE_SIZE"], request.environ["HOST"]
""",
        (
            "setting_use scope=send name='MAIL_HOST' line=4",
            "setting_use scope=send name='PAGE_SIZE' line=7",
            "setting_use scope=send name='MAIL_PORT' line=5 default='25'",
            "setting_use scope=send name='MAIL_NAME' line=6",
            "setting_use scope=send name='PAGE_ROWS' line=8 default='3'",
        ),
        "shop.mail",
    ),
)

SETTINGS = Dialect("settings", (), read, EXAMPLES)
