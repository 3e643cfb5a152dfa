"""Names of files and folders, and files that are none."""

import os
import socket
from pathlib import Path

from codebases.case import Case, lost, put


def named(why: str, name: str | bytes, module: str, *, is_lost: bool = False) -> Case:
    shown = module if is_lost else ""
    return Case(
        why,
        build=lambda root: put(root, name, "x = 1\n"),
        modules=frozenset() if is_lost else frozenset({module}),
        lost=lost(shown) if is_lost else frozenset(),
    )


NAMES = {
    "not utf-8": named("a name that is not UTF-8", b"shop/a\xff\xfe.py", "shop.a\\xff\\xfe"),
    "line end": named("a line end in a name", "shop/a\nb.py", "shop.a\\x0ab"),
    "escape": named("a terminal order in a name", "shop/\x1b]0;x\x07.py", "shop.\\x1b]0;x\\x07"),
    "tag": named("a tag as a name", "shop/<img src=x onerror=alert(1)>.py", "shop.<img src=x onerror=alert(1)>"),
    "script": named("a closing tag in a folder", "a<script>/b.py", "b"),
    "formula": named("a formula as a name", "=cmd|' !A0.py", "=cmd|' !A0"),
    "quotes": named("every kind of quote", "shop/a'b\"c`d.py", "shop.a'b\"c`d"),
    "shell": named("a command as a name", "shop/$(touch pwned);`id`.py", "shop.$(touch pwned);`id`"),
    "template": named("a template as a name", "shop/{{ 7*7 }}.py", "shop.{{ 7*7 }}"),
    "option": named("a name that looks like an option", "--help.py", "--help"),
    "dots": Case("a hidden name of dots", {"shop/...py": "x = 1\n"}, absent=frozenset({"shop..."})),
    "dotted": named("dots inside a name", "shop/a.b.py", "shop.a.b"),
    "spaces": named("spaces around a name", "shop/ a .py", "shop. a "),
    "keyword": named("a keyword as a name", "shop/class.py", "shop.class"),
    "number": named("a name that starts with a digit", "shop/0001_first.py", "shop.0001_first"),
    "hyphen": named("a hyphen in a folder", "my-shop/cart/__init__.py", "cart"),
    "direction": named("a name that shows backwards", "shop/\u202eyp.x.py", "shop.\\xe2\\x80\\xaeyp.x"),
    "emoji": named("a name outside the basic plane", "shop/\U0001f6d2.py", "shop.\U0001f6d2"),
    "combining": named("a name in two spellings", "shop/cafe\u0301.py", "shop.cafe\u0301"),
    "backslash": named("a backslash in a name", "shop/a\\xff.py", "shop.a\\x5cxff"),
    "long": named("a name as long as the system allows", f"shop/{'n' * 250}.py", f"shop.{'n' * 250}"),
    "colons": named("the sign between file and name", "shop/a::b:::c.py", "shop.a\\x3a\\x3ab\\x3a\\x3a\\x3ac"),
    "colon": named("a colon", "shop/a:b.py", "shop.a:b"),
    "devices": named("a name another system reserves", "con/aux.py", "con.aux"),
    "case": Case(
        "names that differ in case",
        {"shop/Cart.py": "", "shop/CART.py": ""},
        modules=frozenset({"shop.Cart", "shop.CART"}),
    ),
    "stdlib": Case(
        "modules named like Python's own",
        dict.fromkeys(("ast.py", "json.py", "re.py", "os.py", "sys.py", "typing.py"), "raise SystemExit('imported')\n"),
        modules=frozenset({"ast", "json", "os"}),
    ),
    "our own": Case(
        "packages named like ours",
        {"analyzer/__init__.py": "raise SystemExit", "pandas/__init__.py": "", "msgspec.py": "", "click.py": ""},
        modules=frozenset({"analyzer", "pandas", "msgspec"}),
    ),
    "dunder": Case(
        "names with a meaning",
        {"shop/__main__.py": "", "shop/__class__.py": "", "__init__/x.py": ""},
        modules=frozenset({"shop.__main__", "shop.__class__"}),
    ),
    "folder.py": Case("a folder named like a module", {"shop/folder.py/inner.py": "x = 1\n"}),
    "services": Case(
        "packages named like the files we generate",
        {
            f"{name}/__init__.py": "def run(): pass\n"
            for name in ("services", "app", "main", "client", "fastapi", "tests_", "src")
        },
        modules=frozenset({"services", "app", "fastapi"}),
    ),
}


def outside(root: Path) -> Path:
    """A folder beside the codebase that nobody may read or write."""
    place = root.parent / "outside"
    place.mkdir(exist_ok=True)
    (place / "secret.py").write_text("SECRET = 'do not read'\n")
    return place


def bind(root: Path) -> None:
    here = Path.cwd()
    os.chdir(root / "shop")  # names of sockets may not be long
    try:
        with socket.socket(socket.AF_UNIX) as plug:
            plug.bind("plug.py")
    finally:
        os.chdir(here)


def loop(root: Path) -> None:
    (root / "a.py").symlink_to("b.py")
    (root / "b.py").symlink_to("a.py")
    (root / "shop/up").symlink_to("..")
    (root / "shop/self").symlink_to("self")


def link(name: str, target: str) -> object:
    return lambda root: (root / name).symlink_to(target)


def sparse_settings(root: Path) -> None:
    for name in ("CODEOWNERS", "pyproject.toml", ".gitignore"):
        put(root, name)
        os.truncate(root / name, 1 << 30)


def pipe_for(name: str) -> object:
    def build(root: Path) -> None:
        (root / name).parent.mkdir(exist_ok=True)
        os.mkfifo(root / name)

    return build


LINKS = {
    "file outside": Case(
        "a link to a file outside",
        build=lambda root: (root / "shop/s.py").symlink_to(outside(root) / "secret.py"),
        absent=frozenset({"shop.s", "secret"}),
    ),
    "folder outside": Case(
        "a link to a folder outside",
        build=lambda root: (root / "shop/out").symlink_to(outside(root)),
        absent=frozenset({"shop.out.secret", "secret"}),
    ),
    "relative outside": Case(
        "a link that climbs out",
        build=lambda root: (outside(root), (root / "s.py").symlink_to("../outside/secret.py")),
        absent=frozenset({"s"}),
    ),
    "file inside": Case(
        "a link to a file of the codebase", build=link("shop/again.py", "cart.py"), absent=frozenset({"shop.again"})
    ),
    "folder inside": Case(
        "a link to a folder of the codebase", build=link("shop/again", "../shop"), absent=frozenset({"shop.again.cart"})
    ),
    "loops": Case("links that lead in circles", build=loop),
    "broken": Case("a link to nothing", build=link("shop/gone.py", "nowhere.py"), absent=frozenset({"shop.gone"})),
    "zeros": Case(
        "a link to an endless device", build=link("shop/zero.py", "/dev/zero"), absent=frozenset({"shop.zero"})
    ),
    "tty": Case("a link to a terminal", build=link("shop/tty.py", "/dev/tty"), absent=frozenset({"shop.tty"})),
    "whole system": Case("a link to everything", build=link("shop/root", "/")),
    "processes": Case("a link to ourselves", build=link("shop/me", "/proc/self/root")),
    "pipe": Case("a pipe named like a module", build=pipe_for("shop/pipe.py"), lost=lost("shop/pipe.py")),
    "socket": Case("a socket named like a module", build=bind, lost=lost("shop/plug.py")),
    "pipe for a package": Case(
        "a pipe where __init__.py should be",
        build=pipe_for("odd/__init__.py"),
        lost=lost("odd/__init__.py"),
    ),
    "pipe for .gitignore": Case("a pipe where .gitignore should be", build=pipe_for(".gitignore")),
    "pipe for pyproject": Case("a pipe where pyproject.toml should be", build=pipe_for("pyproject.toml")),
    "pipe for git": Case("a pipe where .git should be", build=pipe_for(".git")),
    "zeros for .gitignore": Case("an endless .gitignore", build=link(".gitignore", "/dev/zero")),
    "passwd for pyproject": Case("settings behind a link", build=link("pyproject.toml", "/etc/passwd")),
    "ignored by a bomb": Case(
        "a .gitignore of costly patterns", {".gitignore": "**/a" * 50 + "\n" + "*" * 500 + "b\n!*/\n[\n\\\n"}
    ),
    "ignored by ranges": Case(
        "a .gitignore of patterns that are no regular expressions",
        {".gitignore": "[z-a]\n[[:foo:]]\n[a-\n!\n/\n{a,b}\n" + "[" * 5_000 + "\n" + "?" * 20_000 + "\n"},
    ),
    "ignored in UTF-16": Case("a .gitignore in UTF-16", {".gitignore": "*.py\n".encode("utf-16")}),
    "sparse settings": Case("settings, owners and patterns of a gigabyte each", build=sparse_settings),
    "hard link": Case(
        "a second name of a file outside",
        build=lambda root: (root / "shop/hard.py").hardlink_to(outside(root) / "secret.py"),
        modules=frozenset({"shop.hard"}),
    ),
    "ignores all": Case("a .gitignore with a change of mind", {".gitignore": "*\n!*/\n!*.py\n"}),
}
