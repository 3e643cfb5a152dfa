"""A report open in a browser; any error or request of it is a failure."""

from pathlib import Path

from playwright.sync_api import Page


class Report:
    """A page under test: opened from disk, and any error or request of it is a failure."""

    def __init__(self, page: Page, path: Path) -> None:
        self.page = page
        self.trouble: list[str] = []
        page.on("pageerror", lambda error: self.trouble.append(str(error)))
        page.on("console", lambda message: self.trouble.append(message.text) if message.type == "error" else None)
        page.on("request", lambda request: self.trouble.append(request.url) if request.url.startswith("http") else None)
        page.goto(path.as_uri())
        page.wait_for_selector("html[data-ready]")

    def go(self, address: str) -> None:
        self.page.evaluate("address => { location.hash = address; }", address)
        self.page.wait_for_function("address => decodeURI(location.hash) === decodeURI(address)", arg=f"#{address}")
        self.settle()

    def settle(self) -> None:
        """Let the page draw what the last click or key asked for."""
        self.page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")

    def wait_for(self, heading: str) -> None:
        """Until the page has that heading: it is drawn a moment after the click that leads to it."""
        self.page.locator("#content h1").filter(has_text=heading).wait_for()

    def heading(self) -> str:
        self.settle()
        return self.page.locator("#content h1").inner_text()
