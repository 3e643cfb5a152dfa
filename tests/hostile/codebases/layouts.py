"""Layouts: how code lies in folders, and what lies beside it."""

import os
import subprocess
from pathlib import Path

from codebases.case import Case

TWIN = {"pyvenv.cfg": "home = /usr\n", "lib/python3.11/site-packages/six.py": "x = 1\n", "bin/activate": ""}


def below(folder: str, files: dict[str, str]) -> dict[str, str]:
    return {f"{folder}/{path}": text for path, text in files.items()}


LAYOUTS = {
    "environment": Case("a virtual environment", below("env", TWIN), absent=frozenset({"six"})),
    "no environment": Case(
        "a package called env", {"env/__init__.py": "", "env/vars.py": ""}, modules=frozenset({"env.vars"})
    ),
    "build": Case(
        "a package called build",
        {"build/__init__.py": "", "shop/build/__init__.py": "", "shop/build/wheel.py": ""},
        modules=frozenset({"build", "shop.build.wheel"}),
    ),
    "built": Case(
        "a copy made by a build", {"setup.py": "", "build/lib/shop/cart.py": "", "build/bdist.linux/x.py": ""}
    ),
    "lib": Case(
        "folders called lib, dist and vendor",
        {"lib/a.py": "import lib.a", "dist/b.py": "import dist.b", "vendor/c.py": "import vendor.c"},
        modules=frozenset({"lib.a", "dist.b", "vendor.c"}),
    ),
    "src": Case(
        "sources under src",
        {"src/store/__init__.py": "", "src/store/till.py": "import store"},
        modules=frozenset({"store.till"}),
    ),
    "namespace": Case(
        "a namespace package",
        {"src/firm/a/__init__.py": "import firm.b.m", "src/firm/b/m.py": ""},
        modules=frozenset({"firm.a", "firm.b.m"}),
    ),
    "two projects": Case(
        "two projects with the same names",
        {"one/manage.py": "", "one/core/__init__.py": "", "two/manage.py": "", "two/core/__init__.py": ""},
        modules=frozenset({"core", "manage"}),
    ),
    "stubs": Case(
        "stubs and extensions beside modules",
        {"shop/cart.pyi": "def add(x): ...", "shop/fast.pyx": "", "shop/fast.so": "\x7fELF"},
    ),
    "compiled": Case(
        "compiled files without sources", {"shop/__pycache__/gone.cpython-311.pyc": "", "shop/gone.pyc": ""}
    ),
    "tests only": Case(
        "tests beside code", {"tests/test_cart.py": "def test_add(): pass\n"}, modules=frozenset({"tests.test_cart"})
    ),
    "own reports": Case(
        "reports of ours beside the code",
        {"reports/x/.analyzer-manifest.json": "{}", "reports/x/services/a/app.py": ""},
        absent=frozenset({"reports.x.services.a.app", "app"}),
    ),
    "hidden": Case(
        "hidden folders", {".tox/a.py": "", ".git/hooks/b.py": "", ".c.py": ""}, absent=frozenset({"a", "b"})
    ),
    "nested": Case(
        "a whole project inside another",
        {"vendored-1.0/src/inner/__init__.py": "", "vendored-1.0/src/inner/m.py": "import inner"},
        modules=frozenset({"inner.m"}),
    ),
    "on the path": Case(
        "what Python would run by itself from a folder on its path",
        dict.fromkeys(("sitecustomize.py", "usercustomize.py", "conftest.py", "setup.py"), "open('pwned', 'w')\n")
        | {"x.pth": "import os; os.system('touch pwned')\n", "codecs.py": "open('pwned', 'w')\n"},
        modules=frozenset({"sitecustomize", "setup", "codecs"}),
    ),
    "no package file": Case(
        "modules that import each other without any __init__.py",
        {"flat/a.py": "from flat.b import g\n", "flat/b.py": "def g(): pass\n"},
        modules=frozenset({"flat.a", "flat.b"}),
    ),
    "an environment's mark": Case("an environment's mark beside the code", {"pyvenv.cfg": "home = /usr\n"}),
    "our mark": Case("a report's mark beside the code", {".analyzer-manifest.json": "{}"}),
    "three editions": Case(
        "one package three times",
        {f"{place}/shop2/x.py": "import shop.stock\n" for place in ("a", "b", "src")},
        modules=frozenset({"a.shop2.x", "b.shop2.x", "src.shop2.x"}),
    ),
    "broken projects": Case(
        "project files that nobody can read",
        {"pyproject.toml": f"[tool.x]\nn = {'9' * 5_000}\n", "setup.cfg": b"\xff\xfe", ".gitmodules": "[submodule"},
    ),
    "deep project": Case("a project file nested too deep", {"pyproject.toml": f"x = {'[' * 5_000}{']' * 5_000}\n"}),
    "shadow": Case(
        "a module and a package of one name",
        {"shop/cart/__init__.py": "", "shop/cart/inner.py": ""},
        modules=frozenset({"shop.cart.inner"}),
    ),
}

HOOK = "#!/bin/sh\ntouch ../pwned\n"
CONFIG = """[core]
	fsmonitor = "touch ../pwned; true"
	pager = touch ../pwned
	sshCommand = touch ../pwned
	hooksPath = hooks
	gitProxy = touch ../pwned
[alias]
	log = "!touch ../pwned"
[diff]
	external = touch ../pwned
[diff "x"]
	textconv = touch ../pwned
[filter "x"]
	clean = touch ../pwned
	process = touch ../pwned
[log]
	showSignature = true
[gpg]
	program = touch ../pwned
[remote "origin"]
	url = ext::sh -c 'touch% ../pwned'
	promisor = true
	partialclonefilter = blob:none
[include]
	path = ../outside/config
[extensions]
	partialClone = origin
"""


def repository(root: Path, head: str = "ref: refs/heads/main\n") -> None:
    for folder in ("objects/info", "refs/heads", "hooks", "info"):
        (root / ".git" / folder).mkdir(parents=True)
    (root / ".git/HEAD").write_text(head)
    (root / ".git/config").write_text(CONFIG)
    (root / ".gitattributes").write_text("* filter=x diff=x\n")
    for name in ("post-checkout", "pre-commit", "fsmonitor-watchman", "post-index-change"):
        (root / ".git/hooks" / name).write_text(HOOK)
        (root / ".git/hooks" / name).chmod(0o755)


def real_repository(root: Path, *options: str) -> None:
    """A history, with the hostile configuration put over it afterwards."""
    environment = {"HOME": str(root), "PATH": os.environ["PATH"], "GIT_CONFIG_NOSYSTEM": "1"}
    identity = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
    for command in (["init", "-q", *options], ["add", "."], ["commit", "-qm", "first"]):
        subprocess.run(["git", *identity, *command], cwd=root, env=environment, check=True)
    (root / ".git/config").write_text(CONFIG)
    (root / ".gitattributes").write_text("* filter=x diff=x\n")
    for name in ("post-checkout", "fsmonitor-watchman"):
        (root / ".git/hooks" / name).write_text(HOOK)
        (root / ".git/hooks" / name).chmod(0o755)


def long_names(root: Path) -> None:
    real_repository(root, "--object-format=sha256")


def piped(root: Path) -> None:
    """The newest commit waits for somebody to write it."""
    real_repository(root)
    head = (root / ".git/refs/heads/main").read_text().strip()
    place = root / ".git/objects" / head[:2] / head[2:]
    place.unlink()
    os.mkfifo(place)


def alternates(root: Path) -> None:
    repository(root)
    (root / ".git/objects/info/alternates").write_text("/proc/self/root/../..\n../../../../outside\n")


HISTORIES = {
    "hostile configuration": Case("a repository whose configuration runs programs", build=real_repository),
    "no objects": Case("a repository without objects", build=repository),
    "head in a circle": Case("a HEAD that names itself", build=lambda root: repository(root, "ref: HEAD\n")),
    "head outside": Case("a HEAD that leads out", build=lambda root: repository(root, "ref: ../../../../etc/passwd\n")),
    "missing commit": Case("a HEAD that names what is missing", build=lambda root: repository(root, "0" * 39 + "1\n")),
    "alternates": Case("objects borrowed from elsewhere", build=alternates),
    "file": Case("a .git file that leads out", {".git": "gitdir: /proc/self/root/tmp\n"}),
    "costly owners": Case(
        "patterns that take minutes on one name",
        {"CODEOWNERS": f"/shop/{'*a' * 12}b @a\n{'**/a/' * 12}x @b\n", f"shop/{'a' * 240}.py": "x = 1\n"},
    ),
    "owners by ranges": Case(
        "owners' patterns that are no regular expressions", {"CODEOWNERS": "/shop/[z-a]* @a\n/[[:x:]] @b\n* @c\n"}
    ),
    "pipes for objects": Case("an object that is a pipe", build=piped),
    "sha-256": Case("a repository with long names", build=long_names),
    "owners": Case(
        "owners that are no owners",
        {"CODEOWNERS": "* @a\n[" + "\\" * 50 + " @b\n**/**/** <script>\n", ".github/CODEOWNERS": "\x00"},
    ),
}
