"""Each answer of the host's, for certain: chance brings the rare ones up in some thousand examples only.

The machine's own rules lead to a question, one of the offered answers is given, and then all must heal and agree as at
the end of any example.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.machine.account import Account
from tests.machine.beginnings import SIZES, Beginnings
from tests.machine.machine import Machine
from workestra_desktop.core.choices import Choice

_TO = 40
"""Where a booking is moved to, on the machine's grid."""
_POLLS = 3


def _calendar_gets_read_only(example: Machine, href: str) -> None:
    example.much_changes("read-only", example.account.calendars().index(href.split("/")[-2]))


def _moved(example: Machine) -> None:
    booking = example.chosen(0)
    assert booking is not None
    example.reschedule(0, _TO, offline=True, edit=None, mishap=None)
    _calendar_gets_read_only(example, booking.href)


def _cancelled(example: Machine) -> None:
    booking = example.chosen(0)
    assert booking is not None
    example.cancel(0, offline=True, mishap=None)
    _calendar_gets_read_only(example, booking.href)


def _both_decided(example: Machine) -> None:
    example.both_decide(0, _TO, _TO + 13, "move")


def _all_gone(example: Machine) -> None:
    example.phone_deletes_all(None, None)


def _all_day(example: Machine) -> None:
    example.phone_reshapes("all-day", 0, _TO)


def _series(example: Machine) -> None:
    example.phone_reshapes("series", 0, _TO)


OFFERED: dict[Callable[[Machine], None], tuple[Choice, ...]] = {
    _moved: (Choice.TRY_AGAIN, Choice.TAKE_ICLOUD, Choice.LET_GO, Choice.CANCEL),
    _cancelled: (Choice.TRY_AGAIN, Choice.LET_GO),
    _both_decided: (Choice.TAKE_ICLOUD, Choice.KEEP_MINE, Choice.CANCEL),
    _all_gone: (Choice.PUT_BACK, Choice.CANCEL),
    _all_day: (Choice.LET_GO, Choice.CANCEL),
    _series: (Choice.LET_GO,),
}
"""What leads to a question, and what may be answered."""


@pytest.fixture(scope="module")
def example_of() -> Iterator[type[Machine]]:
    with tempfile.TemporaryDirectory(prefix="workestra-answers-") as folder, Account() as account:
        parts = {
            "account": account,
            "folder": Path(folder),
            "tally": Counter[str](),
            "beginnings": Beginnings(account, Path(folder)),
        }
        yield cast("type[Machine]", type("Example", (Machine,), parts))
        assert account.site.backstage.journal.failures() == []


def _answered(kind: type[Machine], lead: Callable[[Machine], None], which: int, offered: tuple[Choice, ...]) -> None:
    example = kind()
    try:
        example.begin(max(SIZES), which, None)
        lead(example)
        for _ in range(_POLLS):
            example.poll("timer again", 61, None)
        asked = example.computer.place.desk.snapshot().questions
        assert asked and {question.choices for question in asked} == {offered}
        assert example._choose(asked[0], which) is offered[which]
    finally:
        example.teardown()


@pytest.mark.timeout(120)
@pytest.mark.parametrize(
    ("lead", "choice"),
    [pytest.param(lead, choice, id=f"{lead.__name__}-{choice}") for lead in OFFERED for choice in OFFERED[lead]],
)
def test_each_answer_ends_well(example_of: type[Machine], lead: Callable[[Machine], None], choice: Choice) -> None:
    offered = OFFERED[lead]

    @settings(max_examples=1, deadline=None, database=None, phases=[Phase.generate])
    @given(st.just(offered.index(choice)))
    def played(which: int) -> None:  # within an example of Hypothesis, as the machine keeps notes there
        _answered(example_of, lead, which, offered)

    played()


def test_no_answer_is_left_out() -> None:
    assert {choice for choices in OFFERED.values() for choice in choices} == set(Choice)
