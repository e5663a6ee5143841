"""A child process that does a host's work on a profile: orders on stdin, one line of JSON each, an acknowledgement
after each on stdout. It is the desk of the command without the command's start, so that it can be killed at its work.

`{"do": "book", "guest": …, "start": …}`, and so `move`, `cancel`, `undo`, `sync`, `list`. It says `ready` once it has
imported everything; the profile is opened with the first order. `WORKESTRA_TEST_AHEAD` puts its clock so many seconds
ahead, for what the app waits an hour for.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from workestra_desktop import assembly
from workestra_desktop.cli_output import booking_json, sync_json
from workestra_desktop.core.booking import Booking
from workestra_desktop.core.commands import Book, Cancel, Command, Reschedule, SyncNow, SyncReport, Undo
from workestra_desktop.core.times import parse_instant
from workestra_desktop.core.trouble import Failure
from workestra_desktop.sync.desk import Desk

_USED_LATER = (
    "workestra_desktop.sync.booking_desk",
    "workestra_desktop.sync.undo_desk",
    "workestra_desktop.sync.round",
    "workestra_desktop.sync.wire",
    "workestra_desktop.ical.expansion",
    "keyring",
    "tzlocal",
)


def _command(order: Mapping[str, Any], zone: ZoneInfo) -> Command:
    offline = bool(order.get("offline"))
    match order["do"]:
        case "book":
            start = parse_instant(order["start"], zone)
            return Book("meeting", start, order["guest"], outside_rules=True, offline=offline)
        case "move":
            return Reschedule(order["id"], parse_instant(order["start"], zone), outside_rules=True, offline=offline)
        case "cancel":
            return Cancel(order["id"], offline=offline)
        case "undo":
            return Undo(order["id"], offline=offline)
        case "sync":
            return SyncNow()
        case other:
            raise ValueError(f"no such order: {other}")


def obey(desk: Desk, order: Mapping[str, Any]) -> Any:
    """The document the command would print."""
    if order["do"] == "list":
        return [booking_json(b, desk.host_zone) for b in desk.bookings()]
    try:
        match desk.execute(_command(order, desk.host_zone)):
            case Booking() as booking:
                return booking_json(booking, desk.host_zone)
            case SyncReport() as report:
                return sync_json(report, desk.snapshot(), desk.host_zone)
            case other:
                raise TypeError(type(other).__name__)
    except Failure as failure:
        trouble = failure.trouble
        return {"error": {"code": str(trouble.code), "message": trouble.subject or trouble.detail}}


def main() -> None:
    for name in _USED_LATER:
        importlib.import_module(name)
    ahead = timedelta(seconds=float(os.environ.get("WORKESTRA_TEST_AHEAD") or 0))
    if ahead:
        vars(assembly)["now"] = lambda: datetime.now(UTC) + ahead
    _say("ready")
    line = sys.stdin.readline()
    if not line:
        return
    with assembly.open_desk(Path(os.environ["WORKESTRA_PROFILE"]), os.environ) as desk:
        while line:
            _say(obey(desk, json.loads(line)))
            line = sys.stdin.readline()


def _say(document: Any) -> None:
    sys.stdout.write(json.dumps(document) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
