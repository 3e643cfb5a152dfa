"""Where the files of a service go, and what its packages are called."""

from collections.abc import Sequence

from analyzer.model.contract import Contract
from analyzer.model.cut import REMAINDER
from analyzer.model.study import Study
from analyzer.notation.names import kebab, snake

FOLDER = "services"
PORT = 8000  # inside the container; every service has its own address, so all may use the same
VERSION = "1.0.0"  # the first published contract; later versions follow what `analyzer contract diff` says


def folder(service: str) -> str:
    """The folder of one service; its key is a slug, and is made one again here so that no path can escape."""
    return f"{FOLDER}/{folder_name(service)}"


def folder_name(service: str) -> str:
    """The last part of `folder`: a Python name."""
    return snake(service, "service")


def label(service: str) -> str:
    """The service's DNS label."""
    return kebab(service, "service")[:50].strip("-")


def package(service: str) -> str:
    """The Python package of the server."""
    return f"{snake(service, 'service')}_service"


def client_package(service: str) -> str:
    """The Python package of the client."""
    return f"{snake(service, 'service')}_client"


def command(service: str) -> str:
    """The program that runs the server once it is installed."""
    return f"{label(service)}-service"


def install(peers: Sequence[str]) -> str:
    """The command that installs a service, its client and those of its peers, by their folders.

    All of them by path: the packages are on no index, and somebody else's may be there under the same name.
    """
    return " ".join(["pip install -e . -e client", *(f"-e ../{peer}/client" for peer in peers), "--group dev"])


def variable(service: str) -> str:
    """The environment variable that holds the service's base address."""
    return f"{snake(service, 'service').upper()}_URL"


def title(study: Study, service: str) -> str:
    """The service's name for people."""
    return next((s.name for s in study.cut.services if s.key == service and s.name), service)


def callees(study: Study, service: str) -> tuple[str, ...]:
    """Keys of the services whose contracts name ``service`` as a consumer."""
    return tuple(sorted(c.service for c in study.contracts if service in consumers(c)))


def consumers(contract: Contract) -> tuple[str, ...]:
    """Keys of the services that call this one."""
    return tuple(sorted({key for operation in contract.operations for key in operation.consumers}))


def callers(study: Study, contract: Contract) -> tuple[str, ...]:
    """The consumers that run as something of their own: services, and what stays of the monolith."""
    running = {other.service for other in study.contracts} | {REMAINDER}
    return tuple(key for key in consumers(contract) if key in running)


def problem_uri(service: str, slug: str) -> str:
    """The ``type`` of a problem: a name and no address, so that nobody has to serve a page for it."""
    return f"urn:problem-type:{label(service)}:{kebab(slug)}"
