"""Which groups get a contract, and who then calls whom."""

from msgspec.structs import replace
from studies.market import MARKET_BREAKS, market_cut, market_graph

from analyzer.model.contract import Contract
from analyzer.model.cut import Cut, Service
from analyzer.publish import publish


def cut_with(*changed: Service) -> Cut:
    cut = market_cut()
    by_key = {service.key: service for service in changed}
    return replace(cut, services=tuple(by_key.get(service.key, service) for service in cut.services))


def consumers(contracts: tuple[Contract, ...]) -> dict[str, list[str]]:
    return {
        contract.service: sorted({key for operation in contract.operations for key in operation.consumers})
        for contract in contracts
    }


def test_every_service_has_a_contract() -> None:
    found = publish(market_graph(), market_cut(), MARKET_BREAKS)
    assert consumers(found) == {"billing": ["orders"], "orders": ["billing"], "stock": ["orders"]}


def test_a_part_runs_in_its_host_and_needs_no_network_to_it() -> None:
    cut = cut_with(Service("billing", "Billing", kind="part", host="orders"))
    assert consumers(publish(market_graph(), cut, MARKET_BREAKS)) == {"orders": [], "stock": ["orders"]}


def test_a_part_without_a_host_calls_from_what_stays_of_the_monolith() -> None:
    cut = cut_with(Service("billing", "Billing", kind="part"))
    assert consumers(publish(market_graph(), cut, MARKET_BREAKS)) == {"orders": ["the-monolith"], "stock": ["orders"]}


def test_parts_get_contracts_of_their_own_when_asked_for() -> None:
    cut = cut_with(Service("billing", "Billing", kind="part", host="orders"))
    found = publish(market_graph(), cut, MARKET_BREAKS, kinds=("service", "part"))
    assert consumers(found) == {"billing": ["orders"], "orders": ["billing"], "stock": ["orders"]}
