"""What was sent and what came of it, written down by the listeners for tests and the demo to read."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import Self

from workestra_desktop.demo.icloud.exchange import Answer


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request as it came, and what became of it.

    `host` is `entry`, `partition`, or `former` for an address the partition has left. `path` is decoded. `headers` have
    lower-case names and leave out Authorization; `right_password` is whether that was one the account takes. `status`
    is what the client was answered, and `ended` when that went out: None while nothing was, or when it never was.
    Instants are seconds of the stand-in's monotonic clock. `fault` is the number of the one it met.
    """

    number: int
    host: str
    method: str
    path: str
    headers: Mapping[str, str]
    has_auth: bool
    right_password: bool
    body: str
    started: float
    fault: int | None = None
    status: int | None = None
    ended: float | None = None
    answer_headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    answer_body: str = field(default="", repr=False)


class Flight:
    """A request between its arrival and its answer. Lands when the `with` block ends, or earlier when told."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._landed = False

    def land(self) -> None:
        """To be called before the answer's last byte goes out: from then on the client may send its next request."""
        if not self._landed:
            self._landed = True
            self._journal.landed()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.land()


class Journal:
    """The log of all hosts, and how many requests were under way at a time. Safe to use from every thread."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._exchanges: dict[int, Exchange] = {}
        self._last = 0
        self._in_flight = 0
        self._most = 0
        self._failures: list[str] = []

    def take_off(self) -> Flight:
        with self._changed:
            self._in_flight += 1
            self._most = max(self._most, self._in_flight)
        return Flight(self)

    def landed(self) -> None:
        """For `Flight`."""
        with self._changed:
            self._in_flight -= 1
            self._changed.notify_all()

    def note(
        self,
        host: str,
        method: str,
        path: str,
        headers: Mapping[str, str],
        body: bytes,
        *,
        right_password: bool,
        fault: int | None,
    ) -> int:
        """Writes a request down and gives its number, counted from 1 and never used again."""
        shown = {name: value for name, value in headers.items() if name != "authorization"}
        now = time.monotonic()
        with self._changed:
            self._last += 1
            self._exchanges[self._last] = Exchange(
                self._last, host, method, path, shown, "authorization" in headers, right_password,
                body.decode("utf-8", "replace"), now, fault,
            )  # fmt: skip
            return self._last

    def settle(self, number: int, answer: Answer) -> None:
        """Writes down how a request is answered, unless it is forgotten by now."""
        with self._changed:
            noted = self._exchanges.get(number)
            if noted is not None:
                self._exchanges[number] = replace(
                    noted,
                    status=answer.status,
                    ended=time.monotonic(),
                    answer_headers=answer.headers,
                    answer_body=answer.body.decode("utf-8", "replace"),
                )

    def log(self, method: str = "*", path: str = ".*") -> list[Exchange]:
        """Every request since `forget` with this method (`*`: any) and a path the expression is found in, in order."""
        with self._changed:
            return [e for e in self._exchanges.values() if method in (e.method, "*") and re.search(path, e.path)]

    def forget(self) -> None:
        with self._changed:
            self._exchanges.clear()
            self._most = self._in_flight

    def in_flight_max(self) -> int:
        """The most requests that were under way at a time since `forget`."""
        with self._changed:
            return self._most

    def await_quiet(self, seconds: float) -> None:
        """Waits until nothing is under way. Raises TimeoutError."""
        with self._changed:
            if not self._changed.wait_for(lambda: self._in_flight == 0, seconds):
                raise TimeoutError(f"{self._in_flight} requests are still under way")

    def fail(self, trace: str) -> None:
        """Keeps the trace of an error inside the stand-in itself."""
        with self._changed:
            self._failures.append(trace)

    def failures(self) -> list[str]:
        """Errors inside the stand-in since it started: a test that caused one proves nothing."""
        with self._changed:
            return list(self._failures)
