"""The calendar object of a new booking, as it is sent to iCloud (product rules [36–41]; fact sheet §5.1)."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import quote

from workestra_desktop.core.booking import Booking, is_address
from workestra_desktop.core.times import zone
from workestra_desktop.ical.seal import marks
from workestra_desktop.ical.vtimezone import is_utc, vtimezone
from workestra_desktop.ical.writing import fold, stamp, text_value, timed

PRODID = "-//Workestra//Workestra Desktop//EN"


def compose(booking: Booking, now: datetime, account: str, organizer: str = "") -> str:
    """The VCALENDAR text, CRLF and folded. Raises `Failure` (`bad_input`) for an unknown zone.

    `account`, the path of its principal, goes into the seal by which another computer knows the event; with '' it has
    none. Only an invited booking has an ORGANIZER, one of the account's own `mailto:` addresses, and its guest as
    ATTENDEE: with them Apple mails the guest, also when the event is changed or deleted (RFC 6638 §3.2.1; fact sheet
    §5.4). Without `organizer` none has. Never a METHOD.
    """
    where = zone(booking.timezone)
    written = stamp(now)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODID}", "CALSCALE:GREGORIAN"]
    if not is_utc(where):
        lines += vtimezone(where, booking.start.astimezone(where).year)
    lines += [
        "BEGIN:VEVENT",
        f"UID:{text_value(booking.uid)}",
        f"DTSTAMP:{written}",
        f"CREATED:{written}",
        f"LAST-MODIFIED:{written}",
        timed("DTSTART", booking.start, where),
        timed("DTEND", booking.end, where),
        "SEQUENCE:0",
        f"SUMMARY:{text_value(booking.title)}",
        "STATUS:CONFIRMED",
        "TRANSP:OPAQUE",
    ]
    if place := booking.location or booking.meeting_url:
        lines.append(f"LOCATION:{text_value(place)}")
    if booking.meeting_url:
        lines.append(f"URL:{_uri(booking.meeting_url)}")
    if about := _description(booking):
        lines.append(f"DESCRIPTION:{text_value(about)}")
    if booking.invited and organizer and is_address(booking.email):
        lines += [f"ORGANIZER:{organizer}", _attendee(booking.guest, booking.email)]
    lines += marks(booking, account, now)
    for minutes in booking.alarms:
        lines += [
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            f"DESCRIPTION:{text_value(booking.title)}",
            f"TRIGGER:{_before(minutes)}",
            "END:VALARM",
        ]
    lines += ["END:VEVENT", "END:VCALENDAR"]
    return "".join(fold(line) for line in lines)


def _description(booking: Booking) -> str:
    """Guest, e-mail, note and meeting URL, each on its line."""
    return "\n".join(part for part in (booking.guest, booking.email, booking.note, booking.meeting_url) if part)


def _attendee(guest: str, email: str) -> str:
    """The guest who is asked to answer (RFC 5545 §3.8.4.1). A name in quotes says a quotation mark as RFC 6868 has it;
    an address is percent-encoded but for what RFC 6068 §2 leaves as it is."""
    name = "".join(c for c in " ".join(guest.split()) if ord(c) >= 32 and ord(c) != 127)
    quoted = name.replace("^", "^^").replace('"', "^'")
    address = quote(email, safe="@!$'*+", errors="replace")
    told = "CUTYPE=INDIVIDUAL;PARTSTAT=NEEDS-ACTION;ROLE=REQ-PARTICIPANT;RSVP=TRUE"
    return f'ATTENDEE;CN="{quoted}";{told}:mailto:{address}'


def _uri(url: str) -> str:
    """A URI value has no escapes (§3.3.13); blanks and control characters would break the line."""
    return "".join(char for char in url if ord(char) > 32 and ord(char) != 127)


def _before(minutes: int) -> str:
    return f"-PT{minutes}M" if minutes else "PT0M"
