"""Two services of the sample talk; what they do when one of them is slow, dead, or back again."""

import importlib
import threading
import time
from pathlib import Path

import httpx
import pytest
from studies.serving import free_port, put, running, silent_peer

from analyzer.generate import generate
from analyzer.model.study import Study

INVENTORY = """
from __future__ import annotations
from . import models
from .exceptions import OutOfStock
from .operations import Operations

class Handlers(Operations):
    def inventory_reserve(self, body: models.InventoryReserveRequest) -> models.InventoryReserveResult:
        if body.quantity > 5:
            assert body.variant is not None
            raise OutOfStock(f"{body.variant.sku}: only 5 left", left=5, order=body.order_id)
        return models.InventoryReserveResult(result=[])
"""
ORDERS = """
from __future__ import annotations
from dataclasses import dataclass
from inventory_client.exceptions import OutOfStock, ShopError
from inventory_client.replaced.inventory import reserve
from . import models
from .operations import Operations

@dataclass
class Variant:
    id: int
    sku: str

class Handlers(Operations):
    def post_order_again(self, number: str, body: models.PostOrderAgainRequest) -> models.PostOrderAgainResult:
        try:
            made = reserve(7, Variant(3, "A-1"), body.model_extra["quantity"])
        except ShopError as problem:
            assert isinstance(problem, OutOfStock)
            return models.PostOrderAgainResult(refused=str(problem), **problem.members)
        return models.PostOrderAgainResult(made=len(made))
"""


@pytest.fixture(scope="module")
def written(study: Study, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's services with two handlers written, as a team would."""
    services = put(tmp_path_factory.mktemp("written"), generate(study, ["fastapi", "client"]))
    (services / "inventory/src/inventory_service/handlers.py").write_text(INVENTORY)
    (services / "orders/src/orders_service/handlers.py").write_text(ORDERS)
    return services


def order(address: str, quantity: int) -> httpx.Response:
    return httpx.post(f"{address}/v1/orders/by-number/A-17/again", json={"quantity": quantity}, timeout=30)


@pytest.mark.slow
def test_an_exception_crosses_as_itself_and_as_its_parents(written: Path) -> None:
    with running(written, "inventory") as inventory, running(written, "orders", {"INVENTORY_URL": inventory}) as orders:
        made, refused = order(orders, 2), order(orders, 9)
    assert (made.status_code, made.json()) == (200, {"made": 0})
    said = refused.json()
    assert refused.status_code == 200, refused.text
    assert (said["refused"], said["left"], said["order"]) == ("A-1: only 5 left", 5, 7)
    assert (said["type"], said["status"]) == ("urn:problem-type:inventory:out-of-stock", 409)


@pytest.mark.slow
def test_a_dead_peer_is_answered_for_and_takes_nobody_with_it(written: Path) -> None:
    with running(written, "orders", {"INVENTORY_URL": "http://127.0.0.1:9"}) as orders:
        answer = order(orders, 2)
        assert httpx.get(f"{orders}/health/ready").status_code == 200
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "1")
    assert answer.json() == {"type": "about:blank", "title": "A service this one needs does not answer", "status": 503}


@pytest.mark.slow
def test_a_slow_peer_costs_its_timeout_while_the_service_stays_ready(written: Path) -> None:
    answers: list[httpx.Response] = []
    with silent_peer() as peer, running(written, "orders", {"INVENTORY_URL": peer}) as orders:
        asking = threading.Thread(target=lambda: answers.append(order(orders, 2)))
        asking.start()
        assert httpx.get(f"{orders}/health/ready").json() == {"status": "ready"}
        assert not answers
        asking.join()
    assert answers[0].status_code == 503


@pytest.mark.slow
def test_the_circuit_opens_and_closes_again_when_the_peer_is_back(
    written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(written / "inventory/client/src"))
    client = importlib.import_module("inventory_client")
    port = free_port()
    policy = client.Policy(retries=0, failures_to_open=2, open_seconds=0.2)
    with httpx.Client() as http:
        inventory = client.Client(f"http://127.0.0.1:{port}", policy=policy, http=http)
        for failure in (client.ServiceUnreachable, client.ServiceUnreachable, client.CircuitOpen):
            with pytest.raises(failure):
                inventory.inventory_reserve(7, 3, 2)
        with running(written, "inventory", {"PORT": str(port)}):
            time.sleep(policy.open_seconds)
            assert inventory.inventory_reserve(7, 3, 2) == []
            assert inventory.inventory_reserve(7, 3, 2) == []
