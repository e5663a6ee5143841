"""The rows of the fact sheet's §9 that no naive call falls over, seen from the app; no row is without a test."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.support.desks import MONDAY, Workplace
from tests.support.icalendars import event
from tests.support.icloud import ICloud
from tests.support.servers import ROOT
from tests.sync.stage import TEN, cancel, move, quiet_poll, sync
from workestra_desktop.core.booking import InCloud
from workestra_desktop.core.interval import Span

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)

STAND_IN_ONLY = {10, 38, 39}
"""Rows of priority C: the app never asks for everything, nor comes near a limit, nor writes outside a calendar."""


def test_row_5_every_request_says_who_asks(icloud: ICloud, fresh: Workplace) -> None:
    fresh.connect()
    booking = fresh.book(TEN)
    move(fresh, booking, TEN + DAY)
    cancel(fresh, booking)
    sync(fresh, full=True)
    sent = icloud.standin.log()
    assert {e.method for e in sent} >= {"PROPFIND", "REPORT", "PUT", "DELETE"}
    assert all(e.headers["user-agent"].startswith("Workestra-Desktop/") for e in sent)


@pytest.mark.parametrize("cdata", [True, False], ids=["cdata", "entities"])
def test_row_7_the_style_of_the_xml_is_no_matter(icloud: ICloud, fresh: Workplace, cdata: bool) -> None:
    icloud.standin.switch(cdata=cdata)
    icloud.standin.rename("family", "R&D <“x”>")
    text = event("one", TEN, TEN + HOUR, summary="a & b < c ]] > ü")
    path = icloud.put("family", "one.ics", text)
    fresh.connect()
    assert [c.name for c in fresh.desk.calendars()] == ["Work", "R&D <“x”>"]
    (block,) = fresh.desk.busy_blocks(Span(MONDAY, MONDAY + 2 * DAY))
    assert (block.start, block.title) == (TEN, "a & b < c ]] > ü")
    assert icloud.get(path)[0] == text


def test_row_8_the_principal_may_call_itself_by_another_name(icloud: ICloud, fresh: Workplace) -> None:
    icloud.standin.switch(bare_principal=True)
    fresh.connect()
    account = fresh.store.account.get()
    assert account is not None
    assert account.principal == "/17149682/principal/"
    assert fresh.book(TEN).sync is InCloud.SYNCED


def test_row_10_nothing_asks_for_everything(icloud: ICloud, fresh: Workplace) -> None:
    fresh.connect()
    sync(fresh, full=True)
    asked = icloud.standin.log("PROPFIND")
    assert asked and all("<" in e.body and "allprop" not in e.body for e in asked)


def test_row_12_a_tag_that_stands_still_is_one_request(icloud: ICloud, fresh: Workplace) -> None:
    for number in range(5):
        icloud.mkcalendar(f"more-{number}")
    icloud.put("work", "one.ics", event("one", TEN, TEN + HOUR))
    fresh.connect()
    assert quiet_poll(fresh).requests == 1
    icloud.put("family", "two.ics", event("two", TEN, TEN + HOUR))
    icloud.standin.forget_log()
    quiet_poll(fresh)
    assert {e.path for e in icloud.standin.log("REPORT")} == {f"{icloud.home}family/"}, "the others are left alone"


def test_row_17_events_are_asked_for_whole(icloud: ICloud, place: Workplace) -> None:
    icloud.put("work", "one.ics", event("one", TEN, TEN + HOUR))
    sync(place)
    place.book(TEN + DAY)
    asked = [e.body for e in icloud.standin.log("REPORT") if "calendar-data" in e.body]
    assert asked
    assert not any(re.search(r"calendar-data[^/>]*>\s*<\w*:?comp\b", body) for body in asked)


def test_row_22_two_edits_in_one_second_are_two_etags(icloud: ICloud, place: Workplace) -> None:
    icloud.standin.clock(at=MONDAY)
    for hours in range(3):
        start = TEN + hours * HOUR
        icloud.put("work", "one.ics", event("one", start, start + HOUR))
        assert sync(place).changed == 1
        (block,) = place.desk.busy_blocks(Span(MONDAY, MONDAY + DAY))
        assert block.start == start


# --------------------------------------------------------------------------------------------------- no row untested


def _rows_told(file: Path) -> Iterator[int]:
    """The rows that the tests of a file name: `test_row_16_…`, or “row 16” in a test's docstring."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            yield from map(int, re.findall(r"_row_(\d+)_", node.name))
            yield from map(int, re.findall(r"\b[Rr]ow (\d+)", ast.get_docstring(node) or ""))


def test_every_row_has_a_test_of_the_app_and_one_of_the_stand_in() -> None:
    table = (ROOT / "docs" / "icloud.md").read_text("utf-8")
    rows = [int(number) for number in re.findall(r"^\| (\d+) \|", table, re.MULTILINE)]
    assert rows == list(range(1, 40))
    files = [file for folder in ("icloud", "sync", "contract") for file in (ROOT / "tests" / folder).glob("test_*.py")]
    of_stand_in = {f for f in files if f.name.startswith(("test_cloud_", "test_transport"))}
    app = {row for file in set(files) - of_stand_in for row in _rows_told(file)}
    stand_in = {row for file in of_stand_in for row in _rows_told(file)}
    assert set(rows) - app - STAND_IN_ONLY == set()
    # What the transport does (docs/icloud.md) and what the phone stores are tested without the row's number.
    assert set(rows) - stand_in - {32, 33, 36} == set()
