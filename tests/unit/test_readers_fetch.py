"""Pages by their address, from a server on this machine only."""

from __future__ import annotations

import gzip
import io
import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from rashomon.errors import InputError, MissingInput, TooLarge
from rashomon.model import Policy
from rashomon.readers import Opened, open_inputs
from rashomon.readers.fetch import USER_AGENT, fetch

POLICY = replace(
    Policy(), fetch_connect_seconds=2.0, fetch_read_seconds=0.5, fetch_total_seconds=1.0, fetch_redirects=3
)
TEXT = b"The bridge at Tarnwick is shut."


class Site(BaseHTTPRequestHandler):
    """A small site with every trouble that sites make."""

    asked: list[tuple[str, str]] = []  # noqa: RUF012  one site a test

    def do_GET(self) -> None:
        Site.asked.append((self.path, self.headers["User-Agent"]))
        getattr(self, f"page_{self.path.strip('/')}", self.missing)()

    def log_message(self, *args: object) -> None:
        """Say nothing."""

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content_Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def missing(self) -> None:
        self.answer(404)

    def page_text(self) -> None:
        self.answer(200, TEXT)

    def page_packed(self) -> None:
        self.answer(200, gzip.compress(TEXT), Content_Encoding="gzip")

    def page_bomb(self) -> None:
        self.answer(200, gzip.compress(bytes(30_000_000)), Content_Encoding="gzip")

    def page_large(self) -> None:
        self.answer(200, b"a" * 2_000_000)

    def page_moved(self) -> None:
        self.answer(302, Location="/text")

    def page_circle(self) -> None:
        self.answer(302, Location="/circle")

    def page_elsewhere(self) -> None:
        self.answer(302, Location="file:///etc/hostname")

    def page_short(self) -> None:
        self.answer(200, TEXT, Content_Length="500")

    def page_garbled(self) -> None:
        self.answer(200, b"not gzip at all", Content_Encoding="gzip")

    def page_silent(self) -> None:
        self.answer(200, b"", Content_Length="10")
        threading.Event().wait(1.5)

    def page_drip(self) -> None:
        self.answer(200, b"", Content_Length="1000")
        for _ in range(20):
            try:
                self.wfile.write(b"a")
            except OSError:
                return
            threading.Event().wait(0.2)


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    Site.asked.clear()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("path", ["text", "packed", "moved"])
def test_a_page_is_fetched(site: str, path: str) -> None:
    body = fetch(f"{site}/{path}", POLICY)
    assert not isinstance(body, InputError)
    assert body.read() == TEXT


def test_we_say_who_we_are(site: str) -> None:
    fetch(f"{site}/text", POLICY)
    assert Site.asked == [("/text", USER_AGENT)]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("nothing", "the server answered 404 Not Found"),
        ("circle", "too many redirects"),
        ("short", "the connection broke off"),
        ("garbled", "the answer is broken"),
        ("silent", "the server stopped sending"),
        ("drip", "was not sent within 1 seconds"),
    ],
)
def test_a_refusal_is_one_line(site: str, path: str, told: str) -> None:
    fault = fetch(f"{site}/{path}", POLICY)
    assert isinstance(fault, MissingInput)
    assert told in fault.line()
    assert "\n" not in fault.line()


def test_nothing_is_tried_again(site: str) -> None:
    fetch(f"{site}/silent", POLICY)
    assert [path for path, _ in Site.asked] == ["/silent"]


def test_a_redirect_leads_to_no_file(site: str) -> None:
    assert isinstance(fetch(f"{site}/elsewhere", POLICY), MissingInput)


@pytest.mark.parametrize("path", ["large", "bomb"])
def test_the_size_limit_holds_for_what_comes_out(site: str, path: str) -> None:
    fault = fetch(f"{site}/{path}", replace(POLICY, max_input_bytes=1_000_000))
    assert isinstance(fault, TooLarge)


def test_a_closed_port_and_a_bad_address_are_told() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    refused = fetch(f"http://127.0.0.1:{port}/", POLICY)
    assert isinstance(refused, MissingInput)
    assert "refuses the connection" in refused.line()
    assert isinstance(fetch("http://[bad", POLICY), MissingInput)


def test_an_address_is_an_input(site: str) -> None:
    (opened,) = open_inputs([f"{site}/text"], policy=POLICY, stdin=io.BytesIO())
    assert isinstance(opened, Opened)
    assert opened.name == f"{site}/text"
