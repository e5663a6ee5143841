"""What support may see: a report made of known words, numbers and times, never by taking texts out of a full one.

Titles, guests, mails, notes, names of calendars and links, addresses, paths, UIDs, the Apple ID and the account's
number have no way in: no text of the store is copied unless it is one of the words known here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from workestra_desktop.core.booking import Booking
from workestra_desktop.core.calendar import Calendar
from workestra_desktop.core.interval import Span
from workestra_desktop.core.link import Link
from workestra_desktop.core.mirror import Account, JournalLine
from workestra_desktop.core.notice import KeptNotice, Preferences
from workestra_desktop.core.outbox import Intent
from workestra_desktop.core.settings import Settings
from workestra_desktop.core.trouble import Trouble

Facts = dict[str, Any]

JOURNAL_KINDS = (
    "booked",
    "cancelled by the host",
    "cancelled in iCloud",
    "cancelled",
    "decided by the host",
    "found in iCloud",
    "gone from iCloud together with others",
    "missing in iCloud",
    "moved by the host",
    "moved in iCloud",
    "moved to another calendar in iCloud",
    "refused",
    "removed from iCloud",
    "restored from a backup",
    "seen in iCloud",
    "the guest came after all",
    "the guest did not come",
    "to be put back into iCloud",
    "undone",
    "written to iCloud",
)
OTHER = "other"

_WORD = re.compile(
    r"HTTP|[1-5]\d\d|errno|[1-9]\d?|[A-Z][A-Za-z]{2,30}(?:Error|Exception|Timeout|Failure)|SQLITE_[A-Z_]{2,30}"
    r"|GET|PUT|DELETE|PROPFIND|REPORT|OPTIONS|without|ETag|answer|twice|no|password|at|hand|locked|after|two|refusals"
    r"|damaged|missing|empty|quick|check|tables|database|profile|gone|daily|copy|file|output|sync|lock"
    r"|listed|event|calendar|left|out|of|the|listing|schema|known|TLS|DNS|connection|refused|timed|too|large|bytes"
)


def fact(detail: str) -> str:
    """The words of a technical detail that are known to be harmless; each other one becomes `…`."""
    words = [word if _WORD.fullmatch(word.strip(",.;:()")) else "…" for word in detail.split()[:16]]
    return " ".join(words)


def journal_kind(what: str) -> str:
    """The kind of a journal line without its details."""
    fitting = [kind for kind in JOURNAL_KINDS if what.startswith(kind)]
    return max(fitting, key=len, default=OTHER)


def trouble_facts(trouble: Trouble | None) -> Facts | None:
    if trouble is None:
        return None
    return {"code": str(trouble.code), "scope": str(trouble.scope), "detail": fact(trouble.detail)}


def account_facts(account: Account | None) -> Facts:
    if account is None:
        return {"known": False}
    return {
        "known": True,
        "connected": account.connected,
        "setup_done": account.setup_done,
        "locked": account.locked,
        "refused_at": _time(account.refused_at),
        "last_poll": _time(account.last_poll),
        "trouble": trouble_facts(account.trouble),
    }


def calendar_facts(calendar: Calendar) -> Facts:
    return {
        "writable": calendar.writable,
        "shared": calendar.shared,
        "default": calendar.default,
        "write_to": calendar.write_to,
        "busy": calendar.busy,
        "events": calendar.events,
        "read_at": _time(calendar.read_at),
        "listed_at": _time(calendar.listed_at),
        "has_change_tag": bool(calendar.change_tag),
        "has_sync_token": bool(calendar.sync_token),
        "problem": trouble_facts(calendar.problem),
    }


def booking_facts(bookings: Iterable[Booking], now: datetime) -> Facts:
    known = list(bookings)
    return {
        "all": len(known),
        "coming": sum(b.live and b.end > now for b in known),
        "by_state": _counts(f"{b.status}, {b.sync}" for b in known),
        "missing": sum(b.missing_since is not None for b in known),
    }


def intent_facts(intent: Intent) -> Facts:
    return {
        "kind": str(intent.kind),
        "claimed": intent.claimed,
        "held": intent.held,
        "attempts": intent.attempts,
        "created_at": _time(intent.created_at),
        "not_before": _time(intent.not_before),
    }


def settings_facts(settings: Settings, event_rules: int) -> Facts:
    return {
        "tentative_blocks": settings.tentative_blocks,
        "unanswered_blocks": settings.unanswered_blocks,
        "all_day": str(settings.all_day),
        "stays": len(settings.stays),
        "event_rules": event_rules,
    }


def link_facts(link: Link) -> Facts:
    return {
        "minutes": list(link.minutes),
        "before": link.before,
        "after": link.after,
        "notice": link.notice,
        "step": link.step,
        "window_days": link.window_days,
        "max_per_day": link.max_per_day,
        "max_per_week": link.max_per_week,
        "alarms": list(link.alarms),
        "days_with_hours": len(link.hours),
        "overrides": len(link.overrides),
        "own_calendar": link.calendar is not None,
    }


def journal_facts(lines: Iterable[JournalLine]) -> list[Facts]:
    return [{"at": _time(line.at), "kind": journal_kind(line.what)} for line in lines]


def notice_facts(notices: Iterable[KeptNotice]) -> Facts:
    """How many of each kind; what they tell of stays here."""
    return _counts(str(kept.notice.kind) for kept in notices)


def preference_facts(preferences: Preferences) -> Facts:
    return {
        "silent": sorted(str(kind) for kind in preferences.silent),
        "hide_titles": preferences.hide_titles,
        "own_language": bool(preferences.language),
        "guest_zone": bool(preferences.guest_zone),
    }


def hosts(addresses: Iterable[str], counts: Mapping[str, int] | None = None) -> list[Facts]:
    """The hosts of these addresses, without ports and paths; how often each was asked, if that is known."""
    known = {urlsplit(address).hostname or "" for address in addresses} | set(counts or ())
    return [
        {"host": name, "requests": None if counts is None else counts.get(name, 0)} for name in sorted(known - {""})
    ]


def span_facts(span: Span | None) -> Facts | None:
    return None if span is None else {"start": _time(span.start), "end": _time(span.end)}


def codes(problems: Iterable[Trouble]) -> Facts:
    return _counts(f"{p.code}, {p.scope}: {fact(p.detail)}".rstrip(": ") for p in problems)


def _counts(words: Iterable[str]) -> Facts:
    return dict(sorted(Counter(words).items()))


def _time(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat(timespec="seconds")
