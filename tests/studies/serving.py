"""Puts generated services on disk and starts them, each in a process of its own on a loopback port."""

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx

from analyzer.model.artifact import Artifact


def put(folder: Path, artifacts: Iterable[Artifact]) -> Path:
    for artifact in artifacts:
        path = folder / artifact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        data = artifact.content if isinstance(artifact.content, bytes) else artifact.content.encode()
        path.write_bytes(data)
    return folder / "services"


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def running(services: Path, name: str, environment: Mapping[str, str] | None = None) -> Iterator[str]:
    """The base address of the service, from the moment it says that it is ready; run from its folder of sources."""
    sources = [services / name / "src", *services.glob("*/client/src")]
    given = {"PYTHONPATH": os.pathsep.join(map(str, sources)), **(environment or {})}
    with started([sys.executable, "-m", f"{name}_service"], services, given) as address:
        yield address


@contextmanager
def started(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> Iterator[str]:
    """The base address of what the command serves, with no more of this environment than it is given."""
    port = (environment or {}).get("PORT") or str(free_port())
    given = {"PATH": os.environ["PATH"], "PORT": port, **(environment or {})}
    process = subprocess.Popen(command, env=given, cwd=folder, stderr=subprocess.PIPE)
    try:
        _wait(f"http://127.0.0.1:{port}/health/ready", process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.communicate(timeout=20)


def _wait(address: str, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(1_200):  # a minute: another run may have all cores
        if process.poll() is not None:
            raise RuntimeError(process.communicate()[1].decode())
        try:
            httpx.get(address).raise_for_status()
        except httpx.HTTPError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"{address} did not answer")


@contextmanager
def silent_peer() -> Iterator[str]:
    """Accepts connections and never answers."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(50)
        held: list[socket.socket] = []

        def accept() -> None:
            while True:
                try:
                    held.append(listener.accept()[0])
                except OSError:
                    return

        thread = threading.Thread(target=accept, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        listener.shutdown(socket.SHUT_RDWR)
        for connection in held:
            connection.close()
