"""The reference answer in ``reference/`` must keep pointing at the code."""

import ast
import csv
import re
from collections import Counter
from pathlib import Path

from django.apps import apps
from django.test import SimpleTestCase

ROOT = Path(__file__).resolve().parent.parent
RELATIONS = {
    "ForeignKey": "foreign_key",
    "OneToOneField": "one_to_one",
    "ManyToManyField": "many_to_many",
}


def rows(name):
    with (ROOT / "reference" / name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def last(dotted):
    return dotted.rpartition(".")[2]


def tokens(row):
    """What may stand in the line that proves a row."""
    kind, source, target = row["kind"], row["source"], row["target"]
    if kind in ("foreign_key", "one_to_one", "many_to_many"):
        # The one-to-one of multi-table inheritance is written nowhere but in the class line.
        return {last(source), source.split(".")[2]} if "_ptr" in source else {last(source)}
    if kind == "transaction":
        return {"transaction.atomic"}
    if kind == "signal":
        return {last(source)}
    if kind == "event":
        return {f'subscribe("{source}")'}
    return {target.partition(":")[2] or last(target)}


class LineTests(SimpleTestCase):
    def check(self, row, wanted):
        lines = (ROOT / row["file"]).read_text(encoding="utf-8").splitlines()
        line = lines[int(row["line"]) - 1]
        found = [t for t in wanted if re.search(rf"(?<!\w){re.escape(t)}(?!\w)", line)]
        self.assertTrue(found, f"{row['file']}:{row['line']} does not contain {wanted}: {line}")

    def test_breaks(self):
        for row in rows("breaks.csv"):
            with self.subTest(source=row["source"], target=row["target"]):
                self.check(row, tokens(row))

    def test_dead_code(self):
        for row in rows("dead_code.csv"):
            with self.subTest(row["element"]):
                self.check(row, {last(row["element"])})

    def test_drifted_constants(self):
        for row in rows("drifted_constants.csv"):
            with self.subTest(row["name"]):
                self.check(row, {last(row["name"])})

    def test_tasks(self):
        for row in rows("tasks.csv"):
            with self.subTest(row["task"]):
                self.check(row, {last(row["task"])})


class BoundaryTests(SimpleTestCase):
    def setUp(self):
        self.service = {row["module"]: row["service"] for row in rows("boundaries.csv")}

    def service_of(self, dotted):
        parts = dotted.split(".")
        for length in range(len(parts), 0, -1):
            if (name := ".".join(parts[:length])) in self.service:
                return self.service[name]
        raise AssertionError(f"{dotted} is in no module of boundaries.csv")

    def test_every_module_is_placed(self):
        found = set()
        for path in ROOT.rglob("*.py"):
            parts = path.relative_to(ROOT).with_suffix("").parts
            if "migrations" in parts or parts[0] in ("tests", "conftest"):
                continue
            found.add(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
        self.assertEqual(set(self.service), found)

    def test_every_table_is_placed(self):
        models = apps.get_models(include_auto_created=True)
        expected = {model._meta.db_table for model in models}
        self.assertEqual({row["table"] for row in rows("tables.csv")}, expected)

    def test_tables_follow_their_module(self):
        for row in rows("tables.csv"):
            if row["service"]:
                self.assertEqual(row["service"], self.service_of(row["model"]), row["model"])

    def test_relations_are_complete(self):
        """Each relation between two services is listed, and no other."""
        expected = set()
        for model in apps.get_models():
            for field in [*model._meta.local_fields, *model._meta.local_many_to_many]:
                kind = RELATIONS.get(type(field).__name__)
                if kind is None or model.__module__.startswith("django."):
                    continue
                source = f"{model.__module__}.{model.__name__}"
                other = field.related_model
                if other.__module__.startswith("django."):
                    continue
                target = f"{other.__module__}.{other.__name__}"
                if self.service_of(source) != self.service_of(target):
                    expected.add((kind, f"{source}.{field.name}", target))
        listed = {(r["kind"], r["source"], r["target"]) for r in rows("breaks.csv")}
        relations = {row for row in listed if row[0] in RELATIONS.values()}
        self.assertEqual(relations, expected)

    def test_breaks_really_cross(self):
        task_service = {row["task"]: row["service"] for row in rows("tasks.csv")}
        for row in rows("breaks.csv"):
            if row["kind"] not in ("call", "method_call", "table_access", "inheritance", "task"):
                continue
            ends = [row["source"], row["target"].partition(":")[0]]
            services = [task_service.get(end) or self.service_of(end) for end in ends]
            with self.subTest(source=row["source"], target=row["target"]):
                self.assertNotEqual(*services)

    def test_functions_exist(self):
        """Each source that is a function or a class is defined where the row says."""
        for row in rows("breaks.csv"):
            if not row["file"].endswith(".py") or row["kind"] in ("signal", "event"):
                continue
            tree = ast.parse((ROOT / row["file"]).read_text(encoding="utf-8"))
            names = {node.name for node in ast.walk(tree) if hasattr(node, "name")}
            parts = row["source"].split(".")
            self.assertTrue(
                names.intersection(parts) or row["source"].endswith("created_by"), row["source"]
            )


class ReadmeTests(SimpleTestCase):
    def setUp(self):
        self.text = (ROOT / "README.md").read_text(encoding="utf-8")

    def test_counts_of_breaks(self):
        counts = Counter(row["kind"] for row in rows("breaks.csv"))
        told = re.findall(r"^\| (\w+) \| (\d+) \| ", self.text, flags=re.MULTILINE)
        self.assertEqual({kind: int(number) for kind, number in told}, dict(counts))

    def test_counts_of_tables(self):
        counts = Counter(row["service"] for row in rows("tables.csv") if row["service"])
        told = re.findall(r"^\| (\w+) \| `[^|]+ \| (\d+) \| ", self.text, flags=re.MULTILINE)
        self.assertEqual({name: int(number) for name, number in told}, dict(counts))
