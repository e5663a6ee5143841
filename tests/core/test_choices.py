"""Which answers are open for a booking that waits for the host: every case against the table, and against what must
never be offered."""

from __future__ import annotations

from itertools import product

import pytest

from workestra_desktop.core.choices import SAID, Case, Choice, Place, Seen, choices
from workestra_desktop.core.outbox import Kind

CASES = [Case(*facts) for facts in product((True, False), (None, *Kind), Seen, Place, (True, False))]
WORDS = {
    "try again": Choice.TRY_AGAIN,
    "take iCloud's": Choice.TAKE_ICLOUD,
    "keep mine": Choice.KEEP_MINE,
    "put back": Choice.PUT_BACK,
    "let go": Choice.LET_GO,
    "cancel": Choice.CANCEL,
}


def rows() -> list[list[str]]:
    lines = [line.strip() for line in (choices.__doc__ or "").splitlines() if line.strip().startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def fits(row: list[str], case: Case) -> bool:
    booking, event, waits, calendar, _ = (cell.replace(" ³", "") for cell in row)
    seen = str(case.seen)
    if seen == "clashes" and case.waits is not Kind.AMEND:
        seen = "fits"
    return (
        booking == ("live" if case.live else "cancelled")
        and event in (seen, "any other")
        and (waits == "any" or (str(case.waits) if case.waits else "–") in waits.split(", "))
        and (calendar == "any" or (calendar == "gone") == (case.place is Place.GONE))
    )


def told(row: list[str], case: Case) -> tuple[Choice, ...]:
    """What the table's cell says for this case."""
    cell = row[4].replace("try again if something waits, else cancel; ", "try again, " if case.waits else "cancel, ")
    found = []
    for word in cell.split(", "):
        if word.endswith("¹") and case.waits is None:
            continue
        if word.endswith("²") and not case.elsewhere:
            continue
        name = word.rstrip(" ¹²")
        if name == "END":
            if case.seen in (Seen.FITS, Seen.CLASHES) and case.place is Place.READ_ONLY:
                found.append(Choice.LET_GO)
            name = "cancel"
        found.append(WORDS[name])
    return tuple(found)


def test_every_case_is_as_the_table_says() -> None:
    table = rows()
    for case in CASES:
        row = next(row for row in table if fits(row, case))
        assert choices(case) == told(row, case), case


def test_the_table_has_no_row_without_a_case() -> None:
    table = rows()
    firsts = {next(n for n, row in enumerate(table) if fits(row, case)) for case in CASES}
    assert firsts == set(range(len(table)))


@pytest.mark.parametrize("live", [True, False])
def test_what_would_do_harm_is_never_offered(live: bool) -> None:
    for case in CASES:
        if case.live is live:
            harmless(case, choices(case))


def harmless(case: Case, found: tuple[Choice, ...]) -> None:
    assert found and len(set(found)) == len(found)
    if case.seen is Seen.OVERGROWN:
        assert Choice.CANCEL not in found, "a series the host made of it is not deleted"
    if case.seen is not Seen.ABSENT:
        assert Choice.PUT_BACK not in found, "it would be there twice"
    if not case.elsewhere:
        assert Choice.PUT_BACK not in found
    if case.waits is None:
        assert Choice.TRY_AGAIN not in found
    if not case.live:
        assert set(found) <= {Choice.TRY_AGAIN, Choice.LET_GO, Choice.CANCEL}, "nothing brings a cancelled one back"
    if case.seen not in (Seen.FITS, Seen.CLASHES):
        assert not {Choice.TAKE_ICLOUD, Choice.KEEP_MINE} & set(found)
    if case.live:
        assert Choice.CANCEL not in found[:-1], "what cannot be taken back from the guest comes last"
        assert {Choice.CANCEL, Choice.LET_GO} & set(found), "there is always a way to end it"


def test_every_choice_has_words_and_is_offered_somewhere() -> None:
    assert set(SAID) == set(Choice)
    assert {choice for case in CASES for choice in choices(case)} == set(Choice)
