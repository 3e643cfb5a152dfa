"""Ways in and out: what is started from outside, requests to other processes and to routes of one's own."""

from analyzer.connect import connect
from analyzer.model.doors import Entry, Request
from analyzer.model.graph import Graph
from analyzer.model.source import Source
from analyzer.read import read
from analyzer.resolve import resolve


def graph(files: dict[str, str]) -> Graph:
    facts = [
        read(Source(path, path.removesuffix(".py").replace("/", "."), ".", is_package=False), code.encode())
        for path, code in files.items()
    ]
    return connect(facts, resolve(facts))


def test_scripts_commands_and_what_is_installed_are_entries() -> None:
    found = graph(
        {
            "setup.py": (
                "from setuptools import setup\n"
                "setup(entry_points={'console_scripts': ['shop = shop.cli:main', 'gone = shop.gone:main']})\n"
            ),
            "shop/cli.py": (
                "import click\n"
                "def main():\n    load()\n"
                "@click.command()\ndef load():\n    pass\n"
                "if __name__ == '__main__':\n    main()\n"
            ),
        }
    )
    assert found.entries == (
        Entry("shop/cli.py", "script", "script", "shop/cli.py", 7),
        Entry("shop/cli.py::load", "command", "command", "shop/cli.py", 5),
        Entry("shop/cli.py::main", "command", "setuptools", "setup.py", 2),
    )
    assert [(one.source, one.target, one.kind) for one in found.links.itertuples() if one.source == "setup.py"] == [
        ("setup.py", "shop/cli.py::main", "reference")
    ]


STOCK = """
from flask import Flask
app = Flask(__name__)

@app.get("/stock/<int:number>")
def stock(number): ...

@app.post("/stock/<int:number>")
def change(number): ...

@app.get("/<anything>")
def page(anything): ...
"""


def asked(*lines: str) -> list[tuple[str, str, str]]:
    """(Method, address, who answers) of the requests of a function that has these lines."""
    body = "".join(f"    {line}\n" for line in lines)
    found = graph({"stock.py": STOCK, "orders.py": f"import requests\ndef ask(base, number):\n{body}"})
    links = [(one.target, one.detail) for one in found.links.itertuples() if str(one.detail).startswith("http ")]
    assert links == [(one.answered_by, f"http {one.method} {one.url}") for one in found.requests if one.answered_by]
    return [(one.method, one.url, one.answered_by) for one in found.requests]


def test_a_request_to_a_path_of_ones_own_is_led_to_who_answers() -> None:
    assert asked('requests.get(f"{base}/stock/{number}")') == [("GET", "{}/stock/{}", "stock.py::stock")]
    assert asked('requests.post("http://localhost:8000/stock/7?now=1")') == [
        ("POST", "http://localhost:8000/stock/7?now=1", "stock.py::change")
    ]


def test_a_request_elsewhere_is_answered_elsewhere() -> None:
    assert asked('requests.get("https://api.example/stock/7")') == [("GET", "https://api.example/stock/7", "")]
    assert asked('requests.get(f"{base}/stock/{number}/history")') == [("GET", "{}/stock/{}/history", "")]
    assert asked('requests.delete(f"{base}/stock/{number}")') == [("DELETE", "{}/stock/{}", "")]


def test_an_address_of_which_nothing_is_known_fits_nowhere() -> None:
    assert asked("requests.get(base)", 'requests.get(f"{base}/{number}")') == [("GET", "", ""), ("GET", "{}/{}", "")]


def test_the_place_of_a_request_is_kept() -> None:
    found = graph({"a.py": "import requests\ndef go(urls):\n    for url in urls:\n        requests.put(url)\n"})
    assert found.requests == (Request("a.py::go", "PUT", "", "a.py", 4, "requests", in_loop=True),)


def test_code_that_settings_name_is_an_entry() -> None:
    settings = (
        'MIDDLEWARE = ["outside.Middleware", "web.Timing", "web.missing"]\n'
        'INSTALLED_APPS = ["web"]\nROOT_URLCONF = "web"\nhandler = "web.Timing"\n'
    )
    found = graph({"settings.py": settings, "web.py": "class Timing:\n    def __call__(self, request): ...\n"})
    assert found.entries == (Entry("web.py::Timing", "MIDDLEWARE", "setting", "settings.py", 1),)


def test_views_for_errors_and_registered_filters_are_entries() -> None:
    found = graph(
        {
            "urls.py": 'from django.urls import path\nhandler404 = "views.missing"\nhandler500 = "outside.broken"\n',
            "views.py": "def missing(request): ...\n",
            "tags.py": (
                "from django import template\nregister = template.Library()\ndef plain(text): ...\n"
                'register.filter("plain", plain)\n'
            ),
        }
    )
    assert [(one.element, one.what) for one in found.entries] == [
        ("tags.py::plain", "template tag"),
        ("views.py::missing", "error view"),
    ]
