"""What the start makes of a link among its arguments, and of what somebody may have put into one."""

from __future__ import annotations

from pathlib import Path

import pytest

from workestra_desktop.__main__ import main
from workestra_desktop.desktop import door
from workestra_desktop.desktop.instance import Instance

LINK = "workestra:book?guest=Ada"


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["https://example.org/"], "a link begins with workestra:"),
        (["/etc/passwd"], "a link begins with workestra:"),
        (["--", "--hidden"], "a link begins with workestra:"),
        ([LINK, "--profile", "elsewhere"], "nothing may follow a link"),
        ([LINK, "--hidden"], "nothing may follow a link"),
        ([LINK, "--profile", LINK], "nothing may follow a link"),
        ([LINK, "--self-check", LINK], "nothing may follow a link"),
        ([LINK, LINK + "2"], "unrecognized arguments"),
        (["--", LINK, "--profile", "elsewhere"], "unrecognized arguments"),
        (["--demo", LINK], "the sample calendars take no links"),
    ],
)
def test_what_is_no_link_or_brings_options_along_is_refused(
    arguments: list[str], why: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert why in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("before", [[], ["--hidden"], ["--"]])
def test_the_first_window_gets_the_link_as_it_is(
    before: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Also a link that is of no use, and with `--hidden`: the window says what is wrong with it."""
    knocks = list[str]()

    def knock(profile: Path, within_seconds: float, link: str = "") -> bool:
        knocks.append(link)
        return True

    monkeypatch.setattr(door, "knock", knock)
    mine = Instance(tmp_path)
    assert mine.take()
    for link in (LINK, "WORKESTRA:delete?%", "workestra:"):
        assert main(["--profile", str(tmp_path), *before, link]) == 0
    mine.give_back()
    assert knocks == [LINK, "WORKESTRA:delete?%", "workestra:"]


def test_the_help_tells_how_a_link_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "workestra:book?link=SLUG&guest=NAME" in "".join(capsys.readouterr().out.split("\n")).replace("  ", "")
