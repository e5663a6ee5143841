"""What the engine and its branch (`sync/branch.py`) say to each other: one pickled value after the other on a pipe.

Both ends are this program, and the pipe is known to them alone; nothing that comes from a server is unpickled, only
values that were made here from it.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field
from typing import IO

from workestra_desktop.core.commands import Command, Result, SyncReport
from workestra_desktop.core.notice import Notice
from workestra_desktop.core.snapshot import Progress
from workestra_desktop.core.trouble import Trouble


class Severed(Exception):  # noqa: N818 - the end of a conversation
    """The other end is gone, or speaks another language. Its text names an exception's class."""


@dataclass(frozen=True, slots=True)
class Held:
    """A password that no keychain keeps, and whose it is."""

    apple_id: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Open:
    """The first of all: which version of the program asks, and what is known to nobody else. `zone` is the host's, as
    the window took it (IANA). `met_trouble`: what a branch that ended before has met (`Desk.met_trouble`)."""

    version: str
    zone: str
    met_trouble: bool
    held: Held | None = None


@dataclass(frozen=True, slots=True)
class Execute:
    command: Command


@dataclass(frozen=True, slots=True)
class BeginRound:
    by_hand: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One request and one short transaction of the round that was begun."""


@dataclass(frozen=True, slots=True)
class EndRound:
    """Leave the round where it is."""


@dataclass(frozen=True, slots=True)
class LookForPassword:
    """Whether the keychain has the password."""


Errand = Execute | BeginRound | Step | EndRound | LookForPassword


@dataclass(frozen=True, slots=True)
class Shown:
    """On the way: how far the first read has come."""

    progress: Progress | None


@dataclass(frozen=True, slots=True)
class Told:
    """On the way: a notice was kept."""

    notice: Notice


@dataclass(frozen=True, slots=True)
class Done:
    result: Result | bool = None


@dataclass(frozen=True, slots=True)
class RoundOver:
    report: SyncReport | None


@dataclass(frozen=True, slots=True)
class Failed:
    trouble: Trouble


@dataclass(frozen=True, slots=True)
class Halted:
    """The app is ending."""


Outcome = Done | RoundOver | Failed | Halted


@dataclass(frozen=True, slots=True)
class Reply:
    """What an errand led to. `met_trouble`: to be handed to the next branch."""

    outcome: Outcome
    met_trouble: bool = False


Message = Open | Errand | Shown | Told | Reply


MARK = b"workestra: from here on messages\n"
"""The branch's first words. What others print before it can be kept from it (a `sitecustomize`) is passed over."""

_NOISE = 1 << 16
"""Bytes of it, at most."""


def begin(pipe: IO[bytes]) -> None:
    """Raises `Severed`."""
    try:
        pipe.write(MARK)
        pipe.flush()
    except (OSError, ValueError) as error:
        raise Severed(type(error).__name__) from error


def find_beginning(pipe: IO[bytes]) -> None:
    """Passes over what is not ours. Raises `Severed` where nothing of ours comes."""
    left = _NOISE
    try:
        while left > 0 and (line := pipe.readline(left)):
            if line.endswith(MARK):
                return
            left -= len(line)
    except (OSError, ValueError) as error:
        raise Severed(type(error).__name__) from error
    raise Severed("no beginning")


def put(pipe: IO[bytes], message: Message) -> None:
    """Raises `Severed`."""
    whole = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)  # what cannot be said leaves no half of it behind
    try:
        pipe.write(whole)
        pipe.flush()
    except (OSError, ValueError) as error:  # ValueError: closed by another thread
        raise Severed(type(error).__name__) from error


def take(pipe: IO[bytes]) -> Message:
    """The next message, waited for. Raises `Severed`."""
    try:
        message = pickle.load(pipe)  # noqa: S301 - written by this program, see above
    except Exception as error:  # the end, or what another version says: nearly any class was seen
        raise Severed(type(error).__name__) from error
    if not isinstance(message, Message):
        raise Severed(type(message).__name__)
    return message
