"""Whether an event takes the host's time, and why (product rules [14–19]; icloud-caldav fact sheet §6, "Busy rule")."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from workestra_desktop.core.calendar import AllDay, BusyPolicy, Reason
from workestra_desktop.ical.reading import Attendee, Event


def reason(event: Event, policy: BusyPolicy) -> Reason:
    """Why this VEVENT blocks by itself, or why it does not. An override is asked for itself.

    What the host decided for this event beats every setting, but a cancelled event never blocks. `AllDay.ALWAYS` makes
    a free whole day block, but never one that is declined or switched off.
    """
    if event.status == "CANCELLED":
        return Reason.CANCELLED
    if event.uid in policy.never:
        return Reason.NEVER
    if event.uid in policy.always:
        return Reason.ALWAYS
    answers = {a.partstat for a in event.attendees if _is_own(a, policy.own_addresses)}
    accepted = "ACCEPTED" in answers
    if "DECLINED" in answers and not accepted:
        return Reason.DECLINED
    return _of_itself(event, policy, set() if accepted else answers)


def _of_itself(event: Event, policy: BusyPolicy, open_answers: set[str]) -> Reason:
    unanswered = "NEEDS-ACTION" in open_answers
    tentative = "TENTATIVE" in (event.status, event.busy_status) or "TENTATIVE" in open_answers
    if unanswered and not policy.unanswered_blocks:
        return Reason.UNANSWERED_FREE
    if tentative and not policy.tentative_blocks:
        return Reason.TENTATIVE_FREE
    free = event.transp == "TRANSPARENT" or (not event.transp and event.busy_status == "FREE")
    kind = Reason.UNANSWERED if unanswered else Reason.TENTATIVE if tentative else Reason.BUSY
    if event.start and event.start.whole_day:
        if policy.all_day is AllDay.NEVER:
            return Reason.ALL_DAY_FREE
        free = free and policy.all_day is AllDay.FOLLOW
        kind = Reason.ALL_DAY
    if free:
        return Reason.FREE
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
