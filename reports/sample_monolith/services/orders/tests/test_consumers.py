"""What each consumer relies on, one example for each break of the monolith that an operation heals."""

import json
from pathlib import Path
from typing import Any

import httpx
import pytest

EXAMPLES = json.loads(Path(__file__).with_name("consumers.json").read_text("utf-8"))


@pytest.mark.parametrize("example", EXAMPLES, ids=[str(index) for index in range(len(EXAMPLES))])
def test_consumer(example: dict[str, Any], server: str, http: httpx.Client) -> None:
    request = example["request"]
    answer = http.request(request["method"], server + request["path"], params=request["query"], json=request["body"])
    assert answer.status_code == example["status"], answer.text
    if example["fields"]:
        assert set(example["fields"]) <= set(answer.json())
