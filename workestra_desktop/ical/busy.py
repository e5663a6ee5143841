"""Whether an event takes the host's time, and why (product rules [14–19]; icloud-caldav fact sheet §6, "Busy rule")."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from workestra_desktop.core.calendar import AllDay, BusyPolicy, Reason
from workestra_desktop.ical.reading import Attendee, Event


def reason(event: Event, policy: BusyPolicy) -> Reason | None:
    """The reason this VEVENT blocks by itself, None when it does not. An override is asked for itself.

    `AllDay.ALWAYS` makes a free whole day block, but never one that is cancelled, declined or switched off.
    """
    answers = {a.partstat for a in event.attendees if _is_own(a, policy.own_addresses)}
    if event.status == "CANCELLED" or ("DECLINED" in answers and "ACCEPTED" not in answers):
        return None
    accepted = "ACCEPTED" in answers
    unanswered = "NEEDS-ACTION" in answers and not accepted
    tentative = "TENTATIVE" in (event.status, event.busy_status) or ("TENTATIVE" in answers and not accepted)
    if (unanswered and not policy.unanswered_blocks) or (tentative and not policy.tentative_blocks):
        return None
    free = event.transp == "TRANSPARENT" or (not event.transp and event.busy_status == "FREE")
    if event.start and event.start.whole_day:
        blocks = policy.all_day is AllDay.ALWAYS or (policy.all_day is AllDay.FOLLOW and not free)
        kind = Reason.ALL_DAY
    else:
        blocks = not free
        kind = Reason.UNANSWERED if unanswered else Reason.TENTATIVE if tentative else Reason.BUSY
    if not blocks:
        return None
    return Reason.UNREADABLE if event.damaged else kind


def _is_own(attendee: Attendee, own: frozenset[str]) -> bool:
    """Whole addresses only: `ann@x.org` is not `joann@x.org`. Servers write them in many ways (fact sheet §5.4)."""
    address = attendee.address
    forms = {address, attendee.email, unquote(address)}
    if "@" in address and ":" not in address:
        forms.add(f"mailto:{address}")
    if "/" in address:
        try:
            path = unquote(urlsplit(address).path).rstrip("/")
        except ValueError:
            path = ""
        forms |= {path, path + "/"} if path else set()
    return not own.isdisjoint(form for form in forms if form)
