"""The command's words carry what the profile knows: how old free times are, what waits, which calendar is lost."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.command import Workestra
from tests.cli.warm import Warm
from tests.support.icloud import ICloud


@pytest.fixture
def host(icloud: ICloud, tmp_path: Path, warm: Warm | None) -> Workestra:
    icloud.mkcalendar("work", "Work", order=1)
    icloud.mkcalendar("family", "Family", order=2)
    workestra = Workestra(tmp_path, icloud.url, warm=warm)
    workestra.connect(icloud)
    return workestra


def test_offline_tells_how_old_free_times_are(icloud: ICloud, host: Workestra) -> None:
    icloud.stop()
    failed = host.run("sync", "--json")
    error = json.loads(failed.stdout)["error"]
    assert error["code"] == "offline"
    aged = (
        r"Free times are from (\d\d:\d\d today|\w{3} \d+ \w{3}, \d\d:\d\d);"
        r" new bookings wait until the connection is back\."
    )
    assert re.fullmatch(aged, error["message"])
    (problem,) = host("status")["problems"]
    assert problem["message"] == error["message"]
    lines = host.run("sync").stderr.splitlines()
    assert lines[0] == "You're offline."
    assert re.fullmatch(aged, lines[1])
    assert lines[2] == "Next step: Try now."


def test_a_lost_calendar_and_what_was_in_it(icloud: ICloud, host: Workestra) -> None:
    start = "2031-12-01T10:00+01:00"
    host("book", "meeting", "--start", start, "--guest", "Jo", "--outside-rules")
    icloud.rmcalendar("work")
    assert [p["code"] for p in host("sync")["problems"]] == ["calendar_gone"]  # a 403, which may pass
    assert "Problem: “Work” is gone from iCloud." in host.run("sync").stdout
    (problem,) = host("status")["problems"]
    assert (problem["code"], problem["title"], problem["action"]) == (
        "calendar_gone", "“Work” is gone from iCloud", "Choose another calendar",
    )  # fmt: skip
    assert problem["message"] == (
        "It was deleted or is no longer shared. 1 coming booking was in it. Nothing was cancelled."
    )
    refused = host(
        "book", "meeting", "--start", "2031-12-02T10:00+01:00", "--guest", "Jo", "--outside-rules", exit_code=1
    )
    assert refused["error"]["title"] == "“Work” is gone from iCloud"


def test_withdrawn_tells_what_waits(icloud: ICloud, host: Workestra) -> None:
    host("book", "meeting", "--start", "2031-12-01T10:00+01:00", "--guest", "Jo", "--outside-rules", "--offline")
    icloud.set_password("zzzz-zzzz-zzzz-zzzz")
    error = host("sync", exit_code=1)["error"]
    assert (error["code"], error["title"]) == ("sign_in_refused", "Apple refused the password in use")
    assert "Workestra checks again at the next sync" in error["message"]
