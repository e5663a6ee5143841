"""A process of its own that reads what it is told to, and says what came of it and what it cost.

Every line of its input is a JSON list of an address and a folder for the profile; the answer to each is a line of JSON.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import keyring

from tests.support.desks import MONDAY, Workplace, workplace
from tests.support.keyring_backend import MemoryKeyring
from workestra_desktop.core.interval import Span
from workestra_desktop.core.trouble import Failure
from workestra_desktop.sync.wire import Limits

HOUR = Span(MONDAY + timedelta(hours=26), MONDAY + timedelta(hours=27))
"""When every hostile event takes time: 2 March 2027, 10:00 in Amsterdam."""


def peak(*, anew: bool = False) -> float:
    """The most memory this process has held, in MB, as Linux counts it; `anew` counts from now on (proc(5))."""
    if anew:
        gc.collect()
        Path("/proc/self/clear_refs").write_text("5")
    line = next(each for each in Path("/proc/self/status").read_text().splitlines() if each.startswith("VmHWM"))
    return int(line.split()[1]) / 1000


def measured(url: str, folder: str) -> dict[str, Any]:
    with workplace(Path(folder), url, limits=Limits(idle=10, total=20)) as place:
        before, began = peak(anew=True), time.process_time()
        try:
            place.connect()
            code, detail = "", ""
        except Failure as failure:
            code, detail = failure.trouble.code.value, failure.trouble.detail
        cost = {"grown": peak() - before, "seconds": time.process_time() - began}
        return {"code": code, "detail": detail, **cost, "calendars": {} if code else _calendars(place)}


def _calendars(place: Workplace) -> dict[str, Any]:
    """By name: the sentence about its problem, if it was read, and whether it takes all of `HOUR`."""
    blocks, problems = place.desk.busy_blocks(HOUR), place.desk.problems()
    return {
        each.name: {
            "problem": next((p.subject for p in problems if p.subject.startswith(f"In “{each.name}”:")), ""),
            "read": each.read_at is not None,
            "covered": any(
                b.calendar == each.id and b.start <= HOUR.start and b.end >= HOUR.end for b in blocks
            ),
        }
        for each in place.desk.calendars()
    }  # fmt: skip


def main() -> None:
    keyring.set_keyring(MemoryKeyring())
    for line in sys.stdin:
        sys.stdout.write(json.dumps(measured(*json.loads(line))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
