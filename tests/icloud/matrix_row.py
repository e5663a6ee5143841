"""A row of the table of faults, and what came of it, as values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import Enum
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from workestra_desktop.core.snapshot import State
from workestra_desktop.core.trouble import Code

if TYPE_CHECKING:
    from tests.icloud.matrix_run import Day


class Hit(Enum):
    """The requests a fault may be aimed at, by what they are for."""

    LISTING = "listing PROPFIND"
    SYNC = "sync REPORT"
    MULTIGET = "multiget REPORT"
    QUERY = "range query REPORT"
    GET = "GET"
    CREATE = "PUT create"
    UPDATE = "PUT update"
    DELETE = "DELETE"
    OTHER = "another PROPFIND"


def hit_of(method: str, url: str, body: str, headers: Mapping[str, str]) -> Hit:
    match method:
        case "PROPFIND":
            return Hit.LISTING if urlsplit(url).path.endswith("/calendars/") else Hit.OTHER
        case "REPORT":
            kinds = {"<sync-collection": Hit.SYNC, "calendar-multiget": Hit.MULTIGET, "calendar-query": Hit.QUERY}
            return next(hit for name, hit in kinds.items() if name in body)
        case "PUT":
            return Hit.CREATE if "If-None-Match" in headers else Hit.UPDATE
        case _:
            return Hit(method)


@dataclass(frozen=True, slots=True)
class Row:
    """A fault in plain words, how it comes and goes, and what is right during it.

    `fault` is what `StandIn.fault` is given: for each request of `hits` as it goes out (none: for all requests), and
    `strikes` times in all (None: as long as the fault lasts). `begin`, `before_each` step of the day and `end` do the
    rest. `codes` are the troubles the host is told of, in any order, `state` is how the app stands at the end of it.
    `mend` is what the host does afterwards because the words say so.
    """

    name: str
    codes: tuple[Code, ...]
    state: State
    hits: tuple[Hit, ...] = ()
    fault: Mapping[str, object] = field(default_factory=dict)
    strikes: int | None = None
    switches: Mapping[str, str | float | bool] = field(default_factory=dict)
    begin: Callable[[Day], None] | None = None
    before_each: Callable[[Day], None] | None = None
    before_hit: Callable[[Day], None] | None = None
    end: Callable[[Day], None] | None = None
    mend: Callable[[Day], None] | None = None
    where: str = ""
    brisk: bool = False
    clock_ahead: timedelta = timedelta()
    open: str = ""
    """Why the app does not come through this yet."""

    @property
    def target(self) -> str:
        return self.where or " · ".join(hit.value for hit in self.hits) or "everything"


@dataclass(frozen=True, slots=True)
class Outcome:
    """`told` are the code and the title of each trouble in the order they came, `wrong` what should not have been."""

    told: tuple[tuple[Code, str], ...]
    state: State
    rounds: int | None
    lost: int
    doubled: int
    cancelled: int
    mails: int
    wrong: tuple[str, ...]
