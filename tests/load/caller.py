"""Somebody who asks the server for pages over one connection that is kept, with the cookies of whoever is signed in.

Each answer carries how long it took, from the first byte sent to the last one read.
"""

import http.client
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urlsplit

from tests.markup import Form, Markup

from .counting import ASKS, TELLS
from .server import HOST, Server

ORIGIN = f"https://{HOST}"
AS_A_PROXY = {
    "Host": HOST, "X-Forwarded-Proto": "https", "X-Forwarded-For": "127.0.0.1", "Accept-Encoding": "identity",
    "Accept-Language": "sv",
}  # fmt: skip


class Unexpected(Exception):
    """The server answered something else than what was to be measured."""


@dataclass(frozen=True)
class Answer:
    """What came back, and after how many seconds."""

    path: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    seconds: float

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def queries(self) -> int | None:
        """How many queries it took, if that was asked for."""
        return int(self.headers[TELLS]) if TELLS in self.headers else None

    def must(self, status: int) -> "Answer":
        """The answer itself. Raises Unexpected for another status."""
        if self.status != status:
            words = Markup(self.text).text[:400] or self.headers.get("Location", "")
            raise Unexpected(f"{self.path} answered {self.status}, not {status}: {words}")
        return self


@dataclass
class Caller:
    """All who measure share one connection; each has cookies of her own."""

    server: Server
    cookies: dict[str, dict[str, str]] = field(default_factory=dict)
    counting: bool = False  # whether the server is asked to count queries

    def __post_init__(self) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=600)

    def get(self, who: str, path: str) -> Answer:
        return self._ask("GET", who, path, None, {})

    def download(self, who: str, path: str, watch: Callable[[], None]) -> Answer:
        """Get something long, and call `watch` after every 64 kB of it."""
        return self._ask("GET", who, path, None, {}, watch)

    def post(self, who: str, path: str, data: Mapping[str, str | list[str]]) -> Answer:
        """Send a form, as a browser does."""
        body = urlencode(data, doseq=True).encode()
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Origin": ORIGIN, "Referer": ORIGIN + path}
        return self._ask("POST", who, path, body, headers)

    def form(self, who: str, path: str, button: str) -> Form:
        """The form with that button on a page. Raises Unexpected when there is none."""
        page = Markup(self.get(who, path).must(200).text)
        for form in page.forms:
            if button in form.buttons:
                return form
        raise Unexpected(f"{path} has no button {button}. {page.h1}: {page.text[:600]}")

    def press(self, who: str, path: str, form: Form, **answers: str) -> Answer:
        """Send a form with some of its fields filled in; answered by a redirect when it was taken."""
        data: dict[str, str | list[str]] = {**form.answers, **answers}
        return self.post(who, form.action or path, data)

    def sign_in(self, who: str, password: str) -> None:
        """Sign in with the product's own page, and keep the session's cookie."""
        path = "/konto/logga-in/"
        form = self.form(who, path, "Logga in")
        self.press(who, path, form, login=who, password=password).must(302)

    def _ask(
        self, method: str, who: str, path: str, body: bytes | None, more: Mapping[str, str],
        watch: Callable[[], None] | None = None,
    ) -> Answer:  # fmt: skip
        headers = AS_A_PROXY | dict(more)
        if kept := self.cookies.get(who):
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in kept.items())
        if self.counting:
            headers[ASKS] = "1"
        started = time.perf_counter()
        self.connection.request(method, path, body, headers)
        response = self.connection.getresponse()
        read = response.read() if watch is None else _in_pieces(response, watch)
        seconds = time.perf_counter() - started
        self._keep(who, response.headers.get_all("Set-Cookie") or [])
        return Answer(urlsplit(path).path, response.status, dict(response.headers), read, seconds)

    def _keep(self, who: str, given: list[str]) -> None:
        for line in given:
            for name, morsel in SimpleCookie(line).items():
                self.cookies.setdefault(who, {})[name] = morsel.value


def _in_pieces(response: http.client.HTTPResponse, watch: Callable[[], None]) -> bytes:
    pieces = []
    while piece := response.read(65_536):
        pieces.append(piece)
        watch()
    return b"".join(pieces)
