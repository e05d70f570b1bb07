"""A site shown on this machine alone while its agenda is being edited."""

import gc
import posixpath
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

from cjpeace.cli.site_folder import Files

HERE = "127.0.0.1"

EVERY = 0.5
"""Seconds between two looks at the files of the agenda."""

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".ics": "text/calendar; charset=utf-8",
}


class SiteServer(ThreadingHTTPServer):
    """Answers from memory, and only to who asks for this machine by its own name."""

    timeout = EVERY
    daemon_threads = True

    def __init__(self, port: int) -> None:
        self.files: Files = {}
        super().__init__((HERE, port), _Handler)

    @property
    def url(self) -> str:
        """Where the site is."""
        return f"http://{HERE}:{self.server_port}/"

    def show(
        self, last: object, seen: Callable[[], object], build: Callable[[], Files | None]
    ) -> None:
        """Answer until interrupted; build anew when what is `seen` is not what it was `last`.

        What cannot be built leaves the files as they are.
        """
        gc.enable()  # this process lasts
        try:
            while True:
                self.handle_request()
                now = seen()
                if now != last:
                    last = now
                    self.files = build() or self.files
        except KeyboardInterrupt:
            return
        finally:
            self.server_close()


class _Handler(BaseHTTPRequestHandler):
    """One question; a connection that asks nothing is closed."""

    server: SiteServer
    timeout = 10

    def do_GET(self) -> None:
        """Answer with a file."""
        self._answer(whole=True)

    def do_HEAD(self) -> None:
        """Answer without its content."""
        self._answer(whole=False)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: what was asked for is seen in the browser."""

    def _answer(self, *, whole: bool) -> None:
        port = self.server.server_port
        if self.headers.get("Host") not in (f"{HERE}:{port}", f"localhost:{port}"):
            self._send(403, "text/plain", b"this site is shown on this machine only\n", whole=whole)
            return
        path = unquote(urlsplit(self.path).path).removeprefix("/")
        path += "index.html" if not path or path.endswith("/") else ""
        content = self.server.files.get(path)
        if content is None:
            self._send(404, "text/plain", b"there is no such page\n", whole=whole)
        else:
            kind = TYPES.get(posixpath.splitext(path)[1], "application/octet-stream")
            self._send(200, kind, content, whole=whole)

    def _send(self, status: int, kind: str, content: bytes, *, whole: bool) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-cache")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if whole:
            self.wfile.write(content)
