"""`workestra pause` and `resume`: until when, and what `status` says meanwhile."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.support.icloud import ICloud
from workestra_desktop.assembly import host_zone
from workestra_desktop.cli import main

Says = Callable[..., str]


@pytest.fixture
def says(capsys: pytest.CaptureFixture[str]) -> Says:
    """Runs the command in this process, on a profile of its own, and returns what it printed."""

    def run(*arguments: str, exit_code: int = 0) -> str:
        assert main(arguments) == exit_code
        return capsys.readouterr().out

    return run


def until(said: str) -> datetime:
    document = json.loads(said)
    assert set(document) == {"paused_until"}
    return datetime.fromisoformat(document["paused_until"])


def test_the_ends_of_a_pause(says: Says) -> None:
    before = datetime.now(UTC) - timedelta(seconds=1)
    assert json.loads(says("pause", "--json")) == {"paused_until": "9999-01-01T00:00:00+00:00"}
    hours = until(says("pause", "--hours", "1.5", "--json")) - timedelta(hours=1.5)
    assert before <= hours <= datetime.now(UTC)
    tomorrow = until(says("pause", "--until-tomorrow", "--json"))
    midnight = tomorrow.astimezone(ZoneInfo(host_zone()))
    assert (midnight.hour, midnight.minute) == (0, 0)
    assert timedelta() < tomorrow - before <= timedelta(hours=26)
    chosen = "2100-07-01T14:00:00+02:00"
    assert until(says("pause", "--until", chosen, "--json")) == datetime.fromisoformat(chosen)
    for _ in range(2):
        assert json.loads(says("resume", "--json")) == {"paused_until": None}


def test_in_words(says: Says) -> None:
    assert says("pause") == "Paused until you resume.\n"
    assert says("pause", "--until", "2100-07-01T14:00").startswith("Paused until Thu 2100-07-01 14:00 ")
    assert says("resume") == "Not paused.\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--until", "2020-01-01T10:00"],
        ["--until", "noon"],
        ["--hours", "0"],
        ["--hours", "-1"],
        ["--hours", "nan"],
        ["--hours", "1e9"],
        ["--hours", "two"],
        ["--hours", "1", "--until-tomorrow"],
        ["--until", "2100-01-01", "--hours", "1"],
    ],
)
def test_what_is_no_end(says: Says, arguments: list[str]) -> None:
    refused = json.loads(says("pause", *arguments, "--json", exit_code=2))
    assert refused["error"]["code"] == "bad_input"
    assert refused["error"]["message"]
    assert json.loads(says("status", "--json"))["state"] == "not_connected"


def test_status_says_so_and_what_is_done_by_hand_works(
    says: Says, icloud: ICloud, monkeypatch: pytest.MonkeyPatch
) -> None:
    icloud.mkcalendar("work", "Work")
    monkeypatch.setenv("WORKESTRA_ENDPOINT", icloud.url)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f"{icloud.password}\n".encode())))
    says("connect", "--apple-id", icloud.user, "--password-stdin")
    says("pause", "--hours", "1")
    start = (datetime.now(UTC) + timedelta(days=2)).isoformat()
    says("book", "meeting", "--start", start, "--guest", "Ada Lovelace", "--outside-rules", "--offline")
    assert json.loads(says("sync", "--json"))["written"] == 1
    status = json.loads(says("status", "--json"))
    assert status["state"] == "paused"
    assert datetime.fromisoformat(status["paused_until"]) > datetime.now(UTC)
    assert len(icloud.list("work")) == 1
    says("resume")
    status = json.loads(says("status", "--json"))
    assert (status["state"], status["paused_until"]) == ("up_to_date", None)
