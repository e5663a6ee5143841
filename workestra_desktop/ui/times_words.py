"""Free times for a guest in the host's language and way of writing times, and what is said when they are copied."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from workestra_desktop.core.offer import Offer
from workestra_desktop.ui import when


def _tr(text: str) -> str:
    return QCoreApplication.translate("TimesWords", text)


def _trouble(text: str) -> str:
    return QCoreApplication.translate("Trouble", text)


class HostsVoice:
    """The `Voice` of `core/offer_words.py` in the window."""

    def say(self, template: str) -> str:
        return _trouble(template)

    def day(self, day: date) -> str:
        return when.day(day, year=True)

    def clock(self, moment: datetime, where: ZoneInfo) -> str:
        return when.clock(moment, where)


def days_words(days: int) -> str:
    return _tr("{days} days").format(days=days)


def copied_words(offer: Offer) -> str:
    """What went to the clipboard."""
    count = len(offer.slots)
    text = _tr("Copied 1 time for “{title}”.") if count == 1 else _tr("Copied {count} times for “{title}”.")
    return text.format(count=count, title=offer.title)


def copied_unnamed(offer: Offer) -> str:
    """The same for a host who shares the screen."""
    count = len(offer.slots)
    return _tr("Copied 1 time.") if count == 1 else _tr("Copied {count} times.").format(count=count)


def nothing_words(days: int, first: date | None) -> str:
    """`first` is the day they begin with; None: today."""
    if first is not None:
        text = _tr(
            "No free time in {days} days from {day} on. Choose other days, or see on the week page what is in the way."
        )
        return text.format(days=days, day=when.day(first, year=True))
    text = _tr("No free time in {days} days from today. Choose more days, or see on the week page what is in the way.")
    return text.format(days=days)


def not_copied_words(days: int) -> str:
    """For the tray, where nothing can be chosen."""
    text = _tr("Nothing copied: no free time in {days} days from today. The clipboard is as it was.")
    return text.format(days=days)


def no_link_words() -> str:
    return _tr("There are no times to copy without a booking link. Make one under “Booking links”.")
