"""What the control port can be told, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, fields
from datetime import datetime, timedelta
from typing import Any

from workestra_desktop.demo.icloud.site import Site

Operation = Callable[..., Any]

_OF_THE_CLOUD = (
    "allow", "revoke", "mkcalendar", "rmcalendar", "set_privileges", "rename", "put", "get", "delete", "names", "move",
    "resave", "hide", "expire_tokens", "mails", "pushes",
)  # fmt: skip
_OF_THE_SITE = (
    "up", "down", "hang_up", "tls", "move_partition", "announce", "addresses", "connections", "forget_log", "reset",
)  # fmt: skip
_OF_THE_JOURNAL = ("in_flight_max", "failures")
_OF_THE_FAULTS = ("clear", "struck", "release")
_OWN = ("seed", "switch", "clock", "now", "dated", "log", "fault")


class Operations:
    """Arguments and results are what JSON knows; ValueError and LookupError say what is wrong with an order."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._backstage = site.backstage

    def available(self) -> Mapping[str, Operation]:
        """Everything that can be ordered. Nothing else is reachable."""
        parts: list[tuple[object, tuple[str, ...]]] = [
            (self._site.cloud, _OF_THE_CLOUD),
            (self._site, _OF_THE_SITE),
            (self._backstage.journal, _OF_THE_JOURNAL),
            (self._backstage.faults, _OF_THE_FAULTS),
            (self, _OWN),
        ]
        return {name: getattr(part, name) for part, names in parts for name in names}

    def seed(self, calendar: str, objects: Mapping[str, str]) -> None:
        """Puts many objects (name → text) into a calendar."""
        for name, text in objects.items():
            self._site.cloud.put(calendar, name, text)

    def switch(self, **values: object) -> None:
        """Sets fields of `Switches`, all or none."""
        switches = self._site.cloud.switches
        known = {field.name: type(getattr(switches, field.name)) for field in fields(switches)}
        for name, value in values.items():
            if name not in known:
                raise ValueError(f"there is no switch {name}")
            if not (type(value) is known[name] or (known[name] is float and type(value) is int)):
                raise ValueError(f"{name} is a {known[name].__name__}")
        for name, value in values.items():
            setattr(switches, name, value)

    def clock(self, at: str | None = None, forward: float | None = None) -> None:
        """Stops the clock at an RFC 3339 time, moves it forward by seconds, or (neither) lets it be real time again."""
        if forward is not None and at is not None:
            raise ValueError("a clock is set or moved, not both")
        if forward is not None:
            self._backstage.clock.forward(timedelta(seconds=forward))
        else:
            self._backstage.clock.set(None if at is None else datetime.fromisoformat(at))

    def now(self) -> str:
        return self._backstage.clock.now().isoformat()

    def dated(self, on: bool) -> None:
        """Whether answers carry a Date."""
        self._backstage.dated = on

    def log(self, method: str = "*", path: str = ".*", answers: bool = False) -> list[dict[str, Any]]:
        """The exchanges since `forget_log`; what was answered only on request, for it is long."""
        found = [asdict(exchange) for exchange in self._backstage.journal.log(method, path)]
        for exchange in found if not answers else ():
            del exchange["answer_headers"], exchange["answer_body"]
        return found

    def fault(self, kind: str, **more: object) -> int:
        """Sets a fault and gives its number; the names of `more` are the fields of `Fault`."""
        try:
            return self._backstage.faults.add(kind, **more)
        except TypeError as error:
            raise ValueError(str(error)) from error
