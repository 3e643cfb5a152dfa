"""The whole study as JSON, with its JSON Schema beside it."""

import json
from collections.abc import Iterable

from analyzer.model.artifact import Artifact
from analyzer.model.family import Renderer
from analyzer.model.study import Study, encode, schema


def draw(study: Study) -> Iterable[Artifact]:
    """``study.json``, which every other command reads back, and ``study.schema.json``."""
    yield Artifact("study.json", encode(study))
    yield Artifact("study.schema.json", json.dumps(schema(), indent=2, sort_keys=True) + "\n")


RENDERER = Renderer("json", "The whole study, and its JSON Schema", draw)
