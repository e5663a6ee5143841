"""Row 36: whatever Apple's programs and others wrote into a calendar, its busy time is read right."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.icloud.oddities import ODDITIES
from tests.support.desks import MONDAY, Workplace, workplace
from tests.support.icloud import ICloud
from tests.sync.stage import sync
from workestra_desktop.core.interval import Span
from workestra_desktop.sync.dav import path_of

WEEK = Span(datetime(2027, 2, 27, tzinfo=UTC), MONDAY + timedelta(days=7))


def _spans(place: Workplace, path: str) -> tuple[str, ...]:
    return tuple(f"{b.start:%dT%H%M}/{b.end:%dT%H%M}" for b in place.desk.busy_blocks(WEEK) if b.href == path_of(path))


@pytest.mark.parametrize("entities", [False, True], ids=["cdata", "entities"])
def test_row_36_every_oddity_is_read_right_and_comes_back_byte_for_byte(
    icloud: ICloud, tmp_path: Path, entities: bool
) -> None:
    icloud.mkcalendar("work", "Work")
    paths = {name: icloud.put("work", f"{name}@odd.ics", odd.text) for name, odd in ODDITIES.items()}
    icloud.standin.switch(cdata=not entities)
    with workplace(tmp_path / "profile", icloud.url) as place:
        place.connect()
        read = {name: _spans(place, path) for name, path in paths.items()}
        assert read == {name: odd.busy for name, odd in ODDITIES.items()}
        assert place.desk.problems() == ()
        assert sync(place).changed == 0
    for name, path in paths.items():
        assert icloud.get(path)[0] == ODDITIES[name].text
