"""How things stand in one line, with a pause and its end."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from workestra_desktop.core.pause import UNTIL_RESUMED
from workestra_desktop.core.snapshot import Snapshot, State
from workestra_desktop.ui.when import moment_words, zone_of
from workestra_desktop.ui.words import changes_wait, state_line


def _tr(text: str) -> str:
    return QCoreApplication.translate("Words", text)


def standing(snapshot: Snapshot, now: datetime) -> str:
    """As `state_line`; while a pause lasts its end stands where else the next look at iCloud does."""
    until = snapshot.paused_until
    if until is None:
        return state_line(snapshot, now)
    if until >= UNTIL_RESUMED:
        paused = _tr("Paused until you resume")
    else:
        paused = _tr("Paused until {time}").format(time=moment_words(until, zone_of(snapshot.host_zone), now))
    if snapshot.state is not State.PAUSED:
        other = state_line(replace(snapshot, next_poll=None), now)
        return other if snapshot.state in (State.SYNCING, State.NOT_CONNECTED) else f"{other} · {paused}"
    return f"{paused} · {changes_wait(snapshot.waiting)}" if snapshot.waiting else paused
