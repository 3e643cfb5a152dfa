"""Whoever asks is a row of the users' table: looks at them, and what is reached from them."""

from analyzer.model.resolution import Resolution
from analyzer.model.source import Source
from analyzer.read import read
from analyzer.resolve import resolve


def resolved(files: dict[str, str]) -> Resolution:
    return resolve(
        [read(Source(path, path.removesuffix(".py").replace("/", ".")), code.encode()) for path, code in files.items()]
    )


def decisions(found: Resolution) -> list[tuple[str, str, int, str]]:
    return [(one.element, one.what, one.line, one.table) for one in found.permissions]


DJANGO = {
    "settings.py": "AUTH_USER_MODEL = 'people.Person'\nINSTALLED_APPS = []\n",
    "people/models.py": "from django.contrib.auth.models import AbstractUser\n\n"
    "class Person(AbstractUser):\n    def may_refund(self): ...\n\nclass Robot(AbstractUser): ...\n",
    "orders/views.py": "class Refund(View):\n    def post(self, request, user, order):\n"
    "        if self.request.user.may_refund() or user.is_staff:\n            request.user.save()\n"
    "        return order.is_staff or request.user.name or request.username.is_staff\n",
}


def test_the_user_of_a_request_is_the_class_that_the_setting_names() -> None:
    found = resolved(DJANGO)
    assert decisions(found) == [
        ("orders/views.py::Refund.post", "user.is_staff", 3, "table::people_person"),
        ("orders/views.py::Refund.post", "user.may_refund", 3, "table::people_person"),
    ]
    reached = [(one.target, one.kind, one.line) for one in found.links if one.source == "orders/views.py::Refund.post"]
    assert reached == [
        ("people/models.py::Person.may_refund", "call", 3),
        ("table::people_person", "write", 4),
    ]


FLASK = {
    "people.py": "from flask_login import UserMixin\nfrom sqlalchemy.orm import declarative_base\n\n"
    "Base = declarative_base()\n\nclass User(UserMixin, Base):\n    __tablename__ = 'users'\n\n"
    "    def may_post(self): ...\n",
    "posts.py": "from flask_login import current_user, login_required\n\n@login_required\ndef post():\n"
    "    return current_user.may_post() and current_user.is_authenticated\n",
}


def test_the_current_user_is_the_only_class_of_users() -> None:
    found = resolved(FLASK)
    assert decisions(found) == [
        ("posts.py::post", "login_required", 3, "table::users"),
        ("posts.py::post", "current_user.is_authenticated", 5, "table::users"),
        ("posts.py::post", "current_user.may_post", 5, "table::users"),
    ]
    assert [(one.source, one.target) for one in found.links if one.kind == "call"] == [
        ("posts.py::post", "people.py::User.may_post")
    ]


def test_two_classes_of_users_and_no_setting_leave_it_open() -> None:
    files = {
        **FLASK,
        "people.py": FLASK["people.py"] + "\nclass Guest(UserMixin, Base):\n    __tablename__ = 'guests'\n",
    }
    found = resolved(files)
    assert {one.table for one in found.permissions} == {""}
    assert [one for one in found.links if one.kind == "call"] == []
