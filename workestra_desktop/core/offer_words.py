"""An offer as a guest reads it: sentences and lines, still without any markup."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Protocol
from zoneinfo import ZoneInfo

from workestra_desktop.core.offer import Line, Offer, lines, zones
from workestra_desktop.core.plain import plain


class Voice(Protocol):
    """A language: `say` gives its sentence for an English template, with the same {placeholders}."""

    def say(self, template: str) -> str: ...
    def day(self, day: date) -> str: ...
    def clock(self, moment: datetime, where: ZoneInfo) -> str: ...


class EnglishVoice:
    """The command's language, whatever the locale."""

    def say(self, template: str) -> str:
        return template

    def day(self, day: date) -> str:
        """`Tue 1 Dec 2026`."""
        return f"{day:%a} {day.day} {day:%b} {day.year}"

    def clock(self, moment: datetime, where: ZoneInfo) -> str:
        return f"{moment.astimezone(where):%H:%M}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is sent. `days`: each day of the host's with its lines, each with its number. All of it is plain text."""

    head: str
    days: tuple[tuple[str, tuple[tuple[int, str], ...]], ...]
    foot: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """One line as an event in the guest's calendar; `zone` (IANA) is the one its times are written in."""

    start: datetime
    end: datetime
    zone: str
    title: str
    about: str


def sheet(offer: Offer, voice: Voice) -> Sheet:
    """`offer` in words. Raises `Failure` (`bad_input`) for a zone there is not; ValueError if it offers nothing."""
    where, told = zones(offer), lines(offer)
    if not told.shown:
        raise ValueError("nothing is offered")
    head = voice.say("These times are free for “{title}” ({length}):")
    foot = [_answer(told.shown, voice)]
    if told.left == 1:
        foot.insert(0, voice.say("One later time is free as well."))
    elif told.left:
        foot.insert(0, voice.say("{count} later times are free as well.").format(count=told.left))
    days = groupby(told.shown, key=lambda line: line.first.start.astimezone(where[0]).date())
    return Sheet(
        head.format(title=_title(offer), length=_length(_minutes(offer), voice)),
        tuple((voice.day(day), tuple((line.number, _line(line, where, voice)) for line in same)) for day, same in days),
        " ".join(foot),
    )


def proposals(offer: Offer, voice: Voice) -> tuple[Proposal, ...]:
    """Every line as an event that takes nobody's time."""
    where = zones(offer)
    title = voice.say("Proposed: {title} ({length})")
    title = title.format(title=_title(offer), length=_length(_minutes(offer), voice))
    note = voice.say("Only proposed, not booked.")
    found = []
    for line in lines(offer).shown:
        day = voice.day(line.first.start.astimezone(where[0]).date())
        about = f"{line.number}. {day}, {_line(line, where, voice)}\n{note}"
        found.append(Proposal(line.first.start, line.last.end, offer.timezone, title, about))
    return tuple(found)


def _answer(shown: Sequence[Line], voice: Voice) -> str:
    if any(line.step is not None for line in shown):
        return voice.say("Please answer with a number and a start. Nothing is booked until it is confirmed.")
    return voice.say("Please answer with a number. Nothing is booked until it is confirmed.")


def _title(offer: Offer) -> str:
    return plain(offer.title, 80)


def _minutes(offer: Offer) -> int:
    return (offer.slots[0].end - offer.slots[0].start) // timedelta(minutes=1)


def _length(minutes: int, voice: Voice) -> str:
    hours, rest = divmod(minutes, 60)
    if not hours:
        return voice.say("{minutes} min").format(minutes=rest)
    if not rest:
        return voice.say("{hours} h").format(hours=hours)
    return voice.say("{hours} h {minutes} min").format(hours=hours, minutes=rest)


def _line(line: Line, where: Sequence[ZoneInfo], voice: Voice) -> str:
    """`09:00–12:00 (Berlin, UTC+1) = 17:00–20:00 (Tokyo, UTC+9), a start every 30 min, the last at …`."""
    day = line.first.start.astimezone(where[0]).date()
    times = " = ".join(_times(line, day, each, voice) for each in where)
    if line.step is None:
        return times
    last = " = ".join(voice.clock(line.last.start, each) for each in where)
    starts = voice.say("{times}, a start every {step}, the last at {last}")
    return starts.format(times=times, step=_length(line.step // timedelta(minutes=1), voice), last=last)


def _times(line: Line, day: date, where: ZoneInfo, voice: Voice) -> str:
    """From when to when in `where`. The days are named where they are not the `day` that the line stands under."""
    start, end = line.first.start, line.last.end
    first, last = start.astimezone(where).date(), end.astimezone(where).date()
    words = {"start": voice.clock(start, where), "end": voice.clock(end, where), "place": _place(start, where)}
    if _offset(start, where) != _offset(end, where):
        words["end"] = f"{words['end']} ({_offset(end, where)})"
    if first not in (day, last):
        text = voice.say("{first}, {start}–{last}, {end} ({place})")
    elif last != first:
        text = voice.say("{start}–{last}, {end} ({place})")
    elif first != day:
        text = voice.say("{first}, {start}–{end} ({place})")
    else:
        text = voice.say("{start}–{end} ({place})")
    return text.format(first=voice.day(first), last=voice.day(last), **words)


def _place(moment: datetime, where: ZoneInfo) -> str:
    """`Berlin, UTC+1`; a zone that names no place is its offset alone."""
    area, slash, city = where.key.rpartition("/")
    if not slash or area == "Etc":
        return _offset(moment, where)
    return f"{city.replace('_', ' ')}, {_offset(moment, where)}"


def _offset(moment: datetime, where: ZoneInfo) -> str:
    """`UTC`, `UTC+1`, `UTC−3:30`."""
    seconds = int((moment.astimezone(where).utcoffset() or timedelta()).total_seconds())
    sign, minutes = "−" if seconds < 0 else "+", abs(seconds) // 60
    if not minutes:
        return "UTC"
    hours, rest = divmod(minutes, 60)
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")
