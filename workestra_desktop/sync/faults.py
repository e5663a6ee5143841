"""Foreign failures become troubles here, once, by one ordered table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from email.utils import parsedate_to_datetime
from socket import gaierror

from lxml.etree import XMLSyntaxError
from niquests import exceptions as http

from workestra_desktop.core.trouble import Code, Failure, Scope, Trouble
from workestra_desktop.sync.wire import CUT_SHORT, Reply

_CLOCK_SLACK = 600.0
"""Seconds the clocks may differ before the clock is blamed for a refused sign-in."""


def _words_of(error: BaseException) -> str:
    """Lower-case text of an exception and its causes, for recognising it; never shown or logged."""
    texts = []
    seen: BaseException | None = error
    for _ in range(8):
        if seen is None:
            break
        texts.append(f"{type(seen).__name__} {seen}")
        seen = seen.__cause__ or seen.__context__
    return " ".join(texts).lower()


def _before_sending(error: BaseException) -> bool:
    text = _words_of(error)
    return any(
        w in text
        for w in (
            "newconnectionerror",
            "nameresolutionerror",
            "connection refused",
            "connectionrefused",
            "failed to establish",
            "unreachable",
            "name or service",
            "getaddrinfo",
            "no route",
        )
    )


# (matches?, code), first match wins.
_EXCEPTIONS: tuple[tuple[Callable[[BaseException], bool], Code], ...] = (
    (lambda e: isinstance(e, http.SSLError) and "not yet valid" in _words_of(e), Code.CLOCK_WRONG),
    (lambda e: isinstance(e, (http.SSLError, http.ProxyError)), Code.BLOCKED),
    (lambda e: isinstance(e, http.ConnectTimeout), Code.OFFLINE),
    (lambda e: isinstance(e, http.ReadTimeout), Code.ICLOUD_DOWN),
    (lambda e: isinstance(e, (http.ConnectionError, gaierror)) and _before_sending(e), Code.OFFLINE),
    (lambda e: isinstance(e, (http.RequestException, ConnectionError, TimeoutError)), Code.ICLOUD_DOWN),
    (lambda e: isinstance(e, XMLSyntaxError), Code.ICLOUD_DOWN),
)


def broke_off(error: Exception) -> bool:
    """Whether a connection that stood was lost before the whole answer came; silence and refused ones are not meant."""
    if isinstance(error, Failure):
        return error.trouble.detail == CUT_SHORT
    lost = isinstance(error, (http.ConnectionError, http.ChunkedEncodingError, ConnectionError))
    never_stood = isinstance(error, (http.ConnectTimeout, http.SSLError, http.ProxyError)) or _before_sending(error)
    return lost and not never_stood


def trouble_of(error: Exception) -> Trouble:
    """What a foreign exception means. One that no row knows is a defect and keeps its class name as detail."""
    if isinstance(error, Failure):
        return error.trouble
    for matches, code in _EXCEPTIONS:
        if matches(error):
            return Trouble(code, Scope.ACCOUNT, detail=type(error).__name__)
    return Trouble(Code.DEFECT, Scope.APP, detail=type(error).__name__)


# Statuses that mean the same whatever was asked; 403, 404, 409 and 412 depend on the request.
_STATUSES: tuple[tuple[Callable[[int], bool], Code], ...] = (
    (lambda s: s == 401, Code.SIGN_IN_REFUSED),
    (lambda s: s in (407, 511), Code.BLOCKED),
    (lambda s: s == 429, Code.SLOW_DOWN),
    (lambda s: s >= 500 or s in (408, 425), Code.ICLOUD_DOWN),  # 408, 425: what was sent may be sent again as it is
    (lambda s: 300 <= s < 400, Code.BLOCKED),
)
_WRITES = ("PUT", "DELETE")


def refusal(method: str, reply: Reply, now: datetime) -> Failure:
    """The failure for a reply that is not what was asked for."""
    detail = f"{method} HTTP {reply.status}"
    retry_after = reply.retry_after
    if reply.status == 503 and "retry-after" in reply.headers:  # however long it asks for, if that can be read at all
        return Failure(Trouble(Code.SLOW_DOWN, Scope.ACCOUNT, detail=detail, retry_after=retry_after))
    if reply.status == 401 and (off := _clock_off(reply, now)) is not None and abs(off) > _CLOCK_SLACK:
        return Failure(Trouble(Code.CLOCK_WRONG, Scope.ACCOUNT, detail=detail, clock_off=off))
    if reply.status == 401 and "www-authenticate" not in reply.headers and _is_page(reply):
        # Apple's refusal has challenges and no body (fact sheet §8.1); a page of somebody else's asks for a sign-in.
        return Failure(Trouble(Code.BLOCKED, Scope.ACCOUNT, detail=detail))
    if method in _WRITES and reply.status == 507:
        # The account's storage is full (RFC 4918 §11.5): only the host can make room, and the rest of iCloud works.
        return Failure(Trouble(Code.WRITE_REFUSED, Scope.BOOKING, detail=detail))
    for matches, code in _STATUSES:
        if matches(reply.status):
            return Failure(Trouble(code, Scope.ACCOUNT, detail=detail, retry_after=retry_after))
    if method in _WRITES and reply.status >= 400:
        return Failure(Trouble(Code.WRITE_REFUSED, Scope.BOOKING, detail=detail))
    if (reply.status == 200 and reply.tree is None) or is_html(reply):
        # A login page of the network answers everything with a page of its own.
        return Failure(Trouble(Code.BLOCKED, Scope.ACCOUNT, detail=detail))
    return Failure(Trouble(Code.ICLOUD_DOWN, Scope.CALENDAR, detail=detail))


def is_html(reply: Reply) -> bool:
    """Whether a web page came in place of what was asked for."""
    return reply.status < 400 and _is_page(reply)


def _is_page(reply: Reply) -> bool:
    return reply.body[:512].lstrip().lower().startswith((b"<!doctype html", b"<html"))


def _clock_off(reply: Reply, now: datetime) -> float | None:
    """Seconds `now` is ahead of the reply's Date (RFC 9110 section 6.6.1); None without a usable one."""
    try:
        theirs = parsedate_to_datetime(reply.headers.get("date", ""))
    except (TypeError, ValueError):
        return None
    return None if theirs.tzinfo is None else (now - theirs).total_seconds()
