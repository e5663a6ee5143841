"""The CalDAV servers the contract suite runs against, as data: one line in `TARGETS` adds one.

Two are reached only when the environment names them: any server on loopback (`WORKESTRA_CONTRACT_URL`), and a real
iCloud account (`WORKESTRA_LIVE_APPLE_ID`). `docs/live-checklist.md` says how.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

from tests.support.servers import ROOT, CalDavServer, Radicale, Xandikos
from workestra_desktop.core.endpoint import Endpoint, is_loopback
from workestra_desktop.demo.icloud.client import StandIn
from workestra_desktop.desktop.keychain import SERVICE


class Difference(StrEnum):
    """Where a server is allowed to differ from the promise as the suite states it."""

    ANY_PASSWORD = "any_password"
    """A wrong password cannot be told from the right one, or must not be tried."""
    REWRITES = "rewrites"
    """A stored text comes back with the same meaning, not with the same bytes."""
    UID_PER_ACCOUNT = "uid_per_account"
    """A UID may be used once in the whole account, not once in each calendar (RFC 4791 §5.3.2.1)."""
    UID_UNCHECKED = "uid_unchecked"
    """A second object with the same UID in one calendar is taken."""
    OVERRIDES_BY_OLD_DATE = "overrides_by_old_date"
    """A time-range query finds a moved occurrence where it was, not where it is."""
    EVENTS_ONLY = "events_only"
    """No collections for tasks can be made."""
    DELETES_BLINDLY = "deletes_blindly"
    """A DELETE with a stale etag may be carried out."""


@dataclass(frozen=True, slots=True)
class Account:
    """What a client needs to know to sign in."""

    endpoint: Endpoint
    user: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Target:
    """One server. Requests to it begin `pause` seconds apart."""

    name: str
    open: Callable[[Path], AbstractContextManager[Account]]
    differs: Mapping[Difference, str]
    pause: float = 0.0
    many: int = 100
    """How many objects the largest test may store."""
    own_network: bool = True
    """Whether it stays on this computer."""


def _child(kind: type[CalDavServer]) -> Callable[[Path], AbstractContextManager[Account]]:
    """A server of our own in a child process."""

    @contextmanager
    def opened(folder: Path) -> Iterator[Account]:
        with kind(folder) as server:
            yield Account(Endpoint.parse(server.url), server.user, server.password)

    return opened


def named_server(environment: Mapping[str, str]) -> Target | None:
    """The server that WORKESTRA_CONTRACT_URL, _USER and _PASSWORD name, if they do; `ValueError` off this computer.

    WORKESTRA_CONTRACT_DIFFERS lists, with commas, the differences its documentation admits to.
    """
    url = environment.get("WORKESTRA_CONTRACT_URL", "")
    if not url:
        return None
    if not is_loopback(urlsplit(url).hostname):
        raise ValueError("WORKESTRA_CONTRACT_URL may only name a server on this computer (127.0.0.1, ::1, localhost)")
    user, password = environment.get("WORKESTRA_CONTRACT_USER", ""), environment.get("WORKESTRA_CONTRACT_PASSWORD", "")
    admitted = [d.strip() for d in environment.get("WORKESTRA_CONTRACT_DIFFERS", "").split(",") if d.strip()]

    @contextmanager
    def opened(_folder: Path) -> Iterator[Account]:
        yield Account(Endpoint.parse(url), user, password)

    return Target("named", opened, {Difference(d): "admitted in WORKESTRA_CONTRACT_DIFFERS" for d in admitted})


def icloud_account(environment: Mapping[str, str]) -> Target | None:
    """A real account, if WORKESTRA_LIVE_APPLE_ID names one. The password is in the system's keychain or nowhere."""
    apple_id = environment.get("WORKESTRA_LIVE_APPLE_ID", "").strip()
    if not apple_id:
        return None

    @contextmanager
    def opened(_folder: Path) -> Iterator[Account]:
        yield Account(Endpoint(), apple_id, _from_keychain(apple_id))

    return Target(
        "icloud-live",
        opened,
        {
            Difference.ANY_PASSWORD: "wrong passwords are not tried on somebody's account (fact sheet §2)",
            Difference.UID_PER_ACCOUNT: "fact sheet §5.1: the same UID elsewhere in the account is refused",
            Difference.OVERRIDES_BY_OLD_DATE: "fact sheet §4.2: found by RECURRENCE-ID only",
            Difference.EVENTS_ONLY: "reminders are not on CalDAV any more (fact sheet §0 #20)",
            Difference.DELETES_BLINDLY: "fact sheet §5.2: one live suite noted that it may be accepted",
        },
        pause=0.5,
        many=60,
        own_network=False,
    )


def _from_keychain(apple_id: str) -> str:
    """Read in a process of its own: this one's keychain is one in memory, for the tests. Raises `LookupError`."""
    code = "import sys, keyring; print(keyring.get_password(sys.argv[1], sys.argv[2]) or '', end='')"
    environment = {n: v for n, v in os.environ.items() if n != "PYTHON_KEYRING_BACKEND"}
    command = [sys.executable, "-c", code, SERVICE, apple_id]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=100, check=False)
    if not done.stdout:
        raise LookupError(f"no password in the keychain under “{SERVICE}”: see docs/live-checklist.md")
    return done.stdout


RADICALE = Target(
    "radicale",
    _child(Radicale),
    {Difference.REWRITES: "it parses every text and writes it anew"},
)
XANDIKOS = Target(
    "xandikos",
    _child(Xandikos),
    {
        Difference.ANY_PASSWORD: "over plain http it asks for no password",
        Difference.REWRITES: "it sorts the properties of every component",
    },
)


@contextmanager
def _stand_in(folder: Path) -> Iterator[Account]:
    with StandIn(folder / "log") as standin:
        yield Account(Endpoint.parse(standin.url), standin.user, standin.password)
        assert standin.failures() == []


ICLOUD = Target(
    "icloud",
    _stand_in,
    {
        Difference.UID_PER_ACCOUNT: "fact sheet §9 #25",
        Difference.OVERRIDES_BY_OLD_DATE: "fact sheet §9 #20",
        Difference.EVENTS_ONLY: "reminders are not on CalDAV any more (fact sheet §0 #20)",
    },
)
TARGETS = tuple(
    target
    for target in (
        RADICALE,
        XANDIKOS,
        ICLOUD,
        named_server(os.environ),
        icloud_account(os.environ),
    )
    if target is not None
)
"""Those of the environment are not even collected unless it names them."""
