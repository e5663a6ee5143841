"""The demo tells the main job through the real window; only what the stand-in for iCloud confirms is believed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.servers import ROOT

ROWS = ["connected", "computed", "confirmed", "explained", "rescheduled", "polled", "cancelled", "polled", "pictures"]
PAGES = {
    "connect", "calendars", "connected", "bookings-empty", "new-booking", "bookings", "reschedule", "bookings-moved",
    "cancel", "bookings-cancelled", "week", "links", "free-and-busy",
}  # fmt: skip

FORGETFUL = """
import sys
from workestra_desktop.demo import __main__ as demo, telling
from workestra_desktop.demo.icloud.client import StandIn

telling.PATIENCE = 8.0
real = StandIn.get

def forgotten(self, path):
    # As a server that confirms a new event and has lost it a moment later.
    found = real(self, path)
    return None if found is not None and {what!r} in found[0] else found

StandIn.get = forgotten
sys.exit(demo.main(["--pictures", sys.argv[1]]))
"""

INDISCREET = """
import sys
from workestra_desktop.demo import __main__ as demo
from workestra_desktop.demo.icloud.client import StandIn

real = StandIn.mails
StandIn.mails = lambda self: [*real(self), "invitation to ada@example.org"]
sys.exit(demo.main(["--pictures", sys.argv[1]]))
"""


def demo(*command: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=150, check=False
    )


def told(lines: list[str]) -> list[tuple[str, str, set[str]]]:
    """Each row of the story: its event, the request it names, and the methods of what was sent for it."""
    rows: list[tuple[str, str, set[str]]] = []
    for line in lines:
        words = line.split()
        if words[1:2] == ["→"]:
            rows.append((words[0], words[2], set()))
        elif line.startswith(" ") and rows:
            rows[-1][2].add(words[0])
    return rows


@pytest.mark.timeout(180)
def test_the_whole_story_is_confirmed_and_pictured(tmp_path: Path) -> None:
    done = demo("-m", "workestra_desktop.demo", "--pictures", str(tmp_path / "pictures"))

    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    rows = told(lines)
    assert [event for event, _, _ in rows] == ROWS
    assert "Apple mailed nobody and notified nobody, and saw one request at a time." in lines
    assert lines[-1] == "Every step was confirmed by reading the stand-in for iCloud back."
    named = {event: request for event, request, _ in rows}
    assert {named[e] for e in ("computed", "polled")} == {"REPORT"}
    assert (named["confirmed"], named["rescheduled"], named["cancelled"]) == ("PUT", "PUT", "DELETE")
    assert named["explained"] == "(none)"
    for event, request, sent in rows[:-1]:
        assert (request in sent) == (event != "explained"), event
    folder = tmp_path / "pictures"
    pictures = {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*.png")}
    assert pictures.keys() == {f"{page}.png" for page in PAGES} | {f"dark/{page}.png" for page in PAGES}
    for picture in pictures.values():
        assert picture.startswith(b"\x89PNG\r\n")
        assert len(picture) > 5000
    assert len(set(pictures.values())) == len(pictures)
    assert done.stderr == ""


@pytest.mark.timeout(180)
def test_a_lost_event_is_not_believed(tmp_path: Path) -> None:
    """The stand-in takes the PUT and has nothing afterwards: the story ends there, with exit code 1."""
    done = demo("-c", FORGETFUL.format(what="Ada Lovelace"), str(tmp_path / "pictures"))

    assert done.returncode == 1, done.stdout
    assert "Not confirmed: the event is in iCloud" in done.stderr
    assert "Traceback" not in done.stderr
    assert "Every step was confirmed" not in done.stdout
    assert [event for event, _, _ in told(done.stdout.splitlines())] == ["connected", "computed"]


@pytest.mark.timeout(180)
def test_a_mail_to_a_guest_spoils_the_whole_story(tmp_path: Path) -> None:
    done = demo("-c", INDISCREET, str(tmp_path / "pictures"))

    assert done.returncode == 1, done.stdout
    assert done.stderr.splitlines()[-1] == "Not confirmed: no guest was mailed"
    assert [event for event, _, _ in told(done.stdout.splitlines())] == ROWS[:-1]
