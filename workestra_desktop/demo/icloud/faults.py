"""Faults that tests and the demo set: which requests meet them, and what becomes of the answer.

They are tried in the order they were set; the first that strikes is used. A fault says whether the request it meets is
carried out, that is, whether the cloud sees it at all: with most of them it is not, as when a proxy in between answers.
"""

from __future__ import annotations

import gzip
import random
import re
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import assert_never

from lxml import etree

from workestra_desktop.demo.icloud.exchange import Answer


class Kind(StrEnum):
    """The comment says what the client sees."""

    DELAY = "delay"  # the answer, `seconds` late
    HANG = "hang"  # nothing until the fault is released, then the answer
    DRIP = "drip"  # the answer's body byte by byte, `seconds` apart
    RESET = "reset"  # a connection reset instead of an answer, or `after` that many bytes of its body
    CLOSE = "close"  # the connection's end instead of an answer
    LOSE_ANSWER = "lose_answer"  # the same, but the request was carried out
    TRUNCATE = "truncate"  # the connection's end `after` that many bytes of the body (None: half of it)
    LOGIN_PAGE = "login_page"  # 200 and a network's sign-in page, or 302 to `location`
    STATUS = "status"  # `status` with `headers` and `body`; a 401 has the account's own challenges
    NO_ETAG = "no_etag"  # the answer without its ETag
    GARBAGE = "garbage"  # 207 with XML that breaks off
    EMPTY_MULTISTATUS = "empty_multistatus"  # 207 that lists nothing
    CUT_LISTING = "cut_listing"  # a well-formed 207 without the last half of its responses


_NEEDS_THE_CLOUD = {
    Kind.DELAY, Kind.HANG, Kind.DRIP, Kind.LOSE_ANSWER, Kind.TRUNCATE, Kind.NO_ETAG, Kind.CUT_LISTING,
}  # fmt: skip
_XML = ("Content-Type", "text/xml; charset=UTF-8")
_HTML = ("Content-Type", "text/html; charset=utf-8")
_LOGIN_PAGE = (
    b"<!DOCTYPE html><html><head><title>Welcome to Station Wi-Fi</title></head>"
    b'<body><h1>Sign in to use this network</h1><form action="/login" method="post">'
    b'<input name="room"><input type="submit" value="Connect"></form></body></html>'
)
_GARBAGE = b'<?xml version="1.0" encoding="UTF-8"?><multistatus xmlns="DAV:"><response><href>/1714</hr'
_EMPTY = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><multistatus xmlns="DAV:"></multistatus>'


@dataclass(slots=True)
class Fault:
    """What happens to requests of `host` and `method` (`*`: any) in whose decoded path the expression `path` is found.

    It starts at the `nth` such request (1: the first), strikes with `probability` (drawn from `seed`, so always the
    same ones), and ends when it struck `times` times (None: never). `seconds` are real ones, not the clock's.

    `carried_out` is whether the cloud sees the request. Set it for `status`, `login_page`, `garbage`,
    `empty_multistatus` and `close`, where None means no; `reset` carries out what it answers in part.
    Raises ValueError for what makes no sense.
    """

    number: int
    kind: Kind
    method: str = "*"
    path: str = ".*"
    host: str = "*"
    nth: int | None = None
    times: int | None = 1
    probability: float | None = None
    seed: int = 0
    seconds: float = 0.0
    after: int | None = None
    status: int = 503
    headers: Mapping[str, str] = field(default_factory=dict)
    body: str = ""
    location: str | None = None
    carried_out: bool | None = None
    struck: int = field(default=0, init=False)
    let_go: threading.Event = field(default_factory=threading.Event, init=False, repr=False)
    _seen: int = field(default=0, init=False, repr=False)
    _random: random.Random = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.kind = Kind(self.kind)
        re.compile(self.path)
        if self.kind in _NEEDS_THE_CLOUD and self.carried_out is False:
            raise ValueError(f"{self.kind} needs the request carried out")
        if self.kind is Kind.RESET and self.carried_out is False and self.after is not None:
            raise ValueError("there is no answer to break off unless the request is carried out")
        if self.carried_out is None:
            self.carried_out = self.kind in _NEEDS_THE_CLOUD or (self.kind is Kind.RESET and self.after is not None)
        self._random = random.Random(self.seed)

    def fits(self, host: str, method: str, path: str) -> bool:
        return self.host in (host, "*") and self.method in (method, "*") and re.search(self.path, path) is not None

    def strikes(self, host: str, method: str, path: str, *, taken: bool) -> bool:
        """Counts a request, and tells whether it meets this fault; never if it is `taken` by an earlier one."""
        if not self.fits(host, method, path):
            return False
        self._seen += 1
        if taken or self._seen < (self.nth or 1) or (self.times is not None and self.struck >= self.times):
            return False
        if self.probability is not None and self._random.random() >= self.probability:
            return False
        self.struck += 1
        return True

    def hold(self) -> None:
        """Keeps a request back before the cloud sees it, for the kinds that do."""
        if self.kind is Kind.HANG:
            self.let_go.wait()
        elif self.kind is Kind.DELAY:
            self.let_go.wait(self.seconds)

    def alter(self, answer: Answer | None) -> Answer | None:
        """What is answered instead of `answer` (None: it was not carried out). None: no answer at all."""
        match self.kind:
            case Kind.DELAY | Kind.HANG | Kind.DRIP | Kind.TRUNCATE:
                return answer
            case Kind.RESET:
                return None if self.after is None else answer
            case Kind.CLOSE | Kind.LOSE_ANSWER:
                return None
            case Kind.STATUS:
                return Answer(self.status, tuple(self.headers.items()), self.body.encode())
            case Kind.LOGIN_PAGE:
                if self.location is not None:
                    return Answer(302, (("Location", self.location), _HTML))
                return Answer(200, (_HTML,), _LOGIN_PAGE)
            case Kind.GARBAGE:
                return Answer(207, (_XML,), _GARBAGE)
            case Kind.EMPTY_MULTISTATUS:
                return Answer(207, (_XML,), _EMPTY)
            case Kind.NO_ETAG:
                assert answer is not None
                return Answer(answer.status, tuple(h for h in answer.headers if h[0].lower() != "etag"), answer.body)
            case Kind.CUT_LISTING:
                assert answer is not None
                return _cut(answer)
            case never:
                assert_never(never)


class Faults:
    """The faults that are set. Safe to use from every thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._set: list[Fault] = []
        self._last = 0

    def add(self, kind: str, **fields: object) -> int:
        """Sets a fault and gives its number. Raises ValueError or TypeError for fields that make none."""
        with self._lock:
            fault = Fault(self._last + 1, Kind(kind), **fields)  # type: ignore[arg-type] # TypeError says which
            self._last += 1
            self._set.append(fault)
            return fault.number

    def meet(self, host: str, method: str, path: str) -> Fault | None:
        """The fault that a request meets, which counts it."""
        met: Fault | None = None
        with self._lock:
            for fault in self._set:
                if fault.strikes(host, method, path, taken=met is not None):
                    met = fault
        return met

    def struck(self, fault: int) -> int:
        """How many requests met a fault. Raises LookupError for an unknown or cleared one."""
        with self._lock:
            return self._find(fault).struck

    def release(self, fault: int | None = None) -> None:
        """Lets the requests go on that a fault (None: any) holds, and those it would hold later."""
        with self._lock:
            for held in self._set if fault is None else [self._find(fault)]:
                held.let_go.set()

    def clear(self) -> None:
        """Forgets all faults; what they hold goes on."""
        self.release()
        with self._lock:
            self._set.clear()

    def _find(self, number: int) -> Fault:
        for fault in self._set:
            if fault.number == number:
                return fault
        raise LookupError(f"there is no fault {number}")


def _cut(answer: Answer) -> Answer:
    """A multistatus without the last half of its responses; another answer as it is."""
    if answer.status != 207:
        return answer
    packed = any(name.lower() == "content-encoding" for name, _ in answer.headers)
    body = gzip.decompress(answer.body) if packed else answer.body
    root = etree.fromstring(body, etree.XMLParser(strip_cdata=False, resolve_entities=False))
    responses = root.findall("{DAV:}response")
    for response in responses[(len(responses) + 1) // 2 :]:
        root.remove(response)
    headers = tuple(header for header in answer.headers if header[0].lower() != "content-encoding")
    return Answer(207, headers, etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True))
