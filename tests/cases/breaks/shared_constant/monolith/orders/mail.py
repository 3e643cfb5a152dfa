import os


def send(app):
    host, port = os.environ["MAIL_HOST"], os.environ["MAIL_PORT"]
    wait = int(os.getenv("MAIL_WAIT", 3))
    return host, port, wait, app.config["MAIL_KIND"]
