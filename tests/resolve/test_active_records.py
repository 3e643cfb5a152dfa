"""Mappers whose classes are asked themselves: who reads and writes which table, over which relations."""

import pytest

from analyzer.model.resolution import Resolution
from analyzer.model.source import Source
from analyzer.read import read
from analyzer.resolve import resolve


def resolved(files: dict[str, str]) -> Resolution:
    return resolve(
        [read(Source(path, path.removesuffix(".py").replace("/", ".")), code.encode()) for path, code in files.items()]
    )


PEEWEE = """\
from peewee import ForeignKeyField, Model

class Base(Model): ...
class User(Base): ...
class Tweet(Base):
    author = ForeignKeyField(User, backref="tweets", on_delete="CASCADE")
"""

TORTOISE = """\
from tortoise import fields
from tortoise.models import Model

class User(Model): ...
class Tweet(Model):
    author = fields.ForeignKeyField("models.User", related_name="tweets")
"""

USES = {
    "Tweet.select().where(x)": ["read tweet"],
    "Tweet.create(author=x)": ["write tweet"],
    "Tweet.get_or_none(x).author": ["read tweet", "read user"],
    "Tweet.select().first().save()": ["read tweet", "write tweet"],
    "Tweet.get(x).delete_instance()": ["read tweet", "write tweet"],
    "User.get(x).tweets.count()": ["read tweet", "read user"],
    "Tweet.label(x)": [],
}


@pytest.mark.parametrize("use", sorted(USES))
def test_peewee_models_are_read_and_written_by_their_own_methods(use: str) -> None:
    found = resolved({"models.py": PEEWEE, "app.py": f"from models import *\n\ndef use(x):\n    {use}\n"})
    touched = [link for link in found.links if link.source == "app.py::use" and link.kind in ("read", "write")]
    assert sorted({f"{link.kind} {link.target.removeprefix('table::')}" for link in touched}) == USES[use]


def test_relations_of_both_mappers() -> None:
    for code in (PEEWEE, TORTOISE):
        (one,) = resolved({"models.py": code}).relations
        assert (one.source, one.target, one.kind, one.field) == ("table::tweet", "table::user", "foreign_key", "author")


def test_tortoise_queries_cross_relations() -> None:
    asked = "from models import *\n\nasync def use(x):\n    return await Tweet.filter(author__name=x).first()\n"
    found = resolved({"models.py": TORTOISE + "    name = fields.CharField()\n", "app.py": asked})
    assert [(one.kind, one.target) for one in found.links if one.kind in ("read", "write")] == [
        ("read", "table::tweet")
    ]


PONY = """\
from pony.orm import Database, Required, Set

db = Database()

class User(db.Entity):
    tweets = Set("Tweet")

class Tweet(db.Entity):
    author = Required(User)
    text = Required(str)
"""

ASKED = {
    "select(t for t in Tweet)": ["read tweet"],
    "delete(t for t in Tweet)": ["write tweet"],
    "Tweet(author=x)": ["write tweet"],
    "Tweet[1]": ["read tweet"],
    "Tweet.get(text=x).author": ["read tweet", "read user"],
    "User.get(id=x).tweets.count()": ["read tweet", "read user"],
    "Tweet.get(text=x).delete()": ["read tweet", "write tweet"],
    "Label(text=x), rows[1], sorted(t for t in Label)": [],
}


@pytest.mark.parametrize("use", sorted(ASKED))
def test_pony_entities_are_read_and_written_by_queries_and_by_themselves(use: str) -> None:
    head = "from pony.orm import delete, select\nfrom models import *\n\nclass Label: ...\n\n"
    found = resolved({"models.py": PONY, "app.py": f"{head}def use(x, rows):\n    {use}\n"})
    touched = [link for link in found.links if link.source == "app.py::use" and link.kind in ("read", "write")]
    assert sorted({f"{link.kind} {link.target.removeprefix('table::')}" for link in touched}) == ASKED[use]


def test_a_set_on_one_side_only_looks_back_along_a_key() -> None:
    (one,) = resolved({"models.py": PONY}).relations
    assert (one.source, one.target, one.kind, one.field) == ("table::tweet", "table::user", "foreign_key", "author")
