"""The one way in which the macOS steps start other programs, so that tests can stand in for a Mac."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from typing import Protocol


class Refused(Exception):  # noqa: N818 - named for what happened
    """A program ended with another code than 0, or not in time. The text holds what it printed, never its input."""


class Machine(Protocol):
    def run(self, command: Sequence[str], said: str = "", within: float = 600) -> str:
        """What the program prints on its standard output. `said` is its input; `within` is in seconds.

        Raises Refused.
        """

    def pause(self, seconds: float) -> None: ...


class ThisMac:
    """`env` is all that the programs see of the environment: no secret belongs in it."""

    def __init__(self, env: Mapping[str, str]) -> None:
        self._env = dict(env)

    def run(self, command: Sequence[str], said: str = "", within: float = 600) -> str:
        try:
            done = subprocess.run(
                command, input=said, env=self._env, capture_output=True, text=True, timeout=within, check=False
            )
        except subprocess.TimeoutExpired:
            raise Refused(f"{command[0]} did not end within {within:.0f} s") from None
        except OSError as error:
            raise Refused(f"{command[0]} could not be started: {error}") from None
        if done.returncode:
            raise Refused(f"{' '.join(command[:2])} ended with {done.returncode}\n{done.stdout}{done.stderr}".rstrip())
        return done.stdout

    def pause(self, seconds: float) -> None:
        import time

        time.sleep(seconds)
