"""Booking links: the kinds of meeting a host offers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from urllib.parse import urlsplit

from workestra_desktop.core.said import said
from workestra_desktop.core.times import YEARS, zone
from workestra_desktop.core.trouble import Code, fail

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Window = tuple[str, str]
"""`("09:00", "17:00")`; `24:00` may end a day; an end at or before the start lies on the next day."""

_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,62}")
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_RANGE = re.compile(r"([a-z]{3})(?:-([a-z]{3}))?")

YEAR_MINUTES = 366 * 24 * 60


def is_slug(text: str) -> bool:
    """Whether a link may be called `text`."""
    return _SLUG.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class Override:
    """Other hours for the days `first` to `last` (both included); no windows means days off."""

    first: date
    last: date
    hours: tuple[Window, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """One kind of meeting. Durations are whole minutes; `timezone` (IANA) is the zone of `hours`."""

    slug: str
    title: str
    minutes: tuple[int, ...]
    hours: dict[str, tuple[Window, ...]]
    timezone: str
    before: int = 0
    after: int = 0
    notice: int = 0
    step: int | None = None
    """Minutes between starts; None means the duration."""
    window_days: int = 365
    max_per_day: int | None = None
    max_per_week: int | None = None
    location: str = ""
    meeting_url: str = ""
    alarms: tuple[int, ...] = ()
    """Minutes before the start."""
    invite: bool = False
    calendar: str | None = None
    """Id of the calendar to write to instead of the account's write calendar."""
    overrides: tuple[Override, ...] = field(default=())
    window: tuple[date, date] | None = None
    """First and last day that can be booked, instead of `window_days` from now on."""
    travels: bool = True
    """Whether its hours go along on the host's journeys (`Settings.stays`)."""

    def duration(self, asked: int | None) -> int:
        """`asked` minutes if the link offers them, else its first duration; `bad_input` for another length."""
        if asked is None:
            return self.minutes[0]
        if asked not in self.minutes:
            offered = ", ".join(str(m) for m in self.minutes)
            wrong = said(
                "“{link}” offers {offered} minutes, not {asked}.", link=self.slug, offered=offered, asked=asked
            )
            raise fail(Code.BAD_INPUT, wrong)
        return asked

    def windows_on(self, day: date) -> tuple[Window, ...]:
        """The windows of `day`; the last matching override wins over the weekday."""
        override = self.override_on(day)
        return self.hours.get(WEEKDAYS[day.weekday()], ()) if override is None else override.hours

    def override_on(self, day: date) -> Override | None:
        return next((o for o in reversed(self.overrides) if o.first <= day <= o.last), None)


def first_link(timezone: str) -> Link:
    """The link a fresh profile has."""
    office = (("09:00", "17:00"),)
    return Link("meeting", "Meeting with {guest}", (30,), dict.fromkeys(WEEKDAYS[:5], office), timezone)


def parse_windows(text: str) -> tuple[Window, ...]:
    """`09:00-12:00,13:00-17:00` as windows, sorted; `bad_input` if one is malformed or two overlap."""
    windows: list[Window] = []
    for piece in filter(None, (p.strip() for p in text.split(","))):
        start, _, end = piece.partition("-")
        if not _CLOCK.fullmatch(start) or not (_CLOCK.fullmatch(end) or end == "24:00") or start == end:
            raise fail(Code.BAD_INPUT, said("“{text}” is not a window like 09:00-17:00.", text=piece[:40]))
        windows.append((start, end))
    windows.sort()
    for (start, end), (following, _) in pairwise(windows):
        if end > following or end <= start:  # the latter reaches into the next day, over everything that follows
            raise fail(Code.BAD_INPUT, said("The windows in “{text}” overlap.", text=text[:60]))
    return tuple(windows)


def parse_hours(text: str) -> dict[str, tuple[Window, ...]]:
    """`mon-fri 09:00-12:00,13:00-17:00; sat 10:00-12:00` as hours by weekday."""
    hours: dict[str, tuple[Window, ...]] = {}
    for part in filter(None, (p.strip().lower() for p in text.split(";"))):
        days, _, windows = part.partition(" ")
        for piece in days.split(","):
            match = _RANGE.fullmatch(piece)
            if not match or match[1] not in WEEKDAYS or (match[2] or match[1]) not in WEEKDAYS or not windows.strip():
                wrong = said("“{text}” is not a line of hours like “mon-fri 09:00-17:00”.", text=part[:60])
                raise fail(Code.BAD_INPUT, wrong)
            first, last = WEEKDAYS.index(match[1]), WEEKDAYS.index(match[2] or match[1])
            names = WEEKDAYS[first : last + 1] if first <= last else WEEKDAYS[first:] + WEEKDAYS[: last + 1]
            for name in names:
                hours[name] = parse_windows(", ".join(["-".join(w) for w in hours.get(name, ())] + [windows]))
    return hours


def checked(link: Link) -> Link:
    """`link` itself if every field is within bounds; else `bad_input` naming the first that is not."""

    def need(ok: bool, what: str) -> None:
        if not ok:
            raise fail(Code.BAD_INPUT, what)

    unfit = said("“{link}” cannot name a link: use a-z, 0-9 and dashes.", link=link.slug[:60])
    need(is_slug(link.slug), unfit)
    need(bool(link.title.strip()) and len(link.title) <= 200, "A link needs a title of at most 200 characters.")
    need(bool(link.minutes), "A link needs at least one duration.")
    need(all(1 <= m <= 24 * 60 for m in link.minutes), "Durations are 1 minute to 24 hours.")
    need(len(set(link.minutes)) == len(link.minutes), "A duration stands twice.")
    need(all(0 <= b <= 24 * 60 for b in (link.before, link.after)), "Buffers are 0 minutes to 24 hours.")
    need(0 <= link.notice <= YEAR_MINUTES, "Notice is 0 minutes to one year.")
    need(link.step is None or 5 <= link.step <= 720, "The step is 5 to 720 minutes.")
    need(1 <= link.window_days <= 730, "The booking window is 1 to 730 days.")
    for cap in (link.max_per_day, link.max_per_week):
        need(cap is None or 1 <= cap <= 1000, "A limit is 1 to 1000 meetings.")
    need(all(0 <= a <= 28 * 24 * 60 for a in link.alarms), "Alarms are 0 minutes to 28 days before.")
    need(len(set(link.alarms)) == len(link.alarms), "An alarm stands twice.")
    need(len(link.location) <= 500, "The location is at most 500 characters.")
    if link.meeting_url:
        need(safe_url(link.meeting_url), "The meeting URL must start with https:// and have no spaces.")
    need(all(o.first <= o.last for o in link.overrides), "A range of days ends before it begins.")
    need(link.window is None or link.window[0] <= link.window[1], "The booking window ends before it begins.")
    days = [*(day for o in link.overrides for day in (o.first, o.last)), *(link.window or ())]
    far = said("Days lie in the years {first} to {last}.", first=YEARS[0], last=YEARS[-1])
    need(all(day.year in YEARS for day in days), far)
    need(link.hours.keys() <= set(WEEKDAYS), "Hours are kept by weekday, mon to sun.")
    for windows in (*link.hours.values(), *(o.hours for o in link.overrides)):
        parse_windows(",".join("-".join(window) for window in windows))
    zone(link.timezone)
    return link


def safe_url(url: str) -> bool:
    """Whether `url` is an https address that may be shown as a link and opened."""
    if len(url) > 1000 or any(c.isspace() or not c.isprintable() for c in url):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme == "https" and bool(parts.hostname) and not parts.username and not parts.password
