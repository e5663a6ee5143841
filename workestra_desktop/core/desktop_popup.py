"""What pops up by the desktop's own service for notices, which can say what the host chose of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Protocol


class Act(Enum):
    """What the host can do with one that popped up."""

    OPEN = "default"
    """The desktop's word for a click on the notice itself."""
    JOIN = "join"


@dataclass(frozen=True, slots=True)
class DesktopPopup:
    """Plain text. `key` is the asker's own and rises; `open` and `join` are the words of the two acts, `join` empty
    where there is no meeting to join. It takes the place of the one called `replaces` (0: of none), should that still
    be there. `passing`: a receipt that need not be kept once it was on the screen."""

    key: int
    title: str
    body: str
    open: str
    join: str = ""
    replaces: int = 0
    passing: bool = False


@dataclass(frozen=True, slots=True)
class Chosen:
    """The host chose `act` of the one called `key`. `token` lets the window come to the front where a desktop wants
    that proven (Wayland's xdg-activation); empty if it gave none."""

    key: int
    act: Act
    token: str = ""


class PopupService(Protocol):
    """Waits for nobody: both listeners are called from a thread of its own, and none of them after `stop`."""

    def listen(self, chosen: Callable[[Chosen], None], missed: Callable[[int], None]) -> None:
        """`missed` gets the key of one that this desktop did not show: it has no such service, or lost it."""

    def show(self, popup: DesktopPopup) -> None: ...

    def stop(self) -> None: ...
