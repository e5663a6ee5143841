"""What a Workestra writes on a booking's event, so that one on another computer knows it again and can show it.

The seal binds the marker to the account and to the UID. It does not fit on a copy that the host made on the phone: that
has another UID; nor on what another person's Workestra wrote into a shared calendar. It is no secret and signs nothing:
it keeps one event from being mistaken for another, and no more than that is concluded from it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from workestra_desktop.core.booking import Booking, checked_guest
from workestra_desktop.core.link import safe_url
from workestra_desktop.core.plain import plain
from workestra_desktop.core.times import zone
from workestra_desktop.core.trouble import Failure
from workestra_desktop.ical.scan import Part, duration, parameters, parted, parts, picker
from workestra_desktop.ical.writing import stamp, text_value

OURS = "X-WORKESTRA-"
_SEAL = f"{OURS}SEAL"
_WRITTEN = f"{OURS}WRITTEN"
_BOOKING = re.compile(r"[\w-]{1,64}", re.ASCII)
_BUFFERS = re.compile(r"(\d{1,4})/(\d{1,4})", re.ASCII)
"""Minutes before and after. A comma would come back escaped from servers that take every value for text."""
_CREATED = re.compile(r"\d{8}T\d{6}Z", re.ASCII)
_ESCAPED = re.compile(r"\\([\\;,nN])")
_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,62}")
_DAY = 24 * 60

_NAMES = picker(
    "UID", "SUMMARY", "DESCRIPTION", "LOCATION", "URL", "CREATED", "STATUS", "DTSTART", "DTEND", "TRIGGER", "TZID",
    "RRULE", "RDATE", "RECURRENCE-ID", "ORGANIZER", "ATTENDEE",
    f"{OURS}BOOKING", _SEAL, f"{OURS}LINK", f"{OURS}GUEST", f"{OURS}EMAIL", f"{OURS}BUFFERS", _WRITTEN,
)  # fmt: skip
_NEVER_OURS = {"RRULE", "RDATE", "RECURRENCE-ID"}


def seal(account: str, uid: str, booking: str) -> str:
    """`account` is the path of its principal: all computers of the host know the same, it survives a move to another
    partition and a new main address, and guests do not know it as they know the Apple ID."""
    bound = "\n".join((account.strip("/"), uid, booking))
    return hashlib.sha256(bound.encode("utf-8", "replace")).hexdigest()[:20]


def marks(booking: Booking, account: str, now: datetime) -> list[str]:
    """The content lines, unfolded. `now` is when the event is written, which no edit on the phone changes. Without an
    account there is no seal: what lies in a file stands for nothing."""
    lines = [f"{OURS}BOOKING:{text_value(booking.id)}"]
    if account:
        lines += [
            f"{_SEAL}:{seal(account, booking.uid, booking.id)}",
            f"{_WRITTEN}:{stamp(now)}",
            f"{OURS}LINK:{text_value(booking.link)}",
            f"{OURS}GUEST:{text_value(booking.guest)}",
            f"{OURS}BUFFERS:{booking.before}/{booking.after}",
        ]
        if booking.email:
            lines.append(f"{OURS}EMAIL:{text_value(booking.email)}")
    return lines


@dataclass(frozen=True, slots=True)
class Sealed:
    """What an event says of its booking, `booking` by id; all text is plain and bounded.

    `timezone` is None if the event names no IANA zone, `created_at` if it does not say. The note is what the
    description says beyond guest and URL by now: what the host took out of it on the phone does not come back.
    """

    uid: str
    booking: str
    seal: str
    link: str
    title: str
    guest: str
    email: str
    note: str
    location: str
    meeting_url: str
    alarms: tuple[int, ...]
    before: int
    after: int
    timezone: str | None
    created_at: datetime | None
    written_at: datetime | None
    """When a Workestra created the event; None if it does not say."""
    invited: bool = False
    """Whether its guest is an attendee."""


def seal_on(text: str, account: str, own: frozenset[str] = frozenset()) -> str:
    """The seal on `text`; '' if there is none or it does not fit. Cheap for the many texts that have none."""
    if not account or _SEAL not in text:
        return ""
    found = read_seal(text, own)
    return found.seal if found and found.seal == seal(account, found.uid, found.booking) else ""


def read_seal(text: str, own: frozenset[str] = frozenset()) -> Sealed | None:
    """None unless `text` is one single event that may stand for a booking: with guests only one that the host invites
    to, by one of their `own` addresses (lower case, with scheme). Whether the seal fits is not looked at, nor whether
    the times can be read. Never raises."""
    event, zones = _only_event(text)
    if event is None or any(name in _NEVER_OURS for name, _ in event.lines):
        return None
    invited = any(name in ("ORGANIZER", "ATTENDEE") for name, _ in event.lines)
    if invited and not _hosted(event, own):
        return None
    booking, mark = _lone(event, f"{OURS}BOOKING"), _lone(event, _SEAL)
    if not _BOOKING.fullmatch(booking) or not mark or _first(event, "STATUS").upper() == "CANCELLED":
        return None
    guest = plain(_text(event, f"{OURS}GUEST"), 200)
    email = _address(_text(event, f"{OURS}EMAIL"))
    url = _first(event, "URL")
    url = url if safe_url(url) else ""
    place = plain(_text(event, "LOCATION"), 500)
    link, buffers = _text(event, f"{OURS}LINK"), _BUFFERS.fullmatch(_first(event, f"{OURS}BUFFERS"))
    before, after = (int(buffers[1]), int(buffers[2])) if buffers else (0, 0)
    return Sealed(
        uid=_first(event, "UID"),
        booking=booking,
        seal=mark,
        link=link if _SLUG.fullmatch(link) else "",
        title=plain(_text(event, "SUMMARY"), 250) or guest,
        guest=guest,
        email=email,
        note=_note(_text(event, "DESCRIPTION"), guest, email, url),
        location="" if place == url else place,
        meeting_url=url,
        alarms=tuple(sorted(set(_alarms(event)), reverse=True))[:10],
        before=min(before, _DAY),
        after=min(after, _DAY),
        timezone=next(filter(None, map(_known_zone, (*_tzids(event), *zones))), None),
        created_at=_moment(_first(event, "CREATED")),
        written_at=_moment(_first(event, _WRITTEN)),
        invited=invited,
    )


def _hosted(event: Part, own: frozenset[str]) -> bool:
    """Whether its only organizer is the host. A server may write the address in another way and keep the mail in EMAIL
    (fact sheet §5.4)."""
    organizers = [rest for name, rest in event.lines if name == "ORGANIZER"]
    if len(organizers) != 1:
        return False
    said, address = parted(organizers[0])
    email = parameters(said).get("EMAIL", "")
    return not own.isdisjoint({address.strip().lower(), f"mailto:{email.lower()}"})


def _only_event(text: str) -> tuple[Part | None, list[str]]:
    """The event, and the TZIDs of the zones that `text` brings along; None if it is not one whole event alone."""
    found, sound, more = parts(text, _NAMES)
    events = [part for part in found if part.kind == "VEVENT"]
    zones = [_first(part, "TZID") for part in found if part.kind == "VTIMEZONE"]
    return (events[0] if sound and not more and len(events) == 1 else None), zones


def _values(part: Part, name: str) -> list[str]:
    return [parted(rest)[1].strip() for given, rest in part.lines if given == name]


def _first(part: Part, name: str) -> str:
    return next(iter(_values(part, name)), "")


def _lone(part: Part, name: str) -> str:
    """The only value of that name; two are none."""
    values = _values(part, name)
    return values[0] if len(values) == 1 else ""


def _text(part: Part, name: str) -> str:
    value = _first(part, name)
    return _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], value)


def _address(text: str) -> str:
    try:
        return checked_guest("somebody", text, "")[1]
    except Failure:
        return ""


def _note(about: str, guest: str, email: str, url: str) -> str:
    """The description without the lines that are known from elsewhere."""
    lines = plain(about, 20_000, lines=True).split("\n")
    for known in (guest, email):
        if known and lines[:1] == [known]:
            del lines[0]
    if url and lines[-1:] == [url]:
        del lines[-1]
    return plain("\n".join(lines), 10_000, lines=True)


def _alarms(event: Part) -> Iterator[int]:
    """Minutes before the start, as a link's are. Others stay in the event, and are none of ours."""
    for alarm in event.children:
        length = duration(_first(alarm, "TRIGGER")) if alarm.kind == "VALARM" else None
        if length is not None:
            minutes, rest = divmod(-sum(length, timedelta(0)), timedelta(minutes=1))
            if not rest and 0 <= minutes <= 28 * _DAY:
                yield minutes


def _tzids(event: Part) -> Iterator[str]:
    for name, rest in event.lines:
        if name in ("DTSTART", "DTEND"):
            yield parameters(parted(rest)[0]).get("TZID", "")


def _known_zone(name: str) -> str | None:
    try:
        return zone(name).key if 0 < len(name) <= 100 else None
    except Failure:
        return None


def _moment(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC) if _CREATED.fullmatch(text) else None
    except ValueError:
        return None
