"""What stays between the host and this app: notes on bookings, preferences, what was told. iCloud never hears of it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from workestra_desktop.core import commands as ask
from workestra_desktop.core.booking import Booking
from workestra_desktop.core.mirror import JournalLine
from workestra_desktop.core.notice import Preferences
from workestra_desktop.core.said import said
from workestra_desktop.core.times import zone
from workestra_desktop.core.trouble import Code, fail
from workestra_desktop.core.undo import JOURNAL_LASTS

if TYPE_CHECKING:
    from workestra_desktop.sync.desk import Desk

_TAG = re.compile(r"[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8}){0,3}")
"""A language's tag as far as it is one at all (RFC 5646, 2.1); which there are is the window's matter."""

Note = ask.ShowJournal | ask.MarkNoShow | ask.ChangePreferences | ask.SeeNotices


def answer(desk: Desk, command: Note) -> tuple[JournalLine, ...] | Booking | Preferences | None:
    match command:
        case ask.ShowJournal():
            return show_journal(desk, command)
        case ask.MarkNoShow():
            return mark_no_show(desk, command)
        case ask.ChangePreferences():
            return change_preferences(desk, command.preferences)
        case ask.SeeNotices():
            with desk.store.transaction():
                desk.store.notices.see(command.up_to)
            return None
        case _:
            assert_never(command)


def show_journal(desk: Desk, question: ask.ShowJournal) -> tuple[JournalLine, ...]:
    since = desk.clock() - JOURNAL_LASTS
    return tuple(line for line in desk.journal(question.booking) if line.at >= since)


def mark_no_show(desk: Desk, command: ask.MarkNoShow) -> Booking:
    """Raises `bad_input` for a meeting that is cancelled or has not begun: nobody can have stayed away. A mark may be
    taken back whatever has become of the booking since."""
    name = desk.booking(command.booking).id
    with desk.store.transaction():
        booking, now = desk.booking(name), desk.clock()
        if booking.no_show == command.no_show:
            return booking
        if command.no_show and not booking.live:
            raise fail(Code.BAD_INPUT, said("“{booking}” is cancelled: nobody was expected.", booking=booking.title))
        if command.no_show and booking.start > now:
            raise fail(Code.BAD_INPUT, said("“{booking}” has not begun yet.", booking=booking.title))
        noted = replace(booking, no_show=command.no_show)
        desk.store.bookings.put(noted)
        what = "the guest did not come" if command.no_show else "the guest came after all"
        desk.store.journal.write(booking.id, now, what)
    return noted


def change_preferences(desk: Desk, wished: Preferences) -> Preferences:
    """Raises `bad_input` for a zone there is not, or what cannot be a language."""
    if wished.guest_zone:
        zone(wished.guest_zone)
    if wished.language and not _TAG.fullmatch(wished.language):
        raise fail(Code.BAD_INPUT, said("There is no language called “{language}”.", language=wished.language[:40]))
    with desk.store.transaction():
        desk.store.preferences.put(wished)
    return wished
