from flask import current_app


def kind():
    return current_app.config.get("MAIL_KIND")
