"""What happens to files on the way: cuts, mutations and damaged properties never raise and never free time."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ical.corpus.damaged import DAMAGED, PLAIN
from tests.ical.corpus.senders import SENDERS
from tests.ical.corpus.series import SERIES
from tests.ical.generated import ME, a_whole, seeds
from tests.ical.model import Whole
from tests.ical.texts import BERLIN, span, taken
from workestra_desktop.core.calendar import Block, BusyPolicy
from workestra_desktop.core.interval import Span
from workestra_desktop.ical.expansion import expand, remote_event
from workestra_desktop.ical.scan import index

TEXTS = [file.text for files in (SENDERS, DAMAGED, SERIES) for file in files.values()]
YEARS = span("2025-01-01", "2028-01-01")
JUNK = [
    *(
        "",
        "soon",
        "2026-12",
        "20261",
        "99999999",
        "20261399",
        "9" * 30,
        "²026",
        "\u0662\u0660\u0662\u0666",
        "T",
        "Z",
        "PT",
    ),
    *("\x00", "\ufeff", ":", ";", '"', "-", ",", "/", "\n", "\r", "\n ", "BEGIN:VEVENT\n", "END:VEVENT\n"),
]


def check(text: str) -> None:
    """Nothing raises, and what the index leaves out takes no time."""
    found = index(text)
    remote_event(text, "a1@example.org", "", "", "", BusyPolicy(BERLIN))
    for host in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
        for block in expand(text, BusyPolicy(host), YEARS).blocks:
            assert found.first is None or found.first <= block.start, text
            assert found.last is None or block.end <= found.last, text


@pytest.mark.parametrize("text", [SERIES["two rules"].text, SENDERS["Zoom: a weekly call"].text])
def test_cut_anywhere(text: str) -> None:
    for end in range(len(text)):
        check(text[:end])


@given(st.sampled_from(TEXTS), st.randoms(use_true_random=False))
@settings(max_examples=250, deadline=None)
def test_mutated_anyhow(text: str, chance: Random) -> None:
    for _ in range(chance.randint(1, 4)):
        at, length = chance.randrange(len(text) + 1), chance.choice([0, 0, 1, 1, 2, 9])
        text = text[:at] + chance.choice(JUNK) + text[at + length :]
    check(text)


@pytest.mark.parametrize("text", TEXTS[::7])
def test_bytes_of_any_kind(text: str) -> None:
    chance = Random(text)
    for _ in range(10):
        data = bytearray(text.encode())
        for _ in range(3):
            if data:
                data[chance.randrange(len(data))] = chance.randrange(256)
        check(data.decode("utf-8", "replace"))


def test_a_cut_event_takes_its_day_and_is_listed() -> None:
    """From the first byte after the start's date on."""
    began = PLAIN.index("DTSTART:20261201T") + len("DTSTART:20261201T")
    for end in range(began, PLAIN.index("\r\nEND:VEVENT")):
        expansion = taken(PLAIN[:end], policy=BusyPolicy("UTC"))
        (block,) = expansion.blocks
        assert expansion.problem
        assert block.start <= datetime.fromisoformat("2026-12-01T09:00Z"), PLAIN[:end]
        assert block.end >= datetime.fromisoformat("2026-12-01T10:00Z"), PLAIN[:end]


_BROKEN = {
    "DTSTART": ("", "soon", "20261", "99999999", "{}x", "²{}"),
    "DTEND": ("", "soon", "20261", "99999999", "{}x", "²{}", "2026-12-01T"),
    "DURATION": ("", "long", "P", "{}x", "PT", "1H"),
    "RRULE": ("soon", "FREQ=", "{};BYX=1", "{};BYMONTH=13", "{};INTERVAL=0", "{};COUNT=x", "{};BYDAY=QQ;BYDAY=RR"),
    "EXDATE": ("", "soon", "{}x", "²{}", "2026"),
    "RECURRENCE-ID": ("", "soon", "{}x", "²{}"),
    "STATUS": ("", "{}x"), "TRANSP": ("", "{}x"),
    "X-MICROSOFT-CDO-BUSYSTATUS": ("", "{}x"), "ATTENDEE": ("", "{}x"),
}  # fmt: skip
_LINE = re.compile(r"(?m)^(" + "|".join(_BROKEN) + r")([;:][^\r\n]*)\r?\n")


@pytest.mark.parametrize("some", [pytest.param(part, id=f"from {part[0]}") for part in
                                  (seeds(500)[n : n + 250] for n in range(0, len(seeds(500)), 250))])  # fmt: skip
def test_a_damaged_property_never_frees_time(some: range) -> None:
    """What is left covers what the sound event took; without its end, a day of it. A lost start is listed."""
    for seed in some:
        chance = Random(seed)
        whole = a_whole(chance)
        text = Whole(whole.host, whole.series).text
        policy = BusyPolicy(whole.host, frozenset({ME}))
        around = Span(datetime.fromisoformat("2026-01-01T00:00Z"), datetime.fromisoformat("2026-04-01T00:00Z"))
        sound = expand(text, policy, around)
        line = chance.choice(list(_LINE.finditer(text, text.index("BEGIN:VEVENT"))))
        head, _, value = line[0].rstrip().rpartition(":")
        broken = chance.choice(_BROKEN[line[1]]).format(value)
        damaged = text[: line.start()] + f"{head}:{broken}\r\n" + text[line.end() :]
        found = expand(damaged, policy, around)
        if broken in ("soon", "FREQ=") and any(
            word in value for word in ("HOURLY", "TELY", "DLY", "BYHOUR", "BYM", "BYS")
        ):
            continue  # nothing says any more that it was several times a day
        for block in sound.blocks:
            if block.start < around.start:
                continue
            last = min(block.end, around.end)
            end = min(last, block.start + timedelta(days=1)) if line[1] in ("DTEND", "DURATION") else last
            if not _covered(block.start, end, found.blocks) or end < last:
                assert found.problem, f"seed {seed}: {line[0].strip()} -> {broken}\n{damaged}"
            # Nobody knows either when a part of the series begins that is moved as a whole.
            if line[1] != "DTSTART" and "THISANDFUTURE" not in line[0]:
                told = f"seed {seed}: {line[0].strip()} -> {broken}\n{block}\n{damaged}"
                assert _covered(block.start, end, found.blocks), told


def _covered(start: datetime, end: datetime, blocks: tuple[Block, ...]) -> bool:
    at = start
    for block in blocks:
        at = max(at, block.end) if block.start <= at else at
    return at >= end
