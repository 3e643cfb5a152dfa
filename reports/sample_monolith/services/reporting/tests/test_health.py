"""Liveness, readiness, tracing and problems of the running service."""

import json

import httpx

from reporting_service.app import contract

PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"


def test_live_and_ready(real_server: str, http: httpx.Client) -> None:
    assert http.get(f"{real_server}/health/live").json() == {"status": "alive"}
    assert http.get(f"{real_server}/health/ready").json() == {"status": "ready"}


def test_the_document_is_the_contract(real_server: str, http: httpx.Client) -> None:
    assert http.get(f"{real_server}/openapi.json").json() == contract()


def test_the_trace_goes_on(real_server: str, http: httpx.Client) -> None:
    answer = http.get(f"{real_server}/health/live", headers={"traceparent": PARENT, "X-Request-ID": "abc-1"})
    assert answer.headers["traceparent"].split("-")[1] == PARENT.split("-")[1]
    assert answer.headers["traceparent"] != PARENT
    assert answer.headers["X-Request-ID"] == "abc-1"


def test_an_unknown_path_is_a_problem(real_server: str, http: httpx.Client) -> None:
    answer = http.get(f"{real_server}/no/such/path")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert json.loads(answer.text)["title"] == "Not Found"
