"""The two hosts of one account, and what can happen to them: outages, moves, certificates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from workestra_desktop.demo.icloud.certificate import self_signed
from workestra_desktop.demo.icloud.cloud import Cloud
from workestra_desktop.demo.icloud.exchange import Answer, Host, Request
from workestra_desktop.demo.icloud.listener import Backstage, Listener

_QUIET_WITHIN = 20.0
"""Seconds that a reset waits for requests under way; each has only to notice that its connection is gone."""

_CURRENT_USER = (
    b'<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop><current-user-principal/></prop></propfind>'
)


class Site:
    """Not thread-safe but for the requests themselves: the control port gives its orders one at a time."""

    def __init__(self, entry_port: int = 0, partition_port: int = 0) -> None:
        self.backstage = Backstage(self._right_password)
        self.cloud = Cloud(self.backstage.clock.now)
        self.entry = Listener("entry", Host.ENTRY, entry_port, self.cloud.answer, self.backstage)
        self.partition = Listener("partition", Host.PARTITION, partition_port, self.cloud.answer, self.backstage)
        self._first_port = partition_port
        self._former: list[Listener] = []
        self._announced: dict[Host, str] = {}

    def open(self) -> None:
        self.up()
        self._first_port = self.partition.port

    def close(self) -> None:
        """Ends everything, held requests too."""
        self.down()
        self._leave_former()
        self.backstage.faults.clear()

    def up(self, host: str | None = None) -> None:
        """The hosts (None: both) listen, again on the ports they had. Raises OSError if one is taken."""
        for listener in self._named(host):
            listener.open()
        self._name_addresses()

    def down(self, host: str | None = None) -> None:
        """The hosts (None: both) refuse connections, and the open ones end."""
        for listener in self._named(host):
            listener.close()

    def hang_up(self) -> None:
        """The hosts end their connections, as they do with idle ones, and take new ones."""
        for listener in self._named(None):
            listener.hang_up()

    def tls(self, on: bool, host: str | None = None) -> None:
        """The hosts (None: both) speak TLS with a certificate of their own making, or plain HTTP again."""
        for listener in self._named(host):
            listener.tls = self_signed() if on else None
            listener.hang_up()
        self._name_addresses()

    def move_partition(self, old: str = "refuse") -> None:
        """The account moves to a new port, which the home-set names from now on (fact sheet §9, row 33).

        The address it leaves behind refuses connections, or answers everything with the status `old` (404, 421, 503).
        """
        statuses = {"refuse": None, "404": 404, "421": 421, "503": 503}
        if old not in statuses:
            raise ValueError(f"the old address can do one of {', '.join(statuses)}")
        status, left, tls = statuses[old], self.partition, self.partition.tls
        left.close()
        moved = Listener("partition", Host.PARTITION, 0, self.cloud.answer, self.backstage)
        moved.tls = tls
        moved.open()
        if status is not None:
            former = Listener("former", Host.PARTITION, left.port, _always(status), self.backstage)
            former.tls = tls
            former.open()
            self._former.append(former)
        self.partition = moved
        self._name_addresses()

    def announce(self, entry: str | None = None, partition: str | None = None) -> None:
        """Names other addresses than their own for the hosts, for something in between (None: their own)."""
        named = {Host.ENTRY: entry, Host.PARTITION: partition}
        self._announced = {host: url.rstrip("/") for host, url in named.items() if url is not None}
        self._name_addresses()

    def addresses(self) -> dict[str, str]:
        """Where the hosts listen."""
        return {"entry": f"{self.entry.url}/", "partition": f"{self.partition.url}/"}

    def connections(self) -> dict[str, int]:
        """How many are open at each host, and how many were `accepted` by both since the log was emptied."""
        return {
            "entry": self.entry.connections,
            "partition": self.partition.connections,
            "accepted": self.entry.accepted + self.partition.accepted,
        }

    def forget_log(self) -> None:
        self.backstage.journal.forget()
        self.entry.accepted = self.partition.accepted = 0

    def reset(self, calendars: Sequence[Mapping[str, Any]] | None = None) -> None:
        """As when it started, with these calendars (None: the cloud's own set).

        What is under way is not carried out any more. Raises TimeoutError if a request does not end.
        """
        self.hang_up()
        self._leave_former()
        self.backstage.faults.clear()
        self.backstage.journal.await_quiet(_QUIET_WITHIN)
        self.backstage.clock.set(None)
        self.backstage.dated = True
        self.entry.tls = self.partition.tls = None
        if self.partition.port != self._first_port:
            self.partition.close()
            self.partition.port = self._first_port
        self._announced = {}
        self.up()
        self.cloud.reset(calendars)
        self.forget_log()

    def _named(self, host: str | None) -> list[Listener]:
        if host is None:
            return [self.entry, self.partition]
        return [self.entry if Host(host) is Host.ENTRY else self.partition]

    def _leave_former(self) -> None:
        for listener in self._former:
            listener.close()
        self._former.clear()

    def _name_addresses(self) -> None:
        self.cloud.set_addresses(
            self._announced.get(Host.ENTRY, self.entry.url), self._announced.get(Host.PARTITION, self.partition.url)
        )

    def _right_password(self, headers: Mapping[str, str]) -> bool:
        """Asks the cloud itself, so that there is one opinion of what a right password is."""
        if "authorization" not in headers:
            return False
        shown = {"authorization": headers["authorization"], "user-agent": "stand-in", "depth": "0"}
        return self.cloud.answer(Request(Host.ENTRY, "PROPFIND", "/", shown, _CURRENT_USER)).status != 401


def _always(status: int) -> Any:
    def respond(_request: Request) -> Answer:
        return Answer(status)

    return respond
