"""What is measured in a process of its own: `python -m benchmarks.child TASK PROFILE URL EVENTS` prints one JSON line.

`open` opens an empty profile, `mirror` reads the account: both print the peak of the resident set in bytes. `window`
reads it behind the real window, off-screen, and prints the longest pauses of the UI thread in seconds. `bookings` takes
no account: it prints what so many bookings take of the UI thread's time, in milliseconds.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path


def main(arguments: list[str]) -> int:
    task, profile, url, events = arguments
    if task == "window":
        from benchmarks.window import pauses

        said: dict[str, float] = pauses(Path(profile), url, int(events))
    elif task == "bookings":
        from benchmarks.bookings_pace import Pace

        said = Pace(int(events)).measured()
    else:
        _work(task, Path(profile), url)
        said = {"peak": peak_bytes()}
    sys.stdout.write(json.dumps(said) + "\n")
    return 0


def _work(task: str, profile: Path, url: str) -> None:
    from benchmarks.account import desk_on, polled, signed_in
    from workestra_desktop.core.commands import FinishSetup

    with desk_on(profile, url) as desk:
        if task == "mirror":
            signed_in(desk)
            polled(desk)
            desk.execute(FinishSetup())


def peak_bytes() -> int:
    """The most memory this process has had in RAM. Raises RuntimeError where the system does not tell."""
    status = Path("/proc/self/status")
    if status.exists():  # on Linux getrusage would also count the parent that started this process
        found = re.search(r"VmHWM:\s*(\d+) kB", status.read_text())
        if found is not None:
            return int(found[1]) * 1024
    if sys.platform == "darwin":
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    raise RuntimeError("This system does not tell a process's peak memory.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
