"""Calendar objects made to do harm, read from a server into a desk: bounded, told, and no busy time is lost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.hostile.feed import Calendar, script
from tests.hostile.measuring import LINUX, Child
from tests.hostile.texts import NINE, OBJECTS, one
from tests.sync.scripted import Scripted

MEMORY = 400.0
"""MB for all of them, one after the other; the largest is 20 MB long."""
PATIENCE = 100.0
"""Seconds of work for all of them; without their bounds, some of them alone take hours."""
QUIET = {"100,000 EXDATEs", "10,000 UIDs", "one line of 20 MB", "a million folds", "a UID twice", "NUL bytes",
         "bytes that are no UTF-8"}  # fmt: skip
"""Absurd, but all that takes time in them is read."""

BYTES = "bytes that are no UTF-8"

pytestmark = LINUX


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """What came of reading all of them from an account with a sound calendar before and after them."""
    harmful = {f"c{n}": Calendar(name, {"x.ics": made(name)}) for n, (name, made) in enumerate(OBJECTS.items())}
    sound = {name: Calendar(name.capitalize(), {"x.ics": one(name, *NINE)}) for name in ("before", "after")}
    harmful["bytes"] = Calendar(
        BYTES, {"x.ics": one(BYTES, *NINE, title="T\udcff\udce9").encode(errors="surrogateescape")}
    )
    calendars = {"before": sound["before"], **harmful, "after": sound["after"]}
    with Scripted(script(calendars)) as server, Child() as child:
        yield child.connect(server.url, tmp_path_factory.mktemp("texts") / "profile")


@pytest.mark.parametrize("name", [*OBJECTS, BYTES])
def test_its_time_is_blocked_and_what_is_wrong_is_told(read: Any, name: str) -> None:
    found = read["calendars"][name]
    assert found["read"] and found["covered"], found
    assert bool(found["problem"]) is (name not in QUIET), found
    assert found["problem"].isprintable() and len(found["problem"]) < 300


def test_the_others_are_read_and_the_cost_is_bounded(read: Any) -> None:
    assert read["code"] == ""
    for name in ("Before", "After"):
        assert read["calendars"][name] == {"problem": "", "read": True, "covered": True}
    assert read["grown"] < MEMORY and read["seconds"] < PATIENCE, read
