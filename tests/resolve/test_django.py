"""Django's models across files: fields of abstract classes, tables that add to others, managers, work after commit."""

from analyzer.connect import connect
from analyzer.model.graph import Graph
from analyzer.model.source import Role, Source
from analyzer.read import read
from analyzer.resolve import resolve

FILES = {
    "settings.py": 'AUTH_USER_MODEL = "people.Member"\nBLOG_ARTICLE_MODEL = "blog.Article"\n',
    "people/models.py": """\
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

class MemberManager(BaseUserManager):
    def enrol(self, email):
        member = self.model(email=email)
        member.save(using=self._db)
        return member

class Member(AbstractBaseUser):
    email = models.EmailField()
    objects = MemberManager()
""",
    "blog/models.py": """\
from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.db import models

class Edited(models.Model):
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="%(class)s_edited")

    class Meta:
        abstract = True

class AbstractArticle(Edited):
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="articles")
    tags = models.ManyToManyField("Tag", through="Tagging", related_name="articles")
    marks = GenericRelation("blog.Mark")

    class Meta:
        abstract = True

class Article(AbstractArticle):
    class Meta:
        swappable = "BLOG_ARTICLE_MODEL"

class Essay(Article):
    length = models.IntegerField()

class ShortEssay(Essay):
    class Meta:
        proxy = True

class Named(models.QuerySet):
    def named(self, name):
        return self.filter(name=name)

class Tag(models.Model):
    name = models.CharField(max_length=9)
    objects = models.Manager.from_queryset(Named)()

class Mark(models.Model):
    kind = models.CharField(max_length=9)
    thing = GenericForeignKey()

class Tagging(models.Model):
    tag = models.ForeignKey(Tag, models.CASCADE)
    article = models.ForeignKey(settings.BLOG_ARTICLE_MODEL, models.CASCADE)

class Remark(Edited):
    article = models.ForeignKey(settings.BLOG_ARTICLE_MODEL, models.CASCADE)
""",
    "use.py": """\
from functools import partial
from django.db import transaction
from django.db.models import Count, Prefetch
from blog.models import Article, Essay, Remark, ShortEssay, Tag
from people.models import Member

def backward(member: Member):
    member.articles.all()
    return member.remark_edited.count()

def no_such(member: Member):
    member.abstractarticle_edited.all()
    return member.essay_set.all()

def enrol(email):
    return Member.objects.enrol(email)

def tie(article: Article, tag):
    article.tags.add(tag)
    article.tags.through.objects.filter(tag=tag).delete()

def grouped():
    return Tag.objects.annotate(n=Count("articles__remark"))

def short():
    return ShortEssay.objects.get()

def prefetched():
    return Article.objects.prefetch_related(Prefetch("remark_set", Remark.objects.select_related("editor")))

def told(member): ...

@transaction.atomic
def late(member: Member):
    member.save()
    transaction.on_commit(lambda: told(member))
    transaction.on_commit(partial(told, member))
    told(member)

def mark(article: Article):
    return article.marks.create(kind="x").thing

def chosen():
    from django.contrib.auth import get_user_model
    return get_user_model().objects.get()

def tagged(name):
    return Tag.objects.named(name).exists()
""",
}


MIGRATED = {
    "stock/store/apps.py": """\
from django.apps import AppConfig

class StoreConfig(AppConfig):
    name = "stock.store"
    label = "shopstore"
""",
    "stock/store/models.py": """\
from django.db import models

class Item(models.Model):
    name = models.CharField(max_length=9)
""",
    "stock/store/migrations/0001.py": """\
from django.db import migrations, models

class Migration(migrations.Migration):
    operations = [
        migrations.CreateModel("Item", [("name", models.CharField(max_length=9))]),
        migrations.CreateModel("Shelf", [("name", models.CharField(max_length=9))]),
        migrations.CreateModel("Crate", [("name", models.CharField(max_length=9))]),
        migrations.CreateModel("Log", [("name", models.CharField(max_length=9))]),
    ]
""",
    "stock/store/migrations/0002.py": """\
from django.db import migrations

class Migration(migrations.Migration):
    operations = [migrations.DeleteModel("Shelf"), migrations.RenameModel("Crate", "Item")]
""",
    "tests/models.py": "",
    "tests/migrations/0001.py": """\
from django.db import migrations, models

class Migration(migrations.Migration):
    operations = [migrations.CreateModel("Made", [("name", models.CharField(max_length=9))])]
""",
}


def connected(files: dict[str, str]) -> Graph:
    facts = [
        read(Source(path, path.removesuffix(".py").replace("/", "."), role=role_of(path)), code.encode())
        for path, code in files.items()
    ]
    return connect(facts, resolve(facts))


def role_of(path: str) -> Role:
    if "/migrations/" in path:
        return "migration"
    return "test" if path.startswith("tests/") else "code"


def touched(graph: Graph, kinds: tuple[str, ...] = ("read", "write")) -> list[str]:
    links = graph.links[graph.links["kind"].isin(kinds) & (graph.links["file"] == "use.py")]
    rows = zip(links["source"], links["kind"], links["target"], strict=True)
    return sorted({f"{source.partition('::')[2]} {kind} {target.partition('::')[2]}" for source, kind, target in rows})


def test_fields_of_abstract_classes_belong_to_the_classes_derived_from_them() -> None:
    assert touched(connected(FILES)) == [
        "backward read blog_article",
        "backward read blog_remark",
        "chosen read people_member",
        "grouped read blog_article",
        "grouped read blog_remark",
        "grouped read blog_tag",
        "late write people_member",
        "mark write blog_mark",
        "prefetched read blog_article",
        "prefetched read blog_remark",
        "prefetched read people_member",
        "short read blog_essay",
        "tagged read blog_tag",
        "tie read blog_tagging",
        "tie write blog_tagging",
    ]


def test_a_table_that_adds_to_another_has_its_own_columns_and_a_key() -> None:
    graph = connected(FILES)
    assert {one.name: [f"{column.name} {column.references}" for column in one.columns] for one in graph.tables} == {
        "blog_article": ["id ", "author_id table::people_member", "editor_id table::people_member"],
        "blog_essay": ["article_ptr_id table::blog_article", "length "],
        "blog_mark": ["id ", "kind "],
        "blog_remark": ["id ", "article_id table::blog_article", "editor_id table::people_member"],
        "blog_tag": ["id ", "name "],
        "blog_tagging": ["id ", "tag_id table::blog_tag", "article_id table::blog_article"],
        "people_member": ["id ", "email "],
    }
    assert [(one.target, one.kind, one.field) for one in graph.relations if one.source == "table::blog_essay"] == [
        ("table::blog_article", "one_to_one", "article_ptr")
    ]


def test_a_manager_knows_the_class_of_its_rows() -> None:
    graph = connected(FILES)
    found = graph.links[graph.links["source"] == "people/models.py::MemberManager.enrol"]
    assert list(zip(found["kind"], found["target"], strict=True)) == [
        ("call", "people/models.py::Member"),
        ("write", "table::people_member"),
    ]


def test_a_query_inside_an_argument_walks_from_its_own_class() -> None:
    joins = [(one.tables, one.how) for one in connected(FILES).joins if one.element == "use.py::prefetched"]
    assert joins == [
        (("table::blog_article", "table::blog_remark"), "prefetch_related"),
        (("table::blog_remark", "table::people_member"), "select_related"),
    ]


def test_what_waits_for_the_commit_is_sent_and_not_called_inside() -> None:
    (found,) = connected(FILES).transactions
    assert [(step.action, step.target, step.line) for step in found.steps] == [
        ("write", "table::people_member", 35),
        ("task", "use.py::told", 36),
        ("task", "use.py::told", 37),
        ("call", "use.py::told", 38),
    ]


def test_tables_of_migrations_are_named_like_the_models_and_gone_when_dropped() -> None:
    graph = connected(MIGRATED)
    assert [(one.name, one.element, one.evidence) for one in graph.tables] == [
        ("shopstore_item", "stock/store/models.py::Item", "class"),
        ("shopstore_log", "", "migration"),
    ]
