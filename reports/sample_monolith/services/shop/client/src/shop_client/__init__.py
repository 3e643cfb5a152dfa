"""A typed client of the service Shop."""

from . import exceptions, models
from .async_client import AsyncClient
from .client import Client
from .failures import CircuitOpen, ContractViolation, RemoteProblem, ServiceTimeout, ServiceUnreachable
from .policy import UNSET, Policy, Unset

__all__ = [
    "UNSET",
    "AsyncClient",
    "CircuitOpen",
    "Client",
    "ContractViolation",
    "Policy",
    "RemoteProblem",
    "ServiceTimeout",
    "ServiceUnreachable",
    "Unset",
    "exceptions",
    "models",
]
