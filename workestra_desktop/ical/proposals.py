"""Proposed times as a file for the guest's calendar (RFC 5545, one VCALENDAR)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from workestra_desktop.core.offer_words import Proposal
from workestra_desktop.core.times import zone
from workestra_desktop.ical.compose import PRODID
from workestra_desktop.ical.vtimezone import is_utc, vtimezone
from workestra_desktop.ical.writing import fold, stamp, text_value, timed


def proposal_file(proposals: Sequence[Proposal], now: datetime, name: str) -> str:
    """One VEVENT for each, CRLF and folded. ValueError for none: a VCALENDAR needs a component (§3.6).

    They are TENTATIVE (§3.8.1.11) and TRANSPARENT (§3.8.2.7): seen in the guest's calendar, and taking no time there.
    No METHOD (§3.7.2), ORGANIZER or ATTENDEE, so that no program answers by itself, and no alarm. `name` is new for
    each file: it makes the UIDs unique (§3.8.4.7) among all hosts whose files a guest may have.
    """
    if not proposals:
        raise ValueError("nothing is proposed")
    years: dict[str, int] = {}
    for each in proposals:
        year = each.start.astimezone(zone(each.zone)).year
        years[each.zone] = min(year, years.get(each.zone, year))
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODID}", "CALSCALE:GREGORIAN"]
    for key, year in sorted(years.items()):
        if not is_utc(zone(key)):
            lines += vtimezone(zone(key), year)
    for number, each in enumerate(proposals, start=1):
        lines += [
            "BEGIN:VEVENT",
            f"UID:{text_value(f'{name}-{number}')}",
            f"DTSTAMP:{stamp(now)}",
            timed("DTSTART", each.start, zone(each.zone)),
            timed("DTEND", each.end, zone(each.zone)),
            f"SUMMARY:{text_value(each.title)}",
            f"DESCRIPTION:{text_value(each.about)}",
            "STATUS:TENTATIVE",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    return "".join(map(fold, [*lines, "END:VCALENDAR"]))
