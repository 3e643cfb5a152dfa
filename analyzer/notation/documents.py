"""Values as JSON, YAML and TOML text, written by serializers and never pasted."""

import json
from collections.abc import Mapping, Sequence

import tomlkit
import yaml

Value = None | bool | int | float | str | Sequence["Value"] | Mapping[str, "Value"]
"""What all three notations can hold."""

_WIDE = 10_000  # no folding: a folded string differs from its neighbour in more lines than it has to


# The serializer in C is ten times as fast and comes with nearly every build of PyYAML; both write the same text.
_Serializer: type[yaml.SafeDumper] = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class _Dumper(_Serializer):  # type: ignore[misc, valid-type]  # which of the two is known at run time only
    """Abbreviates nothing by an anchor; half a surrogate pair, which no file can hold, becomes a question mark."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - PyYAML's signature
        return True

    def represent_data(self, data: object) -> yaml.Node:
        if isinstance(data, str) and not data.isascii():
            data = data.encode("utf-8", "replace").decode("utf-8")
        return super().represent_data(data)  # type: ignore[no-any-return]  # the base class has no types here


def json_text(value: Value) -> str:
    """Indented JSON in ASCII, keys in the order given, one newline at the end."""
    return json.dumps(value, indent=2, ensure_ascii=True) + "\n"


def yaml_text(value: Value, heading: str = "") -> str:
    """Block-style YAML in ASCII; ``heading`` lines become comments above it."""
    body = yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=False, width=_WIDE)
    return _commented(heading) + body


def yaml_documents(values: Sequence[Value], heading: str = "") -> str:
    """Several YAML documents in one file."""
    return _commented(heading) + "---\n".join(yaml_text(value) for value in values)


def toml_text(value: Mapping[str, Value], heading: str = "") -> str:
    """TOML with the tables in the order given."""
    return _commented(heading) + tomlkit.dumps(value)


def _commented(heading: str) -> str:
    return "".join(f"# {line}\n" for line in heading.splitlines())
