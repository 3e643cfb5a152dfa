import importlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from studies.market import market_study
from studies.serving import put, running, silent_peer

from analyzer.generate import generate

STOCK_HANDLERS = """
from __future__ import annotations
from . import models
from .exceptions import OutOfStock
from .operations import Operations

class Handlers(Operations):
    reserved = 0

    def stock_reserve(self, body: models.StockReserveRequest) -> models.StockReserveResult:
        if (body.quantity or 1) > 5:
            raise OutOfStock("only 5 left", left=5)
        Handlers.reserved += body.quantity or 1
        return models.StockReserveResult(result=Handlers.reserved)
"""
ORDERS_HANDLERS = """
from __future__ import annotations
from decimal import Decimal
from stock_client.exceptions import OutOfStock, StockError
from stock_client.replaced.stock import reserve
from . import exceptions, models
from .operations import Operations

class Handlers(Operations):
    cancelled = []

    def orders_cancel(self, order_id: int, body: models.OrdersCancelRequest) -> None:
        if order_id == 13:
            raise exceptions.Conflict("sent already")
        self.cancelled.append(f"{order_id} {body.reason}")

    def orders_total(self, order_id: int) -> models.OrdersTotalResult:
        return models.OrdersTotalResult(result=Decimal(order_id) / 4)

    def list_orders(self, **filters) -> models.OrderPage:
        raise exceptions.Conflict("; ".join(self.cancelled))

    def post_checkout(self, body: models.PostCheckoutRequest) -> models.PostCheckoutResult:
        wanted = body.model_extra["quantity"]
        try:
            return models.PostCheckoutResult(reserved=reserve("A-1", wanted))
        except StockError as problem:
            assert isinstance(problem, OutOfStock)
            return models.PostCheckoutResult(refused=str(problem), left=problem.members["left"])
"""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The services with two handlers written, as a team would."""
    services = put(tmp_path_factory.mktemp("written"), generate(market_study()))
    (services / "stock/src/stock_service/handlers.py").write_text(STOCK_HANDLERS)
    (services / "orders/src/orders_service/handlers.py").write_text(ORDERS_HANDLERS)
    return services


@pytest.mark.parametrize("name", ["billing", "orders", "stock"])
def test_a_service_starts_and_answers(services: Path, name: str) -> None:
    document = json.loads((services / name / f"src/{name}_service/openapi.json").read_text())
    with running(services, name) as address:
        assert httpx.get(f"{address}/health/live").json() == {"status": "alive"}
        assert httpx.get(f"{address}/health/ready").json() == {"status": "ready"}
        assert httpx.get(f"{address}/openapi.json").json() == document


def test_an_operation_nobody_wrote_answers_501_as_a_problem(services: Path) -> None:
    with running(services, "stock") as address:
        answer = httpx.post(f"{address}/v1/stock/reserve", json={"sku": "A-1"})
        invalid = httpx.post(f"{address}/v1/stock/reserve", json={"sku": 1})
    assert (answer.status_code, answer.headers["content-type"]) == (501, "application/problem+json")
    assert answer.json() == {
        "type": "about:blank", "title": "Not implemented", "status": 501, "detail": "stock_reserve",
    }  # fmt: skip
    assert (invalid.status_code, invalid.json()["errors"][0]["place"]) == (422, "body.sku")


def test_two_services_talk_and_an_exception_crosses_as_itself(written: Path) -> None:
    with running(written, "stock") as stock, running(written, "orders", {"STOCK_URL": stock}) as orders:
        taken = httpx.post(f"{orders}/v1/checkout", json={"quantity": 2})
        refused = httpx.post(f"{orders}/v1/checkout", json={"quantity": 9})
    assert (taken.status_code, taken.json()) == (200, {"reserved": 2})
    assert (refused.status_code, refused.json()) == (200, {"refused": "only 5 left", "left": 5})


def test_of_two_routes_that_fit_the_more_exact_one_answers(services: Path) -> None:
    """``/v1/{page}`` fits ``/v1/orders`` too, whatever the order of the routers."""
    with running(services, "orders") as orders:
        answers = [httpx.get(f"{orders}/v1/{name}").json()["detail"] for name in ("orders", "elsewhere")]
    assert answers == ["list_orders", "get_page"]


BILLING_HANDLERS = """
from __future__ import annotations
from . import models
from .operations import Operations

class Handlers(Operations):
    def billing_quote(self, body: models.BillingQuoteRequest) -> models.BillingQuoteRecord:
        return models.BillingQuoteRecord.model_validate({"total": "1.50", "class": "A", "extra": [1], "more": True})
"""
_RECORD = """
import sys
from billing_client import Client
said = Client(sys.argv[1]).billing_quote("A-1")
print(said["total"], said["class"], said["more"], said.get("gone"), {**said}["extra"], list(said.keys()))
"""


def test_a_dict_that_comes_back_is_read_by_key_as_before(services: Path, tmp_path: Path) -> None:
    shutil.copytree(services / "billing", tmp_path / "billing")
    (tmp_path / "billing/src/billing_service/handlers.py").write_text(BILLING_HANDLERS)
    environment = {"PYTHONPATH": str(tmp_path / "billing/client/src"), "PATH": os.environ["PATH"]}
    with running(tmp_path, "billing") as billing:
        command = [sys.executable, "-c", _RECORD, billing]
        result = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert result.stdout == "1.50 A True None [1] ['total', 'class', 'extra', 'more']\n", result.stderr


_BATCHES = """
import json, sys
from orders_client import Client, exceptions, models
client = Client(sys.argv[1])
totals = client.orders_total_batch_of_any_size([models.OrdersTotalBatchItem(order_id=n) for n in range(250)])
item = models.OrdersCancelBatchItem
nothing = client.orders_cancel_batch_of_any_size([item(order_id=1, reason="late"), item(order_id=2)])
try:
    client.orders_cancel_batch([item(order_id=3), item(order_id=13), item(order_id=4)])
except exceptions.Conflict as problem:
    refused = [problem.detail, problem.members["item"]]
try:
    client.list_orders()
except exceptions.RemoteProblem as problem:
    done = problem.detail
print(json.dumps([len(totals), str(totals[7]), nothing, refused, done]))
"""


def test_many_calls_of_an_action_on_items_go_in_few_requests(written: Path) -> None:
    """The server's default carries them out one by one; the first failure ends it and says where."""
    environment = {"PYTHONPATH": str(written / "orders/client/src"), "PATH": os.environ["PATH"]}
    with running(written, "orders") as orders:
        command = [sys.executable, "-c", _BATCHES, orders]
        result = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert result.stdout, result.stderr
    assert json.loads(result.stdout) == [250, "1.75", None, ["sent already", 1], "1 late; 2 None; 3 None"]


def test_the_same_idempotency_key_does_the_work_once(written: Path) -> None:
    key = {"Idempotency-Key": "one"}
    with running(written, "stock") as address:
        first = httpx.post(f"{address}/v1/stock/reserve", json={"sku": "A-1", "quantity": 3}, headers=key)
        again = httpx.post(f"{address}/v1/stock/reserve", json={"sku": "A-1", "quantity": 3}, headers=key)
        other = httpx.post(f"{address}/v1/stock/reserve", json={"sku": "A-2", "quantity": 3}, headers=key)
    assert first.json() == again.json() == {"result": 3}
    assert (first.headers.get("Idempotency-Replayed"), again.headers["Idempotency-Replayed"]) == (None, "true")
    assert (other.status_code, other.json()["title"]) == (422, "Idempotency key reused")


def test_a_dead_peer_is_survived(written: Path) -> None:
    """The caller answers 503 with a problem, and stays ready: it takes nobody down with it."""
    with running(written, "orders", {"STOCK_URL": "http://127.0.0.1:9"}) as orders:
        answer = httpx.post(f"{orders}/v1/checkout", json={"quantity": 2}, timeout=30)
        ready = httpx.get(f"{orders}/health/ready")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "1")
    assert answer.json() == {"type": "about:blank", "title": "A service this one needs does not answer", "status": 503}
    assert ready.status_code == 200


_SLOW = """
import asyncio, json, os, sys
from stock_client import AsyncClient, CircuitOpen, Client, Policy, ServiceTimeout
policy = Policy(read_seconds=0.05, retries=0, failures_to_open=2, open_seconds=3600)
said = []
client = Client(sys.argv[1], policy=policy)
for _ in range(3):
    try:
        client.stock_reserve("A-1")
    except (CircuitOpen, ServiceTimeout) as error:
        said.append(type(error).__name__)

async def run():
    client = AsyncClient(sys.argv[1], policy=policy)
    for _ in range(3):
        try:
            await client.stock_reserve("A-1")
        except (CircuitOpen, ServiceTimeout) as error:
            said.append(type(error).__name__)

asyncio.run(run())
print(json.dumps(said))
"""


def test_a_slow_peer_costs_its_timeout_and_then_nothing(services: Path) -> None:
    environment = {"PYTHONPATH": str(services / "stock/client/src"), "PATH": os.environ["PATH"]}
    with silent_peer() as address:
        command = [sys.executable, "-c", _SLOW, address]
        result = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert result.stdout, result.stderr
    assert json.loads(result.stdout) == ["ServiceTimeout", "ServiceTimeout", "CircuitOpen"] * 2


def test_the_gateway_sends_moved_routes_to_their_service(written: Path) -> None:
    """What has not moved goes to the monolith: here the stock service plays it, and answers 404."""
    gateway = written / "gateway"
    (gateway / "moved.json").write_text('{"services": [], "routes": ["POST /checkout"]}')
    (written / "edge/src/edge_service").mkdir(parents=True)
    main = "import os, sys, uvicorn\nsys.path.insert(0, os.environ['GATEWAY'])\n"
    main += "uvicorn.run('gateway:app', port=int(os.environ['PORT']), log_level='error')\n"
    (written / "edge/src/edge_service/__main__.py").write_text(main)
    with running(written, "stock") as stock, running(written, "orders", {"STOCK_URL": stock}) as orders:
        addresses = {"GATEWAY": str(gateway), "MONOLITH_URL": stock, "ORDERS_URL": orders}
        with running(written, "edge", addresses) as edge:
            moved = httpx.post(f"{edge}/checkout/", json={"quantity": 1})
            stayed = httpx.get(f"{edge}/orders/7/")
    assert moved.json() == {"reserved": 1}
    assert (stayed.status_code, stayed.json()["title"]) == (404, "Not Found")


def test_the_gateway_takes_the_more_exact_of_two_routes(
    services: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORUM_URL", "http://forum")
    monkeypatch.syspath_prepend(str(services / "gateway"))
    gateway = importlib.import_module("gateway")
    routes = [
        {"route": f"GET {old}", "service": "forum", "variable": "FORUM_URL", "target": new}
        for old, new in {"/{page}/{pk}": "/v1/{page}/{pk}", "/topic/{pk}": "/v1/topic/{pk}",
                         "/topic/{pk}-{slug}": "/v1/topic/{pk}"}.items()
    ]  # fmt: skip
    (tmp_path / "routes.json").write_text(json.dumps({"routes": routes}))
    (tmp_path / "moved.json").write_text('{"services": ["forum"], "routes": []}')
    rules = gateway.load(tmp_path)
    paths = ["/topic/7", "/topic/7-a-title", "/user/7"]
    found = [next(target for rule in rules if (target := rule.destination("GET", path))) for path in paths]
    assert found == ["http://forum/v1/topic/7", "http://forum/v1/topic/7", "http://forum/v1/user/7"]


_SHARED = """
from __future__ import annotations
from . import models
from .idempotency import Answer, Store
from .operations import Operations

class Shelf:
    def begin(self, key: str, fingerprint: str) -> Answer | None:
        return Answer(fingerprint, 200, ((b"content-type", b"application/json"),), b'{"result": 42}')
    def finish(self, key: str, answer: Answer) -> None: ...
    def forget(self, key: str) -> None: ...

class Handlers(Operations):
    def store(self) -> Store:
        return Shelf()
"""


def test_the_store_of_idempotency_keys_is_the_teams_choice(services: Path, tmp_path: Path) -> None:
    shutil.copytree(services / "stock", tmp_path / "stock")
    (tmp_path / "stock/src/stock_service/handlers.py").write_text(_SHARED)
    with running(tmp_path, "stock") as address:
        known = httpx.post(f"{address}/v1/stock/reserve", json={"sku": "A-1"}, headers={"Idempotency-Key": "seen"})
        fresh = httpx.post(f"{address}/v1/stock/reserve", json={"sku": "A-1"})
    assert (known.status_code, known.json(), known.headers["Idempotency-Replayed"]) == (200, {"result": 42}, "true")
    assert fresh.status_code == 501
