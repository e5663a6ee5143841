"""The command line itself: where options may stand, what errors look like, what is not imported."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command import Workestra
from workestra_desktop import cli_run
from workestra_desktop.cli import main
from workestra_desktop.cli_link import changed_link
from workestra_desktop.core.link import Override, first_link
from workestra_desktop.core.snapshot import Progress
from workestra_desktop.core.trouble import Code, Failure

COMMANDS = "book bookings busy calendars cancel connect disconnect link links reschedule show slots status sync"
FRESH = {"waiting", "state", "connected", "apple_id", "last_poll", "next_poll", "problems", "mirror", "next_booking"}


@pytest.fixture
def nowhere(tmp_path: Path) -> Workestra:
    """A fresh profile at an endpoint where nobody listens."""
    return Workestra(tmp_path, "http://127.0.0.1:9/")


@pytest.mark.parametrize("arguments", [["--json", "status"], ["status", "--json"], ["links", "--json"]])
def test_json_may_stand_before_and_after(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 0
    json.loads(capsys.readouterr().out)


def test_a_group_takes_the_options_in_its_middle(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    elsewhere = str(tmp_path / "elsewhere")
    assert main(["link", "--json", "--profile", elsewhere, "set", "yoga"]) == 0
    assert [link["slug"] for link in json.loads(capsys.readouterr().out)] == ["meeting", "yoga"]
    assert main(["--profile", elsewhere, "links", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 2
    assert main(["links", "--json"]) == 0
    assert [link["slug"] for link in json.loads(capsys.readouterr().out)] == ["meeting"]


def test_a_value_that_looks_like_an_option_stays_a_value(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["link", "set", "meeting", "--location", "--json"]) == 0
    assert capsys.readouterr().out.startswith("meeting: ")
    assert main(["links", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["location"] == "--json"


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["nonsense"],
        ["status", "extra"],
        ["status", "--bogus"],
        ["book"],
        ["book", "meeting", "--start", "2030-01-01T10:00Z"],
        ["slots", "meeting", "--from", "2030-01-01", "--to", "2030-01-02", "--minutes", "x"],
        ["bookings", "--status", "lost"],
        ["calendars", "Work"],
        ["--profile"],
        ["connect", "--apple-id", "anna@example.com"],
        ["link", "set"],
    ],
)
def test_wrong_usage_is_exit_2(arguments: list[str], nowhere: Workestra) -> None:
    plain = nowhere.run(*arguments)
    assert (plain.returncode, plain.stdout) == (2, "")
    assert "Usage: workestra" in plain.stderr or plain.stderr.startswith("Error: ")
    assert nowhere.error("--json", *arguments, exit_code=2) == "bad_input"


@pytest.mark.parametrize(
    "arguments",
    [
        ["bookings", "--from", "noon"],
        ["busy", "--from", "2030-01-02", "--to", "2030-01-01"],
        ["link", "set", "No Slug"],
        ["link", "set", "x", "--hours", "all day"],
        ["link", "set", "x", "--step", "3"],
        ["link", "set", "x", "--minutes", "-30"],
        ["link", "set", "x", "--title", "\udcff"],
        ["--profile", "", "status"],
    ],
)
def test_wrong_input_is_exit_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*arguments, "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "bad_input"
    assert main(arguments) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("That can't be used.\n")
    assert shown.err.count("Next step: ") == 1
    assert main(["links", "--json"]) == 0
    assert [link["slug"] for link in json.loads(capsys.readouterr().out)] == ["meeting"]


@pytest.mark.parametrize(
    "endpoint", ["https://caldav.example.com/", "http://192.168.1.2/", "http://127.0.0.1.example.com/", "nonsense"]
)
def test_an_endpoint_that_is_not_loopback_is_refused_at_once(
    endpoint: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WORKESTRA_ENDPOINT", endpoint)
    assert main(["status", "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "bad_input"


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs a file system that takes no new file")
def test_a_profile_that_cannot_be_written_is_a_disk_trouble(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", "--profile", "/proc/self", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "disk"


def test_a_file_that_is_no_database_is_one_clear_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    profile = tmp_path / "profile"
    assert main(["status"]) == 0
    for file in profile.iterdir():
        file.write_bytes(b"not a database" * 1000)
    capsys.readouterr()
    assert main(["status", "--json"]) == 1
    shown = capsys.readouterr()
    assert json.loads(shown.out)["error"]["title"]
    assert shown.err == ""


def test_a_defect_is_told_without_a_traceback_or_private_text(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def break_down(*_: object) -> None:
        raise ZeroDivisionError("Dinner with Jo")

    monkeypatch.setattr(cli_run, "profile_folder", break_down)
    assert main(["status", "--json"]) == 1
    shown = capsys.readouterr()
    error = json.loads(shown.out)["error"]
    assert error["code"] == "defect"
    assert error["detail"].startswith("ZeroDivisionError at test_usage.py:")
    assert "Jo" not in shown.out + shown.err
    assert main(["status"]) == 1
    assert "Traceback" not in capsys.readouterr().err


def test_an_interrupt_ends_quietly(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli_run, "profile_folder", interrupt)
    assert main(["status"]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.strip().startswith("Stopped.")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end otherwise there")
def test_a_reader_that_leaves_early_sees_no_complaint(nowhere: Workestra) -> None:
    line = [*nowhere.line("links", "--json")]
    with subprocess.Popen(line, env=nowhere.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()
        process.wait(60)
    assert said == b""


def test_help_names_every_command_and_needs_no_profile(nowhere: Workestra) -> None:
    done = nowhere.run("--help")
    assert done.returncode == 0
    for command in COMMANDS.split():
        assert f"\n  {command} " in done.stdout
        assert nowhere.run(command, "--help").returncode == 0
    assert not (nowhere.folder / "profile").exists()
    assert nowhere.run("--version").stdout.startswith("workestra")


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (["status"], {"caldav", "niquests", "icalendar", "recurring_ical_events", "keyring"}),
        (["links"], {"caldav", "niquests", "icalendar", "recurring_ical_events", "keyring"}),
        (["bookings"], {"caldav", "niquests", "icalendar", "recurring_ical_events", "keyring"}),
        (["--help"], {"caldav", "niquests", "icalendar", "keyring", "sqlite3", "platformdirs"}),
        (["sync"], set()),
    ],
)
def test_only_what_is_needed_is_imported(arguments: list[str], unwanted: set[str], nowhere: Workestra) -> None:
    code = (
        f"import sys; from workestra_desktop.cli import main; main({arguments!r}); print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=nowhere.environment(), capture_output=True, text=True, check=True, timeout=60
    )
    loaded = set(done.stderr.splitlines()[-1].split())
    assert not loaded & (unwanted | {"PySide6", "shiboken6", "qasync"})


def test_status_of_a_fresh_profile(nowhere: Workestra) -> None:
    status = nowhere("status")
    assert set(status) >= FRESH
    assert (status["state"], status["connected"], status["apple_id"]) == ("not_connected", False, None)
    assert status["mirror"] == {"calendars": 0, "events": 0, "complete": False}
    assert nowhere.error("sync") == "not_connected"
    assert nowhere.error("disconnect") == "not_connected"
    assert nowhere("disconnect", "--erase") == {"disconnected": True}, "an uninstaller erases, whoever is connected"
    assert nowhere.error("busy", "--from", "2030-01-01", "--to", "2030-01-02", "--fresh") == "not_connected"


def test_a_link_is_created_changed_field_by_field_and_removed(nowhere: Workestra) -> None:
    created = nowhere(
        "link", "set", "yoga", "--title", "Yoga with {guest}", "--minutes", "60", "--minutes", "30,90",
        "--hours", "mon,wed 09:00-12:00; sat 22:00-02:00", "--before", "10", "--after", "5", "--notice", "120",
        "--window-days", "30", "--max-per-day", "4", "--alarm", "15,60", "--meeting-url", "https://meet.example/x",
        "--day-off", "2030-12-24..2030-12-26", "--special", "2030-12-25=10:00-11:00,13:00-14:00", "--invite",
    )  # fmt: skip
    [yoga] = [link for link in created if link["slug"] == "yoga"]
    assert yoga == {
        "slug": "yoga",
        "title": "Yoga with {guest}",
        "minutes": [60, 30, 90],
        "hours": {"mon": [["09:00", "12:00"]], "wed": [["09:00", "12:00"]], "sat": [["22:00", "02:00"]]},
        "timezone": "Europe/Amsterdam",
        "before": 10,
        "after": 5,
        "notice": 120,
        "step": 60,
        "window_days": 30,
        "max_per_day": 4,
        "max_per_week": None,
        "location": "",
        "meeting_url": "https://meet.example/x",
        "alarms": [15, 60],
        "invite": True,
        "calendar": None,
        "overrides": [
            {"from": "2030-12-24", "to": "2030-12-26", "hours": []},
            {"from": "2030-12-25", "to": "2030-12-25", "hours": [["10:00", "11:00"], ["13:00", "14:00"]]},
        ],
        "window": None,
        "travels": True,
    }
    changed = nowhere("link", "set", "yoga", "--step", "15", "--max-per-day", "0", "--no-invite", "--alarm", "none")
    assert changed[1] == yoga | {"step": 15, "max_per_day": None, "invite": False, "alarms": []}
    assert nowhere.error("link", "set", "yoga", "--calendar", "Nope") == "not_found"
    assert [link["slug"] for link in nowhere("link", "remove", "yoga")] == ["meeting"]
    assert nowhere.error("link", "remove", "yoga") == "not_found"


def test_options_of_a_link_that_reset() -> None:
    link = first_link("Europe/Amsterdam")
    special = changed_link(link, special=["2030-01-01=10:00-11:00"], days_off=["2030-01-01", "2030-02-01"])
    assert [(o.first.isoformat(), o.hours) for o in special.overrides] == [
        ("2030-02-01", ()),
        ("2030-01-01", (("10:00", "11:00"),)),
    ]
    assert changed_link(special, clear_days=True).overrides == ()
    off = changed_link(special, days_off=["2030-01-01"])
    assert off.overrides[-1] == Override(special.overrides[1].first, special.overrides[1].last)
    assert changed_link(changed_link(link, step="20"), step="auto").step is None
    assert changed_link(changed_link(link, step="20"), step="0").step is None
    assert changed_link(changed_link(link, calendar="/1/a/"), calendar="").calendar is None
    assert changed_link(link) == link


@pytest.mark.parametrize(
    "options",
    [
        {"days_off": ["24.12.2030"]},
        {"days_off": ["2030-12-24.."]},
        {"days_off": ["2030-12-24=10:00-11:00"]},
        {"special": ["2030-12-24"]},
        {"special": ["2030-12-24="]},
        {"alarms": ["soon"]},
        {"minutes": [""]},
        {"minutes": ["٣٠"]},
        {"step": "often"},
    ],
)
def test_options_of_a_link_that_cannot_be_read(options: dict[str, list[str]]) -> None:
    with pytest.raises(Failure) as caught:
        changed_link(first_link("UTC"), **options)  # type: ignore[arg-type]  # the table mixes texts and lists
    assert caught.value.trouble.code is Code.BAD_INPUT


def test_progress_is_told_once_each_and_never_into_json(capsys: pytest.CaptureFixture[str]) -> None:
    run = cli_run.Run({})
    for events in (100, 100, 300):
        run.show_progress(Progress(2, 4, "Fam\u202eily\n", events, 400, events * 4000))
    run.show_progress(None)
    lines = capsys.readouterr().err.splitlines()
    assert lines == [
        "Reading 3 of 4: Family, 100 of 400 events, 400 kB",
        "Reading 3 of 4: Family, 300 of 400 events, 1.2 MB",
    ]
    cli_run.Run({}, as_json=True).show_progress(Progress(2, 4, "Family", 100, 400))
    assert capsys.readouterr().err == ""
