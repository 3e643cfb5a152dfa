"""A folder in, sources with their dotted names and roles out."""

import os
from pathlib import Path

import pytest

from analyzer.discover import discover
from analyzer.errors import NothingToAnalyze
from analyzer.settings import DiscoverSettings, Settings

MIGRATION = "from django.db import migrations\n\nclass Migration(migrations.Migration):\n    pass\n"


def grow(root: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    return root


def modules(root: Path, **knobs: object) -> dict[str, str]:
    found = discover(root, Settings(discover=DiscoverSettings(**knobs)))
    return {source.module: source.path for source in found.sources}


def roles(root: Path, **knobs: object) -> dict[str, str]:
    found = discover(root, Settings(discover=DiscoverSettings(**knobs)))
    return {source.path: source.role for source in found.sources}


LAYOUTS = {
    "flat": ({"shop/__init__.py": "", "shop/cart.py": ""}, {"shop", "shop.cart"}),
    "src": (
        {"setup.py": "", "src/shop/__init__.py": "", "src/shop/cart.py": "import shop"},
        {"setup", "shop", "shop.cart"},
    ),
    "several roots": (
        {"a/manage.py": "", "a/one/__init__.py": "", "b/manage.py": "", "b/one/__init__.py": "", "b/two.py": ""},
        {"manage", "one", "two"},
    ),
    "namespace packages by their imports": (
        {"src/firm/billing/__init__.py": "from firm.ledger.book import x", "src/firm/ledger/book.py": ""},
        {"firm.billing", "firm.ledger.book"},
    ),
    "a folder of packages that nobody calls by its name": (
        {"plugins/a/__init__.py": "", "plugins/b/__init__.py": "import a"},
        {"a", "b"},
    ),
    "scripts that import each other": (
        {"tools/one.py": "import two", "tools/two.py": "", "shop/__init__.py": ""},
        {"one", "two", "shop"},
    ),
    "loose scripts": ({"docs/conf.py": "", "shop/__init__.py": ""}, {"docs.conf", "shop"}),
    "a project folder that is not meant to be a package": (
        {
            "__init__.py": "",
            "manage.py": "",
            "shop/__init__.py": "",
            "cart/__init__.py": "from shop.models import A",
            "shop/models.py": "",
        },
        None,
    ),
    "names that are no identifiers": (
        {"my-service/app/__init__.py": "", "my-service/app/0001-first.py": "", "my-service/run-me.py": ""},
        {"app", "app.0001-first", "run-me"},
    ),
    "inside a package names count from its parent": (
        {"shop/__init__.py": "", "shop/cart.py": "import models", "shop/models.py": ""},
        {"shop", "shop.cart", "shop.models"},
    ),
    "a standard module's name": ({"tools/json.py": "", "a.py": "import json"}, {"tools.json", "a"}),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_names_count_from_the_import_root(tmp_path: Path, name: str) -> None:
    files, expected = LAYOUTS[name]
    root = grow(tmp_path / "checkout", files)
    if expected is None:
        expected = {"checkout", "manage", "shop", "cart", "shop.models"}
    assert set(modules(root)) == expected


def test_a_package_counts_from_its_parent(tmp_path: Path) -> None:
    root = grow(tmp_path, {"firm/__init__.py": "", "firm/shop/__init__.py": "", "firm/shop/cart.py": ""}) / "firm/shop"
    assert set(modules(root)) == {"firm.shop", "firm.shop.cart"}
    assert {source.root for source in discover(root, Settings()).sources} == {"../.."}


def test_a_namespace_package_counts_from_its_parent_when_its_imports_say_so(tmp_path: Path) -> None:
    files = {"firm/shop/__init__.py": "from firm.ledger import book", "firm/ledger/book.py": ""}
    assert set(modules(grow(tmp_path, files) / "firm")) == {"firm.shop", "firm.ledger.book"}


def test_a_checkout_with_the_name_of_its_package_is_not_the_package(tmp_path: Path) -> None:
    files = {"shop/setup.py": "", "shop/src/shop/__init__.py": "import shop.cart", "shop/src/shop/cart.py": ""}
    assert set(modules(grow(tmp_path, files) / "shop")) == {"setup", "shop", "shop.cart"}


def test_two_roots_may_hold_the_same_name(tmp_path: Path) -> None:
    root = grow(tmp_path, {"a/manage.py": "", "a/shop/__init__.py": "", "b/manage.py": "", "b/shop/__init__.py": ""})
    found = discover(root, Settings())
    assert [(source.path, source.module, source.root) for source in found.sources] == [
        ("a/manage.py", "manage", "a"),
        ("a/shop/__init__.py", "shop", "a"),
        ("b/manage.py", "manage", "b"),
        ("b/shop/__init__.py", "shop", "b"),
    ]


def test_roles_are_told_by_the_text(tmp_path: Path) -> None:
    root = grow(
        tmp_path,
        {
            "shop/__init__.py": "",
            "shop/migrations/__init__.py": "",
            "shop/migrations/0001_initial.py": MIGRATION,
            "shop/migrations_plan.py": "",
            "alembic/versions/a1.py": "revision = 'a1'\ndown_revision = None\n",
            "shop/test_drive.py": "class Car: pass\n",
            "shop/test_cart.py": "def test_total(): pass\n",
            "shop/tests.py": "from django.test import TestCase\n",
            "tests/helpers.py": "",
            "tests/test_all.py": "def test_it(): pass\n",
            "shop/test/client.py": "class Client: pass\n",
            "proto/cart_pb2.py": "# Generated by the protocol buffer compiler.  DO NOT EDIT!\n",
            "shop/_vendor/six.py": "",
            "shop/vendor/models.py": "class Supplier: pass\n",
            "shop/codegen.py": '"""Writes generated code; do not edit its output."""\n',
        },
    )
    assert roles(root) == {
        "alembic/versions/a1.py": "migration",
        "proto/cart_pb2.py": "generated",
        "shop/__init__.py": "code",
        "shop/_vendor/six.py": "vendored",
        "shop/codegen.py": "code",
        "shop/migrations/0001_initial.py": "migration",
        "shop/migrations/__init__.py": "migration",
        "shop/migrations_plan.py": "code",
        "shop/test/client.py": "code",
        "shop/test_cart.py": "test",
        "shop/test_drive.py": "code",
        "shop/tests.py": "test",
        "shop/vendor/models.py": "code",
        "tests/helpers.py": "test",
        "tests/test_all.py": "test",
    }
    chosen = roles(root, include_tests=True, include_migrations=True)
    assert set(chosen.values()) == {"code", "generated", "vendored"}


def test_a_folder_that_holds_mostly_tests_is_a_test_folder(tmp_path: Path) -> None:
    suite = {f"t/unit/test_{number}.py": "def test_it(): pass\n" for number in range(10)}
    beside = {f"shop/{name}/test_{name}.py": "def test_it(): pass\n" for name in "abcdefghijkl"}
    code = {f"shop/{name}/work.py": "" for name in "abcdefghijkl"}
    root = grow(tmp_path, {**suite, **beside, **code, "t/tasks.py": "", "t/__init__.py": "", "shop/__init__.py": ""})
    found = roles(root)
    assert {path for path, role in found.items() if role == "test"} == {*suite, *beside, "t/tasks.py", "t/__init__.py"}
    assert {path for path, role in found.items() if role == "code"} == {*code, "shop/__init__.py"}


def test_an_app_with_a_large_folder_of_tests_is_code(tmp_path: Path) -> None:
    suite = {f"shop/tests/test_{number}.py": "def test_it(): pass\n" for number in range(30)}
    found = roles(grow(tmp_path, {**suite, "shop/models.py": "a = 1\n", "main.py": "import shop\n"}))
    assert {path for path, role in found.items() if role == "code"} == {"main.py", "shop/models.py"}


def test_folders_are_left_out_for_what_they_hold(tmp_path: Path) -> None:
    root = grow(
        tmp_path / "code",
        {
            "app.py": "",
            "build/__init__.py": "",
            "build/steps.py": "",
            "env/pyvenv.cfg": "",
            "env/lib/python3.12/site-packages/six.py": "",
            "environment/models.py": "",
            "node_modules/gyp/gyp.py": "",
            "reports/old/.analyzer-manifest.json": "{}",
            "reports/old/services/cart/app.py": "",
            "setup.py": "",
            "lib/build/lib/app.py": "",
            "lib/setup.py": "",
            ".hidden/a.py": "",
            "generated/a.py": "",
            "generated/keep.py": "",
            ".gitignore": "generated/*\n!generated/keep.py\n[broken\n",
            "deep/.gitignore": "/only_here.py\n",
            "deep/only_here.py": "",
            "deep/more/only_here.py": "",
            "scripts/x.py": "",
        },
    )
    found = discover(root, Settings(discover=DiscoverSettings(exclude=("scripts/",))))
    assert [source.path for source in found.sources] == [
        "app.py",
        "build/__init__.py",
        "build/steps.py",
        "deep/more/only_here.py",
        "environment/models.py",
        "generated/keep.py",
        "lib/setup.py",
        "setup.py",
    ]
    assert sorted((problem.severity, problem.what) for problem in found.problems) == [
        ("note", "1 Python file in a copy made by a build: lib/build."),
        ("note", "1 Python file in a report of this tool: reports/old."),
        ("note", "1 Python file in a virtual environment: env."),
        ("note", "1 Python file in hidden folders or under hidden names: .hidden."),
        ("note", "1 Python file that the settings exclude: scripts."),
        ("note", "1 Python file under node_modules: node_modules."),
        ("note", "2 Python files that .gitignore leaves out: deep/only_here.py, generated/a.py."),
    ]


def test_what_is_not_read_is_said(tmp_path: Path) -> None:
    root = grow(tmp_path / "code", {"a.py": "", "kept/b.py": "", "other/c.py": "", "secret.py": "", ".git/hook.py": ""})
    (root / "large.py").write_text("#" * 11)
    (root / "inside.py").symlink_to("a.py")
    (root / "outside.py").symlink_to("/etc/hostname")
    (root / "nowhere.py").symlink_to("nothing")
    os.mkfifo(root / "pipe.py")
    (root / ".gitignore").write_text("/\n/secret.py\n")  # a lone slash is every path to the library, none to git
    (root / "kept/.gitignore").mkdir()
    found = discover(root, Settings(discover=DiscoverSettings(exclude=("c.py",), max_file_bytes=10)))
    assert {source.path: bool(source.sha256) for source in found.sources} == {
        "a.py": True,
        "kept/b.py": True,
        "large.py": False,
    }
    assert sorted((problem.severity, problem.file, problem.what) for problem in found.problems) == [
        ("loss", "pipe.py", "It is named like a Python file but is a pipe, socket or device."),
        ("note", "inside.py", "1 Python file behind symbolic links inside the folder: inside.py."),
        ("note", "other/c.py", "1 Python file that the settings exclude: other/c.py."),
        ("note", "secret.py", "1 Python file that .gitignore leaves out: secret.py."),
        (
            "warning",
            "nowhere.py",
            "2 Python files behind symbolic links that lead out of the folder or nowhere: nowhere.py, outside.py.",
        ),
    ]


def test_odd_names_are_shown_safely_and_still_lead_to_the_file(tmp_path: Path) -> None:
    names = [b"a\xff.py", b"b\n.py", b"c\x1b[31m.py", b"d\\xff.py", "é.py".encode(), "\u202ex.py".encode()]
    for name in names:
        (tmp_path / os.fsdecode(name)).write_text("x = 1\n")
    found = discover(tmp_path, Settings())
    assert [source.path for source in found.sources] == [
        "\\xe2\\x80\\xaex.py",
        "a\\xff.py",
        "b\\x0a.py",
        "c\\x1b[31m.py",
        "d\\x5cxff.py",
        "é.py",
    ]
    assert all(source.sha256 for source in found.sources)


@pytest.mark.parametrize(
    ("files", "path", "message"),
    [
        ({}, "missing", "There is no folder {path}: give the folder that holds the code."),
        ({"a.py": ""}, "a.py", "{path} is not a folder: give the folder that holds the code."),
        ({"notes.txt": ""}, ".", "There is no Python file to analyse in {path}: give the folder that holds the code."),
    ],
)
def test_nothing_to_analyse_is_said_in_one_line(tmp_path: Path, files: dict[str, str], path: str, message: str) -> None:
    target = grow(tmp_path, files) / path
    with pytest.raises(NothingToAnalyze) as caught:
        discover(target, Settings())
    assert str(caught.value) == message.format(path=target)
