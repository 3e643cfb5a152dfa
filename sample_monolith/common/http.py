"""The only place that talks HTTP to other companies."""

import json
import logging
import urllib.error
import urllib.request

from common.exceptions import RemoteError

logger = logging.getLogger(__name__)


class JsonClient:
    """POST a JSON document, get one back."""

    system = "remote"

    def __init__(self, base_url: str, api_key: str = "", timeout: int = 10):
        self.base_url = base_url.rstrip("/")
        self.api_key = api_key
        self.timeout = timeout

    def post(self, path: str, body: dict) -> dict:
        request = urllib.request.Request(
            f"{self.base_url}/{path.lstrip('/')}",
            data=json.dumps(body, default=str).encode(),
            headers={
                "Content-Type": "application/json",
                "Authorization": f"Bearer {self.api_key}",
            },
            method="POST",
        )
        try:
            return self._open(request)
        except (urllib.error.URLError, TimeoutError) as error:
            logger.warning("%s failed: %s", self.system, error)
            raise RemoteError(self.system, str(error)) from error
        except ValueError as error:
            raise RemoteError(self.system, "answer is not JSON") from error

    def _open(self, request) -> dict:
        with urllib.request.urlopen(request, timeout=self.timeout) as response:  # noqa: S310
            return json.load(response)
