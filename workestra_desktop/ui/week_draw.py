"""What a span drawn into the week asks for."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from workestra_desktop.core.interval import Span
from workestra_desktop.core.week import Week
from workestra_desktop.ui.book_dialog import Preset
from workestra_desktop.ui.link_words import minutes_words
from workestra_desktop.ui.when import clock
from workestra_desktop.ui.words import link_title


def _tr(text: str) -> str:
    return QCoreApplication.translate("WeekDraw", text)


def preset_for(week: Week, drawn: Span, where: ZoneInfo) -> Preset:
    """The meeting at the start of `drawn`; where none can be booked there, the first one inside it; else the start of
    it, outside the rules. What was not taken as it was drawn is told."""
    inside = [slot for slot in week.slots if slot.start >= drawn.start and slot.end <= drawn.end]
    start = next((s.start for s in week.slots if s.start == drawn.start), inside[0].start if inside else drawn.start)
    bookable = any(slot.start == start for slot in week.slots)
    length = (drawn.end - drawn.start) // timedelta(minutes=1)
    said = []
    if not bookable:
        said.append(_tr("This time is outside the rules of “{link}”, or taken.").format(link=link_title(week.link)))
    elif start != drawn.start:
        said.append(_tr("The first free time in what you drew is {time}.").format(time=clock(start, where)))
    if length > week.minutes:
        text = _tr("You drew {drawn}; “{link}” takes {length}, from {time} on.")
        said.append(
            text.format(
                drawn=minutes_words(length),
                link=link_title(week.link),
                length=minutes_words(week.minutes),
                time=clock(start, where),
            )
        )
    return Preset(week.link.slug, week.minutes, start, outside=not bookable, note=" ".join(said))
