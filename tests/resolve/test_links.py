"""Links between files: imports of every kind, bases, uses, several roots, and honest counts of what is not seen."""

from analyzer.connect import connect
from analyzer.model.facts import FileFacts
from analyzer.model.graph import Graph
from analyzer.model.source import Source
from analyzer.read import read
from analyzer.resolve import resolve

Row = tuple[str, str, str, int, float, str]


def facts(path: str, code: str, root: str = ".") -> FileFacts:
    inside = path if root == "." else path.removeprefix(root + "/")
    module = inside.removesuffix(".py").replace("/", ".").removesuffix(".__init__")
    return read(Source(path, module, root, path.endswith("__init__.py")), code.encode())


def graph(files: dict[str, str], roots: dict[str, str] | None = None) -> Graph:
    read_files = [facts(path, code, (roots or {}).get(path, ".")) for path, code in files.items()]
    return connect(read_files, resolve(read_files))


def links(found: Graph, *kinds: str) -> list[Row]:
    chosen = found.links[found.links["kind"].isin(kinds)]
    columns = ("source", "target", "kind", "line", "confidence", "detail")
    return list(zip(*(chosen[column].tolist() for column in columns), strict=True))


def test_imports_of_every_kind() -> None:
    found = graph(
        {
            "shop/__init__.py": "from .cart import Cart\n",
            "shop/cart.py": "class Cart: ...\n",
            "shop/late.py": "def f():\n    from shop import cart\n    import shop.cart as c\n",
            "shop/star.py": "from shop.cart import *\nimport json\n",
        }
    )
    assert links(found, "import") == [
        ("shop/__init__.py", "shop/cart.py", "import", 1, 1.0, ""),
        ("shop/late.py::f", "shop/cart.py", "import", 2, 1.0, "lazy"),
        ("shop/late.py::f", "shop/cart.py", "import", 3, 1.0, "lazy"),
        ("shop/star.py", "shop/cart.py", "import", 1, 1.0, "star"),
    ]


def test_an_import_by_literal_name_is_an_import() -> None:
    found = graph(
        {
            "main.py": (
                "import importlib\nNAME = 'plug'\np = importlib.import_module(NAME)\np.load()\n__import__(unknown)\n"
            ),
            "plug.py": "def load(): ...\n",
        }
    )
    assert links(found, "import", "call") == [
        ("main.py", "plug.py", "import", 3, 1.0, "dynamic"),
        ("main.py", "plug.py::load", "call", 4, 1.0, "0"),
    ]


def test_calls_uses_and_bases_through_a_package() -> None:
    found = graph(
        {
            "shop/__init__.py": "from .cart import Cart, LIMIT\n",
            "shop/cart.py": "LIMIT = 3\nclass Cart:\n    def add(self, n): ...\n",
            "web.py": (
                "from shop import Cart, LIMIT\n"
                "class Basket(Cart): ...\n"
                "def view(n):\n"
                "    if n > LIMIT:\n"
                "        Basket().add(n)\n"
                "    return Cart\n"
            ),
        }
    )
    assert links(found, "call", "inherit", "reference") == [
        ("web.py", "shop/cart.py::Cart", "reference", 2, 1.0, ""),
        ("web.py::Basket", "shop/cart.py::Cart", "inherit", 2, 1.0, ""),
        ("web.py::view", "shop/cart.py::Cart", "reference", 6, 1.0, ""),
        ("web.py::view", "shop/cart.py::Cart.add", "call", 5, 1.0, "1"),
        ("web.py::view", "shop/cart.py::LIMIT", "reference", 4, 1.0, ""),
        ("web.py::view", "web.py::Basket", "call", 5, 1.0, "0"),
    ]


def test_the_same_module_name_in_two_roots_stays_two_modules() -> None:
    found = graph(
        {
            "one/util.py": "def f(): ...\n",
            "one/main.py": "import util\nutil.f()\n",
            "two/util.py": "def f(): ...\n",
            "two/main.py": "import util\nutil.f()\n",
        },
        {path: path.partition("/")[0] for path in ("one/util.py", "one/main.py", "two/util.py", "two/main.py")},
    )
    assert links(found, "call") == [
        ("one/main.py", "one/util.py::f", "call", 2, 1.0, "0"),
        ("two/main.py", "two/util.py::f", "call", 2, 1.0, "0"),
    ]


def test_several_candidates_share_the_confidence() -> None:
    found = graph({"m.py": "def a(): ...\ndef b(): ...\ndef c(flag):\n    run = a if flag else b\n    run()\n"})
    assert links(found, "call") == [
        ("m.py::c", "m.py::a", "call", 5, 0.5, "0"),
        ("m.py::c", "m.py::b", "call", 5, 0.5, "0"),
    ]


def test_a_method_name_alone_is_no_call() -> None:
    found = graph({"m.py": "class Only:\n    def unusual(self): ...\ndef f(x):\n    x.unusual()\n"})
    assert links(found, "call") == []
    assert coverage(found) == {("m.py", "unknown_receiver"): 1}


def test_every_reference_is_counted_with_its_reason() -> None:
    code = "import json\ndef f(x):\n    json.loads(x)\n    len(x)\n    x.go()\n    f(x)\n    nobody()\n    x[0]()\n"
    assert coverage(graph({"m.py": code})) == {
        ("m.py", "builtin"): 1,
        ("m.py", "dynamic"): 1,
        ("m.py", "resolved"): 1,
        ("m.py", "third_party"): 1,
        ("m.py", "undefined"): 1,
        ("m.py", "unknown_receiver"): 1,
    }


def test_two_definitions_of_one_name_are_one_element() -> None:
    found = graph({"m.py": "class P:\n    @property\n    def x(self): ...\n    @x.setter\n    def x(self, v): ...\n"})
    assert found.elements.index.tolist() == ["m.py", "m.py::P", "m.py::P.x"]
    assert found.elements["kind"].tolist() == ["module", "class", "function"]
    assert found.elements["parent"].tolist() == ["", "m.py", "m.py::P"]


def test_the_order_of_the_files_does_not_matter() -> None:
    files = {"b.py": "from a import f\nf()\n", "a.py": "import b\ndef f(): ...\n"}
    first, second = graph(files), graph(dict(reversed(files.items())))
    assert first.links.equals(second.links)
    assert first.elements.equals(second.elements)
    assert first.coverage.equals(second.coverage)


def test_nothing_in_nothing_out() -> None:
    found = graph({})
    assert (len(found.elements), len(found.links), len(found.coverage)) == (0, 0, 0)


def coverage(found: Graph) -> dict[tuple[str, str], int]:
    rows = zip(found.coverage["module"], found.coverage["outcome"], found.coverage["count"], strict=True)
    return {(str(module), str(outcome)): int(count) for module, outcome, count in rows}


def test_a_lambda_that_is_handed_on_is_not_the_code_around_it() -> None:
    found = graph(
        {
            "shop/pack.py": "def packed():\n    return lambda: 1\n\nlast = lambda: 2\n",
            "shop/send.py": "from shop.pack import last, packed\n\ndef send():\n    packed()()\n    last()\n",
        }
    )
    assert links(found, "call") == [
        ("shop/send.py::send", "shop/pack.py", "call", 5, 1.0, "0"),
        ("shop/send.py::send", "shop/pack.py::packed", "call", 4, 1.0, "0"),
    ]


def test_what_is_called_is_what_was_wrapped_and_not_the_wrapper() -> None:
    found = graph(
        {
            "shop/memo.py": "def memo(key):\n    def wrap(f):\n        def wrapped(*given):\n"
            "            return f(*given)\n        return wrapped\n    return wrap\n",
            "shop/rows.py": "from shop.memo import memo\n\nclass Rows:\n    @memo('names')\n    def names(self):\n"
            "        return []\n",
            "shop/use.py": "from shop.memo import memo\nfrom shop.rows import Rows\n\ndef use():\n"
            "    Rows().names()\n    memo('x')(print)()\n",
        }
    )
    assert [row for row in links(found, "call") if row[0] == "shop/use.py::use"] == [
        ("shop/use.py::use", "shop/memo.py::memo", "call", 6, 1.0, "1"),
        ("shop/use.py::use", "shop/memo.py::memo.wrap", "call", 6, 1.0, "1"),
        ("shop/use.py::use", "shop/memo.py::memo.wrap.wrapped", "call", 6, 1.0, "0"),
        ("shop/use.py::use", "shop/rows.py::Rows", "call", 5, 1.0, "0"),
        ("shop/use.py::use", "shop/rows.py::Rows.names", "call", 5, 1.0, "0"),
    ]
