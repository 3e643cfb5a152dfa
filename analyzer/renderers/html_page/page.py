"""Puts the page together: template, styles, scripts and data in one file that trusts nothing but itself."""

import base64
import hashlib
import zlib
from importlib import resources
from typing import Any

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from analyzer.renderers.html_page.bundle import bundle
from analyzer.renderers.html_page.glance import Glance

INLINE_LIMIT = 1_000_000  # smaller data stays readable JSON; larger is deflated, a fifth of the size
VENDORED = (
    "d3-dispatch", "d3-selection", "d3-timer", "d3-color", "d3-interpolate", "d3-ease", "d3-drag",
    "d3-transition", "d3-zoom", "d3-hierarchy",
)  # fmt: skip
PRELUDE = 'if (location.hash.length > 2) document.documentElement.classList.add("deep");'
"""Run before anything is shown: an address of another page must not show the verdict first."""
STYLES = ("base", "layout", "pages", "print")


def page(data: dict[str, Any], glance: Glance, name: str) -> str:
    """The whole HTML document for the data of one study; ``glance`` is what it says before its script has run."""
    folder = resources.files("analyzer.renderers.html_page")
    styles = "\n".join((folder / "css" / f"{sheet}.css").read_text("utf-8") for sheet in STYLES)
    vendored = "\n".join((folder / "vendor" / f"{library}.min.js").read_text("utf-8") for library in VENDORED)
    script = bundle("app.js", lambda path: (folder / "js" / path).read_text("utf-8"))
    text, encoding = encoded(data)
    environment = Environment(
        autoescape=True, loader=PackageLoader("analyzer.renderers.html_page", "."), undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    return environment.get_template("page.html.j2").render(
        name=name,
        glance=glance,
        policy=policy((PRELUDE, vendored, script), styles),
        prelude=Markup(PRELUDE),  # noqa: S704 - our own text
        styles=Markup(styles),  # noqa: S704 - our own file
        vendored=Markup(vendored),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - our own file
        data=Markup(text),  # noqa: S704 - escaped by `encoded`
        encoding=encoding,
    )


def encoded(data: dict[str, Any]) -> tuple[str, str]:
    """The data as inert text and the name of its encoding: ``json``, or ``deflate`` when it is large."""
    raw = msgspec.json.encode(data)
    if len(raw) <= INLINE_LIMIT:
        return inert(raw.decode()), "json"
    return base64.b64encode(zlib.compress(raw, 6)).decode(), "deflate"


def inert(json_text: str) -> str:
    """JSON that no HTML or script parser can leave: the characters that could are written as escapes."""
    for character in "<>&\u2028\u2029":
        json_text = json_text.replace(character, f"\\u{ord(character):04x}")
    return json_text


def policy(scripts: tuple[str, ...], styles: str) -> str:
    """A Content-Security-Policy that allows exactly these scripts and styles, and no network at all."""
    allowed = " ".join(f"'sha256-{_digest(script)}'" for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src 'sha256-{_digest(styles)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
