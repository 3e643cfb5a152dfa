import json
from pathlib import Path

import msgspec

from analyzer.model.rules import Rules


def test_the_published_schema_is_that_of_the_rules() -> None:
    schema = msgspec.json.schema(Rules)
    properties = schema["$defs"]["Rules"]["properties"]
    del properties["file"], properties["lines"]
    properties["version"] = {"const": 1, "default": 1}
    published = Path(__file__).parents[2] / "docs" / "boundaries.schema.json"
    assert json.loads(published.read_text(encoding="utf-8")) == json.loads(json.dumps(schema))
