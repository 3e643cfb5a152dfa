"""Firefox, driven by WebDriver BiDi: enough of it to open a file, run a script and hear of errors."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

PROGRAM = shutil.which("firefox-esr") or shutil.which("firefox")


class Firefox:
    """One page; ``trouble`` collects errors and warnings of its scripts and styles."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.trouble: list[str] = []
        self.number = 0
        self.ask("session.new", capabilities={})
        self.ask("session.subscribe", events=["log.entryAdded"])
        self.context = self.ask("browsingContext.create", type="tab")["context"]

    def ask(self, method: str, **parameters: object) -> Any:  # noqa: ANN401 - decoded JSON
        self.number += 1
        self.socket.send(json.dumps({"id": self.number, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self.socket.recv(timeout=60))
            if answer.get("method") == "log.entryAdded" and answer["params"]["level"] in ("error", "warn"):
                self.trouble.append(str(answer["params"]["text"]))
            if answer.get("id") == self.number:
                assert answer["type"] == "success", answer
                return answer["result"]

    def open(self, path: Path) -> None:
        self.ask("browsingContext.navigate", context=self.context, url=path.as_uri(), wait="complete")

    def run(self, script: str) -> Any:  # noqa: ANN401 - what the script returns, through JSON
        """What the promise of ``script`` holds."""
        code = f"(async () => JSON.stringify(await ({script})()))()"
        found = self.ask("script.evaluate", expression=code, target={"context": self.context}, awaitPromise=True)
        assert found["type"] == "success", found
        return json.loads(found["result"]["value"])


@contextmanager
def firefox(profile: Path) -> Iterator[Firefox]:
    """A running Firefox with a profile of its own; ends with the block."""
    assert PROGRAM, "Firefox is missing; `bash .ci/system-packages` installs it"
    command = [PROGRAM, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as process:
        assert process.stderr
        try:
            listening = (re.search(r"WebDriver BiDi listening on (ws://\S+)", line) for line in process.stderr)
            address = next(found[1] for found in listening if found)
            with connect(f"{address}/session", max_size=None) as socket:
                yield Firefox(socket)
        finally:
            process.terminate()
