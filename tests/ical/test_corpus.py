"""The corpus of awkward files: what they take, what is listed, and that no accident to one ever makes it freer."""

from __future__ import annotations

import pytest

from tests.ical import by_libraries
from tests.ical.corpus.damaged import DAMAGED
from tests.ical.corpus.file import File
from tests.ical.corpus.senders import SENDERS
from tests.ical.corpus.series import SERIES
from tests.ical.texts import BERLIN, DECEMBER, taken, times
from workestra_desktop.core.calendar import Block, Reason
from workestra_desktop.ical.expansion import Expansion

FILES = {**{f"{name} (sender)": file for name, file in SENDERS.items()}, **DAMAGED, **SERIES}


@pytest.mark.parametrize("file", FILES.values(), ids=FILES.keys())
def test_the_time_it_takes(file: File) -> None:
    expansion = taken(file.text)
    assert tuple(times(expansion)) == file.taken
    if not file.problem:
        assert expansion.problem == ""
    assert file.problem in expansion.problem


@pytest.mark.parametrize("file", FILES.values(), ids=FILES.keys())
def test_the_libraries_agree_or_it_is_said_why_not(file: File) -> None:
    if file.unasked:
        pytest.skip("the libraries would never end")
    try:
        found = by_libraries.busy(file.text, BERLIN, DECEMBER)
    except Exception:  # noqa: BLE001 - they raise many things for what they cannot read
        assert file.theirs is None, "they cannot read it any more"
        return
    blocks = tuple(Block(start, end, "", Reason.BUSY) for start, end in found)
    theirs = tuple(times(Expansion(blocks, "")))
    if file.theirs is None and not file.problem:
        assert theirs == tuple(dict.fromkeys(file.taken))
    elif file.theirs is not None:
        assert (theirs, bool(file.why)) == (file.theirs, True)
        assert theirs != file.taken
