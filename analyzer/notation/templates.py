"""Templates in which a plain string cannot be pasted: every value must say how it is to be quoted."""

from collections.abc import Callable
from functools import cache

import jinja2

from analyzer.notation import names, prose, python
from analyzer.notation.documents import json_text

_FILTERS: dict[str, Callable[..., python.Code]] = {
    "literal": python.literal,
    "name": python.identifier,
    "dotted": python.dotted,
    "docstring": python.docstring,
    "constant": python.constant,
    "comment": lambda text: python.Code(prose.comment(text)),
    "markdown": lambda text: python.Code(prose.markdown(text)),
    "kebab": lambda text: python.Code(names.kebab(text)),
    "json": lambda value: python.Code(json_text(value).rstrip()),
}


def render(template: str, **values: object) -> str:
    """The template ``emitters/templates/<template>`` filled in; ``TypeError`` for text that was not quoted."""
    return _environment().get_template(template).render(**values)


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("analyzer.emitters", "templates"),
        undefined=jinja2.StrictUndefined,
        finalize=_quoted_only,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # noqa: S701 - HTML escaping would spoil Python; `finalize` refuses unquoted text instead
    )
    environment.filters.update(_FILTERS)
    return environment


def _quoted_only(value: object) -> object:
    if isinstance(value, python.Code) or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise TypeError(f"a template pastes {type(value).__name__} without saying how it is quoted")
