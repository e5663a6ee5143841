"""What `workestra` prints about free and busy: JSON for programs, lines for people. The shapes are those of cli.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

from workestra_desktop.cli_output import Json, json_time, span_line
from workestra_desktop.core.calendar import Block
from workestra_desktop.core.interval import Span
from workestra_desktop.core.link import WEEKDAYS, Link
from workestra_desktop.core.plain import plain
from workestra_desktop.core.settings import Blocking, EventRule, Settings
from workestra_desktop.core.slots import Refusal

_HINTS = {
    "settings.tentative_blocks": " It is tentative; those block by your settings.",
    "settings.unanswered_blocks": " You have not answered the invitation; those block by your settings.",
    "settings.all_day": " It lasts all day; how that counts is one of your settings.",
    "event.always": " You decided that it always blocks.",
    "link.before": " The link keeps time free before a meeting.",
    "link.after": " The link keeps time free after a meeting.",
    "booking.before": " That booking keeps time free before it.",
    "booking.after": " That booking keeps time free after it.",
    "link.overrides": " That day has hours of its own.",
}
"""Which setting makes it so, where the reason itself does not say."""


def span_json(span: Span, zone: ZoneInfo) -> Json:
    return {"start": json_time(span.start, zone), "end": json_time(span.end, zone)}


def block_json(block: Block, span: Span, zone: ZoneInfo) -> Json:
    """`block` with the times of `span`, the part of it that was asked for."""
    named = {"calendar": block.calendar, "title": block.title, "reason": str(block.reason), "uid": block.uid}
    return span_json(span, zone) | named


def explain_json(reasons: Sequence[Refusal], zone: ZoneInfo) -> Json:
    listed = [
        {
            "kind": r.kind,
            "title": r.title,
            "calendar": r.calendar or None,
            "start": json_time(r.start, zone),
            "end": json_time(r.end, zone),
            "reason": None if r.reason is None else str(r.reason),
            "setting": r.setting or None,
            "uid": r.uid or None,
        }
        for r in reasons
    ]
    return {"bookable": not reasons, "reasons": listed}


def block_line(block: Block, span: Span, names: Mapping[str, str], zone: ZoneInfo) -> str:
    calendar = plain(names.get(block.calendar, block.calendar), 60)
    return f"{span_line(span, zone)}  {plain(block.title)} ({calendar}, {block.reason})"


def explain_lines(reasons: Sequence[Refusal], names: Mapping[str, str], zone: ZoneInfo) -> list[str]:
    if not reasons:
        return ["It can be booked."]
    return [_reason_line(reason, names, zone) for reason in reasons]


def _reason_line(reason: Refusal, names: Mapping[str, str], zone: ZoneInfo) -> str:
    if reason.start is None or reason.end is None:  # a rule of the link
        return plain(reason.title, 200) + _HINTS.get(reason.setting, "")
    there = f"{span_line(Span(reason.start, reason.end), zone)}  {plain(reason.title) or 'An event without a title'}"
    calendar = plain(names.get(reason.calendar, reason.calendar), 60)
    near = ", and it needs the time around it" if reason.kind == "buffer" else ""
    return f"{there} ({calendar}) is there{near}.{_HINTS.get(reason.setting, '')}"


def link_json(link: Link) -> Json:
    """`step` is the step in effect, never null."""
    return {
        "slug": link.slug,
        "title": link.title,
        "minutes": list(link.minutes),
        "hours": {day: [list(w) for w in link.hours[day]] for day in WEEKDAYS if link.hours.get(day)},
        "timezone": link.timezone,
        "before": link.before,
        "after": link.after,
        "notice": link.notice,
        "step": link.step or link.minutes[0],
        "window_days": link.window_days,
        "max_per_day": link.max_per_day,
        "max_per_week": link.max_per_week,
        "location": link.location,
        "meeting_url": link.meeting_url,
        "alarms": list(link.alarms),
        "invite": link.invite,
        "calendar": link.calendar,
        "overrides": [
            {"from": o.first.isoformat(), "to": o.last.isoformat(), "hours": [list(w) for w in o.hours]}
            for o in link.overrides
        ],
        "window": None
        if link.window is None
        else {"from": link.window[0].isoformat(), "to": link.window[1].isoformat()},
        "travels": link.travels,
    }


def link_lines(link: Link) -> list[str]:
    days = [f"{day} {','.join('-'.join(w) for w in link.hours[day])}" for day in WEEKDAYS if link.hours.get(day)]
    other = [f"{o.first}..{o.last} {','.join('-'.join(w) for w in o.hours) or 'off'}" for o in link.overrides]
    minutes = ", ".join(str(m) for m in link.minutes)
    rules = [
        f"{name} {getattr(link, field)} min"
        for name, field in (("before", "before"), ("after", "after"), ("notice", "notice"), ("step", "step"))
        if getattr(link, field)
    ]
    rules += [f"at most {n} a {per}" for n, per in ((link.max_per_day, "day"), (link.max_per_week, "week")) if n]
    window = f"{link.window[0]} to {link.window[1]}" if link.window else f"{link.window_days} days ahead"
    return [
        f"{link.slug}: {plain(link.title)}, {minutes} minutes",
        f"    {'; '.join(days) or 'no hours'} ({link.timezone})",
        *(f"    {line}" for line in other),
        f"    {', '.join([*rules, f'can be booked {window}'])}",
    ]


def settings_json(settings: Settings, rules: Sequence[EventRule]) -> Json:
    return {
        "tentative_blocks": settings.tentative_blocks,
        "unanswered_blocks": settings.unanswered_blocks,
        "all_day": str(settings.all_day),
        "stays": [
            {"from": s.first.isoformat(), "to": s.last.isoformat(), "timezone": s.timezone} for s in settings.stays
        ],
        "events": [{"uid": r.uid, "blocks": str(r.blocks), "title": r.title} for r in rules],
    }


def settings_lines(settings: Settings, rules: Sequence[EventRule]) -> list[str]:
    all_day = {"follow": "count as they say", "always": "always block", "never": "never block"}[settings.all_day]
    return [
        f"Tentative events: {_blocks(settings.tentative_blocks)}",
        f"Invitations without your answer: {_blocks(settings.unanswered_blocks)}",
        f"All-day events {all_day}",
        *(f"From {s.first} to {s.last} you are in {s.timezone}" for s in settings.stays),
        *(
            f"{'Always' if r.blocks is Blocking.ALWAYS else 'Never'} blocks: {plain(r.title, 80)} ({plain(r.uid, 80)})"
            for r in rules
        ),
    ]


def _blocks(on: bool) -> str:
    return "block time" if on else "take no time"
