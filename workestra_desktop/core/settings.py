"""What the host has decided about free and busy, beyond the choice of calendars (product rules [14-19])."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from workestra_desktop.core.calendar import AllDay
from workestra_desktop.core.said import said
from workestra_desktop.core.times import YEARS, zone
from workestra_desktop.core.trouble import Code, fail
from workestra_desktop.core.whereabouts import Stay

MOST_STAYS = 200


@dataclass(frozen=True, slots=True)
class Settings:
    """`stays` are the host's journeys, in order of their first day."""

    tentative_blocks: bool = True
    unanswered_blocks: bool = True
    all_day: AllDay = AllDay.FOLLOW
    stays: tuple[Stay, ...] = ()


class Blocking(StrEnum):
    """How one event counts: by the settings, or by the host's word."""

    USUAL = "usual"
    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class EventRule:
    """The host's word on the events with `uid`. `title` is the event's when the word was given."""

    uid: str
    blocks: Blocking
    title: str


def checked_settings(settings: Settings) -> Settings:
    """`settings` with its stays in order; `bad_input` naming the first thing that is not possible."""
    for stay in settings.stays:
        zone(stay.timezone)
        if stay.last < stay.first:
            raise fail(Code.BAD_INPUT, "A stay ends before it begins.")
        if stay.first.year not in YEARS or stay.last.year not in YEARS:
            far = said("Days lie in the years {first} to {last}.", first=YEARS[0], last=YEARS[-1])
            raise fail(Code.BAD_INPUT, far)
    if len(settings.stays) > MOST_STAYS:
        raise fail(Code.BAD_INPUT, said("More than {most} stays are not kept.", most=MOST_STAYS))
    ordered = tuple(sorted(settings.stays, key=lambda stay: (stay.first, stay.last)))
    for earlier, later in pairwise(ordered):
        if later.first <= earlier.last:
            both = said("Two stays overlap: {first} and {second}.", first=earlier.timezone, second=later.timezone)
            raise fail(Code.BAD_INPUT, both)
    return Settings(settings.tentative_blocks, settings.unanswered_blocks, settings.all_day, ordered)
