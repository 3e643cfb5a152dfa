"""What each file is for: code, test, migration, generated or vendored; by its text, and only then by its name."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping

from analyzer.discover.glimpse import Glimpse
from analyzer.model.source import Role

_TEST_FOLDER = re.compile(r"(?:unit_?|integration_?|functional_?|api_?|e2e_?)?tests?$")
# A leading underscore or "third party" says it all; plain "vendor" is also what shops call their suppliers.
_VENDOR_FOLDER = re.compile(r"_vendor(?:ed)?$|third_?party$|3rdparty$")

# A suite that is not called tests (`t/`, `checks/`): code with its tests beside it has one test a module at the most,
# so that two thirds are out of its reach; ten, so that a small folder of examples does not count.
_ENOUGH_TESTS = 10
_MOSTLY = 2 / 3


def assign_roles(glimpses: Mapping[str, Glimpse]) -> dict[str, Role]:
    """The role of every file; ``glimpses`` is keyed by path."""
    test_folders = _test_folders(glimpses)
    own = {path: _own_role(path, seen, test_folders) for path, seen in glimpses.items()}
    beside: dict[str, set[Role]] = defaultdict(set)
    for path, role in own.items():
        if not path.endswith("/__init__.py"):
            beside[path.rpartition("/")[0]].add(role)
    # An __init__.py among nothing but migrations is one of them.
    alone = {f"{folder}/__init__.py" for folder, roles in beside.items() if roles == {"migration"}}
    return {path: "migration" if path in alone else role for path, role in own.items()}


def _own_role(path: str, seen: Glimpse, test_folders: frozenset[str]) -> Role:
    folders = _folders(path)
    if any(_VENDOR_FOLDER.search(folder) for folder in folders):
        return "vendored"
    if seen.is_migration:
        return "migration"
    if seen.is_test or any(folder in test_folders for folder in folders):
        return "test"
    return "generated" if seen.is_generated else "code"


def _test_folders(glimpses: Mapping[str, Glimpse]) -> frozenset[str]:
    """Folders called tests that hold a test, and folders by any name that hold little else.

    `django/test`, a library for tests, holds none and is code.
    """
    tests: Counter[str] = Counter()
    loose: Counter[str] = Counter()  # tests that no folder called tests keeps apart from the code around it
    others: Counter[str] = Counter()
    for path, seen in glimpses.items():
        if not path.endswith("/__init__.py"):
            folders = _folders(path)
            (tests if seen.is_test else others).update(folders)
            apart = next((depth for depth, folder in enumerate(folders) if _is_called_tests(folder)), 0)
            loose.update(folders[apart:] if seen.is_test else ())
    return frozenset(
        folder
        for folder in tests
        if _is_called_tests(folder)
        or (loose[folder] >= _ENOUGH_TESTS and loose[folder] >= _MOSTLY * (loose[folder] + others[folder]))
    )


def _is_called_tests(folder: str) -> bool:
    return _TEST_FOLDER.match(folder.rpartition("/")[2]) is not None


def _folders(path: str) -> list[str]:
    parts = path.split("/")
    return ["/".join(parts[:depth]) for depth in range(1, len(parts))]
