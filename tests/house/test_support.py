"""The keychains and the calendar texts of the tests are what they claim to be."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import keyring
import keyring.errors
import pytest

from tests.support.icalendars import AMSTERDAM, event, vcalendar, vevent
from tests.support.keyring_backend import MemoryKeyring, RefusingKeyring

ROOT = Path(__file__).resolve().parents[2]


def test_every_test_has_an_empty_keychain_in_memory(keychain: MemoryKeyring) -> None:
    assert keyring.get_keyring() is keychain
    assert keychain.passwords == {}

    keyring.set_password("service", "host", "secret")

    assert keyring.get_password("service", "host") == "secret"
    keyring.delete_password("service", "host")
    assert keyring.get_password("service", "host") is None
    with pytest.raises(keyring.errors.PasswordDeleteError):
        keyring.delete_password("service", "host")


def test_the_file_keychain_is_shared_by_processes(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PYTHON_KEYRING_BACKEND": "tests.support.keyring_backend.FileKeyring",
        "WORKESTRA_TEST_KEYRING": str(tmp_path / "keys.json"),
    }

    def elsewhere(code: str) -> str:
        command = [sys.executable, "-c", f"import keyring; print(keyring.{code})"]
        done = subprocess.run(
            command, env=environment, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=True
        )
        return done.stdout.strip()

    elsewhere("set_password('service', 'host', 'secret')")
    assert elsewhere("get_password('service', 'host')") == "secret"
    elsewhere("delete_password('service', 'host')")
    assert elsewhere("get_password('service', 'host')") == "None"


def test_the_refusing_keychain_refuses() -> None:
    refusing = RefusingKeyring()
    with pytest.raises(keyring.errors.KeyringError):
        refusing.get_password("service", "host")
    with pytest.raises(keyring.errors.KeyringError):
        refusing.set_password("service", "host", "secret")


def test_an_event_says_the_times_it_was_given() -> None:
    amsterdam = datetime(2026, 12, 1, 9, tzinfo=ZoneInfo("Europe/Amsterdam"))
    text = event("one@tests", amsterdam, datetime(2026, 12, 1, 10, tzinfo=UTC), "LOCATION:Room 5", summary="Talk")

    (read,) = icalendar.Calendar.from_ical(text).events

    assert read.start == amsterdam
    assert read.end == datetime(2026, 12, 1, 10, tzinfo=UTC)
    assert (read["UID"], read["SUMMARY"], read["LOCATION"]) == ("one@tests", "Talk", "Room 5")
    assert text.count("BEGIN:VTIMEZONE") == 1
    assert "\n" not in text.replace("\r\n", "")


def test_dates_floating_times_and_several_events_are_written_as_such() -> None:
    text = vcalendar(
        vevent("a@tests", date(2026, 12, 1), None), vevent("b@tests", datetime(2026, 12, 1, 9), None), zones=[AMSTERDAM]
    )

    assert "DTSTART;VALUE=DATE:20261201\r\n" in text
    assert "DTSTART:20261201T090000\r\n" in text
    assert [e["UID"] for e in icalendar.Calendar.from_ical(text).events] == ["a@tests", "b@tests"]
