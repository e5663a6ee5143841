"""Puts a profile's desk together from its parts: shared by the window and the command. Imports no Qt."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from workestra_desktop.core.endpoint import Endpoint
from workestra_desktop.core.env import seconds
from workestra_desktop.core.notice import Notice
from workestra_desktop.core.password import printed_form
from workestra_desktop.core.snapshot import Progress
from workestra_desktop.core.trouble import Code, Failure, Scope, fail
from workestra_desktop.desktop.keychain import HeldInMemory, Keychain
from workestra_desktop.desktop.lock import SyncLock
from workestra_desktop.store.profile import ProfileStore
from workestra_desktop.sync.desk import Desk, Surroundings, Vault
from workestra_desktop.sync.interrupt import Interrupt

if TYPE_CHECKING:
    from workestra_desktop.sync.gateway import Gateway


def host_zone() -> str:
    """The host's IANA zone, UTC if the system names none."""
    from tzlocal import get_localzone_name

    try:
        return get_localzone_name() or "UTC"
    except (LookupError, ValueError, OSError):
        # tzlocal's errors for a system set to no zone or an unknown one (ZoneInfoNotFoundError is a LookupError).
        return "UTC"


def now() -> datetime:
    return datetime.now(UTC)


def _hold(vault: HeldInMemory, store: ProfileStore, password: str) -> None:
    printed, account = printed_form(password), store.account.get()
    if printed is None:
        raise fail(Code.NOT_APP_PASSWORD, scope=Scope.ACCOUNT)
    if account is not None:
        vault.hold(account.apple_id, printed)


def _count(store: ProfileStore, address: str) -> None:
    """Notes whom a request goes to, for the host to see."""
    try:
        store.hosts.add(urlsplit(address).hostname or "", now())
    except Failure as failure:
        # A full disk: what the request is for says so itself. A count is no reason to hold it back.
        logging.getLogger("workestra").warning("not counted: %s", failure)


def load_client() -> None:
    """Imports what the first conversation with iCloud will need, which takes longer than all else of it."""
    import keyring  # noqa: F401

    import workestra_desktop.sync.gateway
    import workestra_desktop.sync.round
    import workestra_desktop.sync.wire  # noqa: F401


@contextmanager
def open_desk(
    profile: Path,
    env: Mapping[str, str],
    *,
    password: str | None = None,
    on_progress: Callable[[Progress | None], None] | None = None,
    on_notice: Callable[[Notice], None] | None = None,
    on_request: Callable[[str, str], None] | None = None,
    interrupt: Interrupt | None = None,
    vault: Vault | None = None,
    zone: str | None = None,
    demo: bool = False,
) -> Iterator[Desk]:
    """The desk of `profile`, closed at the end. `password` is used for this run instead of the keychain's; `vault`
    takes the keychain's place. `on_request` hears of every request (method, address). `zone` is the host's (IANA), the
    system's if it is not given.

    Raises `Failure`: `bad_input` for a bad endpoint, `disk`, `profile_newer`.
    """
    endpoint = Endpoint.parse(env.get("WORKESTRA_ENDPOINT"))
    recheck = seconds(env, "WORKESTRA_RECHECK_SECONDS", 60.0)
    stop = interrupt or Interrupt()

    def sent(method: str, address: str) -> None:
        _count(store, address)
        if on_request is not None:
            on_request(method, address)

    def gateway(user: str, secret: str, home: str | None) -> Gateway:
        from workestra_desktop.sync.gateway import Gateway
        from workestra_desktop.sync.wire import Wire

        return Gateway(Wire(endpoint, user, secret, stop, sent=sent), endpoint, now, home, pause=stop.wait)

    store = ProfileStore(profile)
    try:
        held = HeldInMemory(vault or Keychain(local=endpoint.local))
        if password is not None:
            _hold(held, store, password)
        yield Desk(
            store,
            Surroundings(
                endpoint=endpoint,
                vault=held,
                lock=SyncLock(profile, give_up=lambda: stop.stopped),
                clock=now,
                host_zone=zone or host_zone(),
                recheck=recheck,
                gateway=gateway,
                notify=on_notice or (lambda _notice: None),
                show=on_progress or (lambda _progress: None),
                demo=demo,
            ),
        )
    finally:
        store.close()
