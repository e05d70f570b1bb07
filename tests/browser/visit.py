"""A visit to a page: what is seen, what was asked for, and what the browser complained of."""

from typing import Any


class Visit:
    """A page in a window of its own, with all messages and requests since it was opened."""

    def __init__(
        self,
        browser: Any,
        url: str,
        *,
        width: int = 1440,
        scheme: str = "light",
        script: bool = True,
    ) -> None:
        self._context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            java_script_enabled=script,
        )
        self.page = self._context.new_page()
        self.messages: list[str] = []
        self.requests: list[str] = []
        self.bytes = 0
        self.page.on("console", lambda message: self.messages.append(message.text))
        self.page.on("pageerror", lambda error: self.messages.append(str(error)))
        self.page.on("dialog", self._surprised)
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("response", self._count)
        self.page.goto(url, wait_until="load")

    def _surprised(self, dialog: Any) -> None:
        self.messages.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _count(self, response: Any) -> None:
        self.bytes += int(response.headers.get("content-length", 0))

    def wide(self) -> int:
        """How many pixels the page is wider than its window."""
        wide: int = self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        return wide

    def seen(self, selector: str) -> list[str]:
        """The texts of what can be seen of some elements."""
        found = self.page.locator(selector)
        return [one.inner_text() for one in found.all() if one.is_visible()]

    def focused(self) -> str:
        """The words of what has the focus."""
        words: str = self.page.evaluate("document.activeElement.textContent.trim()")
        return words

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def close(self) -> None:
        self._context.close()
