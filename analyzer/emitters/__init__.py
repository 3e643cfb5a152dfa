"""How to write a service: every emitter, in the order its files are written."""

from analyzer.emitters import fastapi_service, openapi_contract, typed_client
from analyzer.model.family import Emitter

EMITTERS: tuple[Emitter, ...] = (
    openapi_contract.EMITTER,
    fastapi_service.EMITTER,
    typed_client.EMITTER,
)
