"""The part of the story about free and busy: the week, why a minute is grey, and what a change of the link would do."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from workestra_desktop.core.calendar import Block
from workestra_desktop.core.week import Week
from workestra_desktop.demo.telling import confirm, until
from workestra_desktop.ui.link_dialog import LinkDialog
from workestra_desktop.ui.settings_dialog import SettingsDialog
from workestra_desktop.ui.window import MainWindow

MINUTE = timedelta(minutes=1)


class WeekStory:
    """`is_free(start)` asks the stand-in itself whether a half hour is free; `picture` saves what is on screen."""

    def __init__(
        self,
        window: MainWindow,
        is_free: Callable[[datetime], bool],
        picture: Callable[[str, QWidget | None], None],
        settle: Callable[[], Awaitable[None]],
    ) -> None:
        self._window, self._page = window, window.week_page
        self._is_free, self._picture, self._settle = is_free, picture, settle

    async def tell(self, monday: datetime) -> str:
        """Looks at the week that begins with `monday` (an instant); returns what was seen, in a line."""
        week = await self._look_at(monday)
        dentist = next(b for b in week.blocks if b.title == "Dentist")
        await self._explain(dentist)
        open_minutes = self._check_each_minute(week)
        await self._edit_the_link()
        await self._see_the_settings()
        self._page.bar.switch.bookings.click()
        minutes = int((week.span.end - week.span.start) / MINUTE)
        return f"{minutes} minutes: {open_minutes} can be booked, each of the others says why"

    async def _look_at(self, monday: datetime) -> Week:
        self._window.bookings_page.switch.week.click()
        self._page.go_to(monday + timedelta(hours=9))

        def shown() -> bool:
            week = self._page.week
            return week is not None and week.span.start == monday

        await until("the week", shown)
        week = self._page.week
        assert week is not None
        return week

    async def _explain(self, block: Block) -> None:
        self._page.point(block.start + timedelta(minutes=40))
        await self._settle()
        told = [text.text() for card in self._page.panel.cards for text in card.findChildren(QLabel)]
        confirm("the panel names the event", any(block.title in text for text in told))
        self._picture("week", None)

    def _check_each_minute(self, week: Week) -> int:
        """Each minute is open or has a reason, and no slot is on anything that the stand-in's own calendars have."""
        moment, opened = week.span.start, 0
        while moment < week.span.end:
            stretch = week.at(moment)
            confirm(f"an answer for {moment}", stretch is not None)
            opened += stretch is not None and stretch.open
            moment += MINUTE
        for slot in week.slots:
            confirm(f"{slot.start} is free in iCloud", self._is_free(slot.start))
        return opened

    async def _edit_the_link(self) -> None:
        self._window.edit_link("meeting")
        dialog = next(d for d in self._window.findChildren(LinkDialog) if d.isVisible())
        dialog.findChildren(QLineEdit, "window_end")[0].setText("19:00")
        await until("the preview", lambda: bool(dialog.preview.trial and dialog.preview.trial.gained))
        await self._settle()
        self._picture("links", dialog)
        dialog.done(0)
        await until("the dialog to close", lambda: not dialog.isVisible())

    async def _see_the_settings(self) -> None:
        self._window.change_settings()
        dialog = next(d for d in self._window.findChildren(SettingsDialog) if d.isVisible())
        await self._settle()
        self._picture("free-and-busy", dialog)
        dialog.done(0)
        await until("the dialog to close", lambda: not dialog.isVisible())
