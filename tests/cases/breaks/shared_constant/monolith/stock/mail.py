import os

from common.constants import FREE_FROM
from common.mail import kind
from flask import current_app


def tell():
    return os.environ.get("MAIL_HOST"), os.getenv("MAIL_WAIT", 5), kind(), current_app.config["MAIL_NAME"], FREE_FROM
