"""The settings, section by section, with something in each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from tests.support.place import BOOKINGS, FakeLogin, Place, at_home, shown
from tests.support.snapshots import CALENDARS, NOW, a_snapshot
from tests.ui.conftest import Scene
from workestra_desktop.core.mirror import DailyCopies
from workestra_desktop.core.settings import Settings
from workestra_desktop.core.snapshot import State
from workestra_desktop.core.trouble import Code, Trouble
from workestra_desktop.core.whereabouts import Stay
from workestra_desktop.ui.settings_dialog import SettingsDialog
from workestra_desktop.ui.settings_frame import Section

_AWAY = Stay(date(2026, 12, 1), date(2026, 12, 4), "America/Argentina/Buenos_Aires")
_FULL = a_snapshot(
    *BOOKINGS,
    state=State.ATTENTION,
    problems=(Trouble(Code.RECONNECT_NEEDED), Trouble(Code.OFFLINE)),
    hosts=(("caldav.icloud.com", 1432), ("p42-caldav.icloud.com", 1)),
    copies=DailyCopies("/home/somebody/Documents/Workestra/backups", date(2026, 11, 22)),
    settings=Settings(stays=(_AWAY,)),
    calendars=(*CALENDARS[:2], replace(CALENDARS[2], problem=Trouble(Code.CALENDAR_GONE, subject="Family"))),
)


async def _section(section: Section, scene: Scene) -> QWidget:
    await at_home(scene)
    dialog = SettingsDialog(scene.courier, _FULL, lambda: NOW + timedelta(minutes=3), scene.window, FakeLogin())
    dialog.show_section(section)
    return await shown(scene, dialog)


async def _leaving(scene: Scene) -> QWidget:
    await at_home(scene)
    dialog = SettingsDialog(scene.courier, replace(_FULL, problems=()), lambda: NOW, scene.window, FakeLogin())
    await shown(scene, dialog)
    dialog.connection.erase.click()
    await scene.settle()
    return dialog


SETTINGS = (
    *(Place(f"settings {section.value}", partial(_section, section)) for section in Section),
    Place("leaving", _leaving),
)
