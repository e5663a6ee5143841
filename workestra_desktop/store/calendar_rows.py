"""Rows of the account, its calendars and their mirrored objects."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, replace
from datetime import datetime, timedelta
from typing import Any

from workestra_desktop.core.calendar import Block, Calendar, Listed, Reason
from workestra_desktop.core.interval import Span
from workestra_desktop.core.mirror import Account, CalendarObject, Horizon
from workestra_desktop.core.outage import Outage
from workestra_desktop.core.said import kept, reread
from workestra_desktop.core.trouble import Code, Scope, Trouble
from workestra_desktop.store.database import Database, instant, moment, second, stamp

_SECOND = timedelta(seconds=1)


def trouble_text(trouble: Trouble | None) -> str | None:
    if trouble is None:
        return None
    return json.dumps(astuple(replace(trouble, subject=kept(trouble.subject))))


def trouble_from(text: str | None) -> Trouble | None:
    """The inverse. A text from before a fact was kept lacks it at the end."""
    if text is None:
        return None
    code, scope, subject, *facts = json.loads(text)
    return Trouble(Code(code), Scope(scope), reread(subject), *facts)


class SqlAccount:
    def __init__(self, database: Database) -> None:
        self._db = database

    def get(self) -> Account | None:
        row = self._db.row(
            "SELECT apple_id, principal, home, addresses, connected, setup_done, last_poll, refused_at, locked,"
            " trouble, outage_since, outage_last, outage_told FROM account"
        )
        if row is None:
            return None
        return Account(
            row[0],
            row[1],
            row[2],
            frozenset(json.loads(row[3])),
            bool(row[4]),
            bool(row[5]),
            moment(row[6]),
            moment(row[7]),
            bool(row[8]),
            trouble_from(row[9]),
            Outage(instant(row[10]), instant(row[11]), bool(row[12])) if row[10] is not None else None,
        )

    def put(self, account: Account) -> None:
        outage = account.outage
        self._db.run(
            "INSERT OR REPLACE INTO account VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                account.apple_id,
                account.principal,
                account.home,
                json.dumps(sorted(account.addresses)),
                int(account.connected),
                int(account.setup_done),
                stamp(account.last_poll),
                stamp(account.refused_at),
                int(account.locked),
                trouble_text(account.trouble),
                stamp(outage.since) if outage else None,
                stamp(outage.last) if outage else None,
                int(outage.told) if outage else 0,
            ),
        )

    def horizon(self) -> Horizon | None:
        row = self._db.row("SELECT start, end, zone FROM horizon")
        return None if row is None else Horizon(Span(instant(row[0]), instant(row[1])), row[2])

    def set_horizon(self, horizon: Horizon) -> None:
        self._db.run(
            "INSERT OR REPLACE INTO horizon VALUES (1, ?, ?, ?)",
            (second(horizon.span.start), second(horizon.span.end), horizon.zone),
        )

    def paused_until(self) -> datetime | None:
        """Also one that is over."""
        row = self._db.row("SELECT until FROM pause")
        return None if row is None else instant(row[0])

    def pause(self, until: datetime | None) -> None:
        self._db.run("DELETE FROM pause")
        if until is not None:
            self._db.run("INSERT INTO pause VALUES (1, ?)", (stamp(until),))

    def erase(self) -> None:
        """Removes every row of every table."""
        for table in (
            "overlaps",
            "pause",
            "hosts",
            "notices",
            "preferences",
            "journal",
            "intents",
            "bookings",
            "links",
            "blocks",
            "objects",
            "calendars",
            "horizon",
            "account",
            "settings",
            "event_rules",
        ):
            self._db.run(f"DELETE FROM {table}")  # noqa: S608 - names from the line above


_CALENDAR = (
    "SELECT id, name, color, writable, shared, is_default, write_to, busy, events, read_at, problem, position,"
    " change_tag, sync_token, owner, listed_at FROM calendars"
)


def _calendar(row: tuple[Any, ...]) -> Calendar:
    return Calendar(
        id=row[0],
        name=row[1],
        color=row[2],
        writable=bool(row[3]),
        shared=bool(row[4]),
        default=bool(row[5]),
        write_to=bool(row[6]),
        busy=bool(row[7]),
        events=row[8],
        read_at=moment(row[9]),
        problem=trouble_from(row[10]),
        order=row[11],
        change_tag=row[12],
        sync_token=row[13],
        owner=row[14],
        listed_at=moment(row[15]),
    )


class SqlCalendars:
    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self) -> list[Calendar]:
        return [_calendar(r) for r in self._db.rows(_CALENDAR + " ORDER BY position IS NULL, position, name, id")]

    def get(self, calendar: str) -> Calendar | None:
        row = self._db.row(_CALENDAR + " WHERE id = ?", (calendar,))
        return None if row is None else _calendar(row)

    def put_listed(self, listed: Listed) -> None:
        """A new calendar is busy and not written to; a known one keeps the host's choices and its reading state.

        Where the server does not say whether it may be written, a new one may, and a known one stays as it is known.
        """
        self._db.run(
            "INSERT INTO calendars VALUES (?, ?, ?, ?, ?, ?, 0, 0, 1, '', '', NULL, NULL, NULL, NULL, 0)"
            " ON CONFLICT (id) DO UPDATE SET name = excluded.name, color = excluded.color,"
            " position = excluded.position, shared = excluded.shared,"
            " writable = CASE WHEN ? THEN excluded.writable ELSE calendars.writable END",
            (
                listed.path,
                listed.name,
                listed.color,
                listed.order,
                int(listed.writable is not False),
                int(listed.shared),
                int(listed.writable is not None),
            ),
        )

    def set_owner(self, calendar: str, owner: str) -> None:
        self._db.run("UPDATE calendars SET owner = ? WHERE id = ?", (owner, calendar))

    def set_writable(self, calendar: str, writable: bool) -> None:
        """What a write has shown; the next listing that states the privileges has the last word."""
        self._db.run("UPDATE calendars SET writable = ? WHERE id = ?", (int(writable), calendar))

    def set_default(self, calendar: str | None) -> None:
        """The account has one default calendar at most; one that vanished is none any more."""
        self._db.run("UPDATE calendars SET is_default = (id IS ?)", (calendar,))

    def select(self, *, write_to: str | None, busy: Iterable[str] | None) -> None:
        if write_to is not None:
            self._db.run("UPDATE calendars SET write_to = (id = ?)", (write_to,))
        if busy is not None:
            self._db.run("UPDATE calendars SET busy = 0")
            self._db.run_many("UPDATE calendars SET busy = 1 WHERE id = ?", [(c,) for c in busy])

    def in_step(self, calendar: str, *, change_tag: str, sync_token: str, read_at: datetime, whole: bool) -> None:
        """The mirror of `calendar` now holds what `sync_token` vouches for. `whole`: by a full listing."""
        at = stamp(read_at)
        self._db.run(
            "UPDATE calendars SET change_tag = ?, sync_token = ?, read_at = ?, problem = NULL,"
            " listed_at = CASE WHEN ? THEN ? ELSE listed_at END WHERE id = ?",
            (change_tag, sync_token, at, int(whole), at, calendar),
        )
        self._db.run("UPDATE objects SET vouched = 1 WHERE calendar = ? AND NOT vouched", (calendar,))

    def confirm(self, calendars: Iterable[str], read_at: datetime) -> None:
        """Nothing has changed in these calendars: what is mirrored is as fresh as `read_at`."""
        self._db.run_many(
            "UPDATE calendars SET read_at = ?, problem = NULL WHERE id = ? AND read_at IS NOT NULL",
            [(stamp(read_at), c) for c in calendars],
        )

    def set_problem(self, calendar: str, problem: Trouble | None) -> None:
        self._db.run("UPDATE calendars SET problem = ? WHERE id = ?", (trouble_text(problem), calendar))

    def forget_tokens(self) -> None:
        """Every calendar will be listed anew at the next poll; the mirrored objects stay."""
        self._db.run("UPDATE calendars SET change_tag = '', sync_token = ''")

    def forget_reading(self, calendar: str) -> None:
        """As if it had never been read; its mirrored objects stay until they are removed."""
        self._db.run("UPDATE calendars SET change_tag = '', sync_token = '', read_at = NULL WHERE id = ?", (calendar,))

    def remove(self, calendar: str) -> None:
        self._db.run("DELETE FROM calendars WHERE id = ?", (calendar,))


_OBJECT = "SELECT calendar, href, etag, uid, text, first, last, repeats, problem, read_at, seal FROM objects"


def _object(row: tuple[Any, ...]) -> CalendarObject:
    return CalendarObject(
        row[0],
        row[1],
        row[2],
        row[3],
        row[4],
        moment(row[5]),
        moment(row[6]),
        bool(row[7]),
        reread(row[8]),
        instant(row[9]),
        row[10],
    )


def _values(row: CalendarObject, vouched: bool) -> tuple[Any, ...]:
    first, last, read_at = second(row.first), second(row.last), stamp(row.read_at)
    begin = (row.calendar, row.href, row.etag, row.uid, row.text, first, last)
    return (*begin, int(row.repeats), kept(row.problem), read_at, int(vouched), row.seal)


class SqlMirror:
    def __init__(self, database: Database) -> None:
        self._db = database

    def etags(self, calendar: str) -> dict[str, str]:
        return dict(self._db.rows("SELECT href, etag FROM objects WHERE calendar = ?", (calendar,)))

    def etags_of(self, calendar: str, hrefs: Iterable[str]) -> dict[str, str]:
        """As `etags`, of those among `hrefs` that are mirrored."""
        return dict(
            self._db.rows(
                "SELECT href, etag FROM objects WHERE calendar = ? AND href IN (SELECT value FROM json_each(?))",
                (calendar, json.dumps(list(hrefs))),
            )
        )

    def some_etags(self, calendar: str, most: int) -> dict[str, str]:
        """As `etags`, of any `most` objects."""
        return dict(self._db.rows("SELECT href, etag FROM objects WHERE calendar = ? LIMIT ?", (calendar, most)))

    def get(self, calendar: str, href: str) -> CalendarObject | None:
        row = self._db.row(_OBJECT + " WHERE calendar = ? AND href = ?", (calendar, href))
        return None if row is None else _object(row)

    def by_uid(self, uid: str) -> list[CalendarObject]:
        return [_object(r) for r in self._db.rows(_OBJECT + " WHERE uid = ? ORDER BY calendar, href", (uid,))]

    def put(self, rows: Mapping[CalendarObject, Sequence[Block]], *, vouched: bool) -> None:
        """Objects, each with its blocks. `vouched`: they come with the listing whose token is about to be stored. One
        that does not (our own write, a look in between) is asked for by name at the next poll unless that poll lists
        it: with tokens made from content, adding and taking away leads back to the old token as if nothing had
        happened."""
        self._db.run_many("DELETE FROM objects WHERE calendar = ? AND href = ?", [(o.calendar, o.href) for o in rows])
        self._db.run_many(
            "INSERT INTO objects VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", [_values(o, vouched) for o in rows]
        )
        for row, blocks in rows.items():
            self._insert_blocks(row.calendar, row.href, blocks)
        if not vouched:
            for calendar in {o.calendar for o in rows}:
                self._unsettle(calendar)

    def bury(self, calendar: str, href: str) -> None:
        """We deleted this object: it blocks nothing and has no text, and the next poll makes sure it is gone."""
        self._db.run("DELETE FROM blocks WHERE calendar = ? AND href = ?", (calendar, href))
        self._db.run(
            "UPDATE objects SET etag = '', uid = '', text = '', first = 0, last = 0, repeats = 0, problem = '',"
            " seal = '', vouched = 0 WHERE calendar = ? AND href = ?",
            (calendar, href),
        )
        self._unsettle(calendar)

    def _unsettle(self, calendar: str) -> None:
        self._db.run("UPDATE calendars SET change_tag = '' WHERE id = ?", (calendar,))

    def sealed_unknown(self, now: datetime, most: int) -> list[CalendarObject]:
        """Objects with a Workestra's seal whose UID no booking here has, which reach beyond `now` by their loose
        bounds, in calendars that may be written: `most` of them at most, the earliest first."""
        unknown = (
            " WHERE seal <> '' AND (last IS NULL OR last > ?) AND NOT EXISTS"
            " (SELECT 1 FROM bookings b WHERE b.uid = objects.uid) AND calendar IN"
            " (SELECT id FROM calendars WHERE writable) ORDER BY first, calendar, href LIMIT ?"
        )
        return [_object(r) for r in self._db.rows(_OBJECT + unknown, (second(now), most))]

    def unvouched(self, calendar: str) -> set[str]:
        return {r[0] for r in self._db.rows("SELECT href FROM objects WHERE calendar = ? AND NOT vouched", (calendar,))}

    def remove(self, calendar: str, hrefs: Iterable[str]) -> None:
        self._db.run_many("DELETE FROM objects WHERE calendar = ? AND href = ?", [(calendar, h) for h in hrefs])

    def touching(self, span: Span) -> list[CalendarObject]:
        """Objects that may have an occurrence in `span`, by their loose bounds."""
        return [
            _object(r)
            for r in self._db.rows(
                _OBJECT + " WHERE (first IS NULL OR first < ?) AND (last IS NULL OR last > ?)",
                (second(span.end), second(span.start)),
            )
        ]

    def replace_blocks(self, calendar: str, href: str, blocks: Iterable[Block], problem: str) -> None:
        self._db.run("DELETE FROM blocks WHERE calendar = ? AND href = ?", (calendar, href))
        self._db.run("UPDATE objects SET problem = ? WHERE calendar = ? AND href = ?", (kept(problem), calendar, href))
        self._insert_blocks(calendar, href, blocks)

    def _insert_blocks(self, calendar: str, href: str, blocks: Iterable[Block]) -> None:
        self._db.run_many(
            "INSERT INTO blocks VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    calendar,
                    href,
                    second(b.start),
                    second(b.end),
                    b.title,
                    b.reason,
                    b.uid,
                    int(b.whole_day),
                    int(b.reason.blocks),
                    b.travel // _SECOND,
                    b.travel_back // _SECOND,
                )
                for b in blocks
            ],
        )

    def blocks(self, span: Span, calendars: Sequence[str], *, free: bool = False) -> list[Block]:
        """Stored blocks of `calendars` that overlap `span`, by start; with `free` also what takes no time.

        The whole truth only within the horizon.
        """
        marks = ", ".join("?" * len(calendars))
        return [
            Block(
                instant(r[0]),
                instant(r[1]),
                r[2],
                Reason(r[3]),
                r[4],
                r[5],
                r[6],
                bool(r[7]),
                r[8] * _SECOND,
                r[9] * _SECOND,
            )
            for r in self._db.rows(
                "SELECT start, end, title, reason, uid, calendar, href, whole_day, travel, travel_back FROM blocks"  # noqa: S608
                f" WHERE end > ? AND start < ? AND busy >= ? AND calendar IN ({marks})"
                " ORDER BY start, end, calendar, href",
                (second(span.start), second(span.end), int(not free), *calendars),
            )
        ]

    def clear_blocks(self) -> None:
        self._db.run("DELETE FROM blocks")

    def count(self) -> int:
        row = self._db.row("SELECT coalesce(sum(events), 0) FROM calendars")
        assert row is not None
        return int(row[0])

    def problems(self) -> list[tuple[str, str]]:
        """Calendar and sentence for each object that could not be read whole; the first 200. Never their texts: those
        may be large, and this is asked after every change."""
        rows = self._db.rows(
            "SELECT calendar, problem FROM objects WHERE problem <> '' ORDER BY calendar, href LIMIT 200"
        )
        return [(calendar, reread(problem)) for calendar, problem in rows]
