"""HTTP as this app allows it: few hosts, no blind redirects, bounded time, bounded size.

caldav's client gives authentication and its error classes. What it leaves open is closed here, and in `body`
(measured, see docs/architecture.md): it follows redirects, sends credentials to whatever host it is told, reads answers
of any size, has no total time limit, and its HTTP library asks certificate authorities about revocation, which would be
hosts other than Apple's.
"""

from __future__ import annotations

import logging
import math
import re
import socket
import threading
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

import niquests
from caldav.davclient import DAVClient
from caldav.lib import error as caldav_error
from niquests.packages import urllib3

from workestra_desktop import __version__
from workestra_desktop.core.endpoint import Endpoint
from workestra_desktop.core.trouble import Code, Scope, fail
from workestra_desktop.sync import body as body_of
from workestra_desktop.sync.interrupt import Interrupt, Stopped

# caldav can be told by environment variables to write whole exchanges, credentials included, into files.
caldav_error.debug_dump_communication = False
for _name in ("caldav", "niquests", "urllib3", "urllib3_future"):
    logging.getLogger(_name).setLevel(logging.ERROR)


def _no_answers(record: logging.LogRecord) -> bool:
    """caldav 3.6 logs whole answers, every event, to the root logger (`caldav/response.py`): nobody may see them."""
    return record.module != "response" or "caldav" not in record.pathname


logging.getLogger().addFilter(_no_answers)

CUT_SHORT = "answer cut short"

_NO_HTTP = (urllib3.exceptions.HTTPError, RecursionError)
"""What niquests lets through from the library below it: chunks of no size, and interim answers without an end."""
_DIGITS = re.compile(r"\d{1,18}", re.ASCII)
_REDIRECTS = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds and bytes: `idle` the longest silence, `total` the longest request, `size` the largest decoded answer."""

    connect: float = 10.0
    idle: float = 30.0
    total: float = 120.0
    size: int = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Reply:
    """`tree` is the parsed XML root, if the body was XML; `body` the bytes as received, decoded from gzip."""

    status: int
    headers: Mapping[str, str]
    tree: Any
    body: bytes
    url: str

    @property
    def etag(self) -> str:
        """The strong entity tag, or ''. Weak ones cannot be used in If-Match (RFC 9110 §8.8.3)."""
        tag = self.headers.get("etag", "").strip()
        return tag if tag.startswith('"') else ""

    @property
    def retry_after(self) -> float | None:
        """Seconds the server asks to be left alone; None if it does not say (RFC 9110 §10.2.3)."""
        wait = self.headers.get("retry-after", "").strip()
        return float(wait) if wait.isascii() and wait.isdecimal() and len(wait) < 10 else None


class _BoundedSession(niquests.Session):
    """Never redirects by itself, never reads beyond the limits, never looks at the environment."""

    def __init__(self, limits: Limits) -> None:
        super().__init__(disable_http3=True, revocation_configuration=None)
        self.trust_env = False
        self._limits = limits
        self.received = 0
        self.body = b""
        self.answered: Mapping[str, str] = {}
        """Header fields of the last answer, names in lower case."""
        self._live: niquests.Response | None = None

    def request(self, *args: Any, **named: Any) -> niquests.Response:
        named.update(allow_redirects=False, stream=True, timeout=(self._limits.connect, self._limits.idle), proxies={})
        response = super().request(*args, **named)
        self._live = response
        self.answered = _lower(response.headers)
        self.body = b""
        try:
            if response.status_code in _REDIRECTS:
                response.close()  # what such a page says is nobody's concern
            else:
                self.body = self._read(response)
        except BaseException:
            # Its connection is not in the pool while the body is unread, so closing the session would miss it.
            response.close()
            raise
        finally:
            self._live = None
        # Where requests and niquests keep a body that was read. caldav gets none: it would guess the encoding of a
        # large one, parse what it should not, and build a printable copy of what it cannot parse (3.6).
        response._content = b""  # noqa: SLF001
        response._content_consumed = True  # noqa: SLF001
        return response

    def get_redirect_target(self, _response: niquests.Response) -> None:
        """Nowhere: asked where a redirect leads, niquests would read its body first, without a bound."""

    def cut(self) -> None:
        """Ends the request in flight, from another thread. Closing the session frees a wait for the first byte
        (measured: at once) but not one for the rest of a body: there the socket itself is shut down."""
        live = self._live
        connection = getattr(getattr(live, "raw", None), "connection", None)
        sock = getattr(connection, "sock", None)
        if isinstance(sock, socket.socket):
            try:
                sock.shutdown(socket.SHUT_RDWR)
            except OSError:
                # The other side was quicker; that frees the blocked thread as well.
                return
        self.close()

    def _read(self, response: niquests.Response) -> bytes:
        coding = str(response.headers.get("Content-Encoding", "identity")).lower().strip()
        if coding in ("gzip", "x-gzip", "deflate"):
            inflate = zlib.decompressobj(47) if coding != "deflate" else zlib.decompressobj()
        elif coding in ("", "identity"):
            inflate = None
        else:
            raise fail(Code.BLOCKED, scope=Scope.ACCOUNT, detail="unknown content coding")
        chunks: list[bytes] = []
        size = 0
        for raw in response.iter_raw(-1):  # chunks as they come: a slow drip must not look like silence
            self.received += len(raw)
            room = self._limits.size - size
            chunk = _inflated(inflate, raw, room + 1) if inflate else raw
            size += len(chunk)
            if size > self._limits.size:
                raise fail(Code.ICLOUD_DOWN, scope=Scope.ACCOUNT, detail=body_of.TOO_LARGE)
            chunks.append(chunk)
        if inflate and not inflate.eof and size:
            raise fail(Code.ICLOUD_DOWN, scope=Scope.ACCOUNT, detail=CUT_SHORT)
        body = b"".join(chunks)
        length = response.headers.get("Content-Length")
        if not inflate and length is not None and _DIGITS.fullmatch(str(length)) and int(length) != len(body):
            raise fail(Code.ICLOUD_DOWN, scope=Scope.ACCOUNT, detail=CUT_SHORT)
        return body


def _inflated(inflate: zlib._Decompress, raw: bytes, room: int) -> bytes:
    try:
        return inflate.decompress(raw, room)
    except zlib.error as error:
        raise fail(Code.ICLOUD_DOWN, scope=Scope.ACCOUNT, detail="answer not packed as it says") from error


class Wire:
    """Sends one request at a time and returns its `Reply`, whatever the status, or raises.

    Raises `Failure(blocked)` before anything is sent to a host that may not see the password, `Stopped` after an
    interrupt, and lets foreign exceptions through for `workestra_desktop.sync.faults` to classify. `sent` hears of
    every request (method, address) as it goes out.
    """

    def __init__(
        self,
        endpoint: Endpoint,
        user: str,
        password: str,
        interrupt: Interrupt,
        limits: Limits | None = None,
        sent: Callable[[str, str], None] | None = None,
    ) -> None:
        self._endpoint = endpoint
        self._credentials = (user, password)
        self._interrupt = interrupt
        self._limits = limits or Limits()
        self._sent = sent or (lambda _method, _url: None)
        self._client: DAVClient | None = None
        self._session: _BoundedSession | None = None
        self._received = 0
        self._timed_out = False
        self.requests = 0

    @property
    def received_bytes(self) -> int:
        return self._received + (self._session.received if self._session else 0)

    def _open(self) -> tuple[DAVClient, _BoundedSession]:
        if self._client is None or self._session is None:
            user, password = self._credentials
            client = DAVClient(
                url=self._endpoint.url,
                username=user,
                password=password,
                auth_type="basic",
                features={} if self._endpoint.local else "icloud",
                enable_rfc6764=False,
                headers={
                    "User-Agent": f"Workestra-Desktop/{__version__}",
                    "Accept": "*/*",
                    "Accept-Encoding": "gzip",
                    "Content-Type": "application/xml; charset=utf-8",
                },
            )
            client.session.close()
            session = _BoundedSession(self._limits)
            client.session = session
            self._client, self._session = client, session
        return self._client, self._session

    def send(self, method: str, url: str, body: str = "", headers: Mapping[str, str] | None = None) -> Reply:
        """One request; at most three redirects are followed by hand, each only to a host that may see the password."""
        for _ in range(4):
            reply = self._send_once(method, url, body, headers or {})
            location = reply.headers.get("location", "")
            if reply.status not in _REDIRECTS or not location:
                return reply
            try:
                url = urljoin(url, location)
            except ValueError:
                raise fail(Code.BLOCKED, scope=Scope.ACCOUNT, detail="a redirect to no address") from None
        raise fail(Code.BLOCKED, scope=Scope.ACCOUNT, detail="too many redirects")

    def _send_once(self, method: str, url: str, body: str, headers: Mapping[str, str]) -> Reply:
        if not self._endpoint.may_see_password(url):
            raise fail(Code.BLOCKED, scope=Scope.ACCOUNT, detail="a host that may not see the password")
        client, session = self._open()
        self._timed_out = False
        self._interrupt.guard(self._cut)
        watchdog = threading.Timer(self._limits.total, self._time_out)
        watchdog.daemon = True
        watchdog.start()
        self.requests += 1
        self._sent(method, url)
        session.body = b""
        try:
            response = client.request(url, method, body, {name: _in_a_header(value) for name, value in headers.items()})
            tree = body_of.tree(session.body, session.answered.get("content-type", ""))
            return Reply(response.status, session.answered, tree, session.body, url)
        except caldav_error.RateLimitError as error:
            seconds = error.retry_after_seconds
            pause = {} if seconds is None else {"retry-after": str(math.ceil(seconds))}  # it may have been a date
            return Reply(error.status or 503, {**session.answered, **pause}, None, session.body, url)
        except caldav_error.AuthorizationError as error:
            return Reply(error.status or 401, session.answered, None, session.body, url)
        except Exception as error:
            self._drop()
            if self._interrupt.stopped:
                raise Stopped from None
            if self._timed_out:
                raise fail(Code.ICLOUD_DOWN, scope=Scope.ACCOUNT, detail="took too long") from error
            if isinstance(error, _NO_HTTP):
                raise fail(Code.ICLOUD_DOWN, scope=Scope.ACCOUNT, detail=f"no HTTP: {type(error).__name__}") from error
            raise
        finally:
            watchdog.cancel()
            self._interrupt.guard(None)

    def _time_out(self) -> None:
        self._timed_out = True
        self._cut()

    def _cut(self) -> None:
        """Frees a thread blocked in this wire's request, from another thread."""
        session = self._session
        if session is not None:
            session.cut()

    def _drop(self) -> None:
        if self._session is not None:
            self._received += self._session.received
            self._session.close()
        self._client = self._session = None

    def close(self) -> None:
        """Closes idle connections: iCloud drops them anyway, and a stale one fails the next request."""
        self._drop()


def _in_a_header(value: str) -> str:
    """An entity tag may have any letters; the HTTP library writes Latin-1 and fails at others (RFC 9110 §8.8.3)."""
    try:
        value.encode("latin-1")
    except UnicodeEncodeError:
        return value.encode().decode("latin-1")
    return value


def _lower(headers: Mapping[str, str]) -> dict[str, str]:
    return {str(name).lower(): str(value) for name, value in headers.items()}


def origin(url: str) -> str:
    """`https://host:port` of `url`."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
