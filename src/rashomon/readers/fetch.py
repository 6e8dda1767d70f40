"""Pages by their address: the only code of Rashomon that opens a connection.

One request an address, with a limit on time, size and redirects; a server's
refusal and a broken line are told in one line each, never tried again.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, BinaryIO

from rashomon.errors import InputError, MissingInput, TooLarge
from rashomon.model import Policy

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse

__all__ = ["USER_AGENT", "fetch"]

USER_AGENT = "rashomon/0.1 (reads one page a request, for the person who named it)"
_CHUNK = 65_536


def fetch(url: str, policy: Policy) -> BinaryIO | InputError:
    """The body that the server gives for `url`, or the fault that kept it from us."""
    import urllib3  # noqa: PLC0415  60 ms at start-up, and most inputs are files

    try:
        with _answer(url, policy) as response:
            if response.status >= 400:
                return MissingInput(
                    url, f"the server answered {response.status} {response.reason or ''}".strip()
                )
            return _body(response, url, policy)
    except urllib3.exceptions.MaxRetryError as error:
        return MissingInput(url, _reason(error.reason or error))
    except (urllib3.exceptions.HTTPError, ValueError, OSError) as error:
        return MissingInput(url, _reason(error))


@contextmanager
def _answer(url: str, policy: Policy) -> Iterator[BaseHTTPResponse]:
    """The server's answer, its connection closed afterwards."""
    import urllib3  # noqa: PLC0415

    pool = urllib3.PoolManager(
        headers={
            "User-Agent": USER_AGENT,
            "Accept": "text/html, text/plain, */*;q=0.5",
            "Accept-Encoding": "gzip, deflate",
        },
        timeout=urllib3.Timeout(connect=policy.fetch_connect_seconds, read=policy.fetch_read_seconds),
        retries=urllib3.Retry(
            total=None, connect=0, read=0, status=0, other=0, redirect=policy.fetch_redirects
        ),
    )
    response = pool.request("GET", url, preload_content=False)
    try:
        yield response
    finally:
        response.close()
        pool.clear()


def _body(response: BaseHTTPResponse, url: str, policy: Policy) -> BinaryIO | InputError:
    """The decoded body, up to the limits on size and time."""
    deadline = monotonic() + policy.fetch_total_seconds
    body = io.BytesIO()
    while chunk := response.read1(_CHUNK):
        body.write(chunk)
        if body.tell() > policy.max_input_bytes:
            return TooLarge(
                url,
                f"is over the limit of {policy.max_input_bytes:,} bytes",
                advice="raise the limit with --max-bytes",
            )
        if monotonic() > deadline:
            return MissingInput(url, f"was not sent within {policy.fetch_total_seconds:g} seconds")
    body.seek(0)
    return body


def _reason(error: BaseException) -> str:
    """What went wrong, in a clause without addresses in memory and nested names."""
    import urllib3  # noqa: PLC0415

    told = {
        urllib3.exceptions.NameResolutionError: "no such server",
        urllib3.exceptions.NewConnectionError: "the server refuses the connection",
        urllib3.exceptions.ConnectTimeoutError: "the server does not answer",
        urllib3.exceptions.ReadTimeoutError: "the server stopped sending",
        urllib3.exceptions.SSLError: "the connection is not secure (its certificate was refused)",
        urllib3.exceptions.ResponseError: "too many redirects",
        urllib3.exceptions.ProtocolError: "the connection broke off",
        urllib3.exceptions.DecodeError: "the answer is broken (it does not decompress)",
        urllib3.exceptions.LocationValueError: "is not an address that can be opened",
    }
    for kind, clause in told.items():
        if isinstance(error, kind):
            return clause
    return "cannot be fetched (" + " ".join(str(error).split())[:120] + ")"
