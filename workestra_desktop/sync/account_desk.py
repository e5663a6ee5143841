"""Signing in, choosing calendars, disconnecting."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workestra_desktop.core import commands as ask
from workestra_desktop.core.calendar import Calendar
from workestra_desktop.core.link import first_link
from workestra_desktop.core.mirror import Account
from workestra_desktop.core.password import plausible_apple_id, printed_form
from workestra_desktop.core.plain import plain
from workestra_desktop.core.said import said
from workestra_desktop.core.trouble import Code, Failure, Scope, Trouble, fail
from workestra_desktop.sync.desk import LOCK_WAIT
from workestra_desktop.sync.republish import retarget

if TYPE_CHECKING:
    from workestra_desktop.sync.desk import Desk


def sign_in(desk: Desk, command: ask.SignIn) -> ask.SignedIn:
    """Discovers the account and stores it with its calendars; nothing is stored unless Apple accepted the password.

    Signing in again keeps bookings, choices and what waits: only the password is new.
    """
    from workestra_desktop.sync.round import keep_listing
    from workestra_desktop.sync.session import expand_anew

    apple_id = command.apple_id.strip()
    if not plausible_apple_id(apple_id):
        wrong = said("“{typed}” is not the e-mail address of an Apple Account.", typed=plain(apple_id, 80))
        raise fail(Code.BAD_INPUT, wrong)
    password = printed_form(command.password)
    if password is None:
        raise fail(Code.NOT_APP_PASSWORD, scope=Scope.ACCOUNT)
    store, around = desk.store, desk.around
    before = store.account.get()
    if before is not None and before.apple_id.lower() != apple_id.lower():
        raise fail(
            Code.BAD_INPUT,
            said(
                "This profile belongs to {account}. Use another profile, or disconnect and erase this one.",
                account=before.apple_id,
            ),
        )
    with around.lock.held(LOCK_WAIT):
        gateway = around.gateway(apple_id, password, None)
        try:
            found = gateway.discover()
            listed, default = gateway.listing(found.principal)
        finally:
            gateway.close()
        if not listed:
            raise fail(Code.NO_CALENDAR, scope=Scope.ACCOUNT)
        if not any(c.writable is not False for c in listed):
            raise Failure(Trouble(Code.NO_WRITABLE_CALENDAR, Scope.ACCOUNT, count=len(listed)))
        account = Account(
            apple_id=before.apple_id if before else apple_id,
            principal=found.principal,
            home=gateway.home,
            addresses=found.addresses,
            connected=True,
            setup_done=before.setup_done if before else False,
            last_poll=before.last_poll if before else None,
        )
        with store.transaction():
            store.account.put(account)
            keep_listing(store, listed, found.default or default)
            write_to = _first_choice(desk, command.write_to)
            store.calendars.select(write_to=write_to, busy=None)
        if before is not None and before.own_addresses != account.own_addresses:
            expand_anew(store, desk.policy(), desk.clock())
        kept = around.vault.keep(account.apple_id, password)
    return ask.SignedIn(account.apple_id, tuple(desk.calendars()), write_to, kept)


def _first_choice(desk: Desk, asked: str | None) -> str:
    if asked is not None:
        return desk.writable(asked).id
    calendars = desk.calendars()
    chosen = [c for c in calendars if c.write_to and c.writable] or [c for c in calendars if c.default]
    return chosen[0].id


def disconnect(desk: Desk, erase: bool) -> None:
    """Forgets the password; `erase` also everything stored, even where nobody is connected. Sends nothing."""
    store, around = desk.store, desk.around
    account = store.account.get()
    if account is None and not erase:
        raise fail(Code.NOT_CONNECTED, scope=Scope.ACCOUNT)
    with around.lock.held(LOCK_WAIT):
        account = store.account.get()  # another may have erased it meanwhile
        if account is not None:
            around.vault.forget(account.apple_id)
        if erase:
            store.erase_copies()
        with store.transaction():
            if erase:
                store.account.erase()
                store.links.put(first_link(around.host_zone))
            elif account is not None:
                ended = replace(account, connected=False, trouble=None, outage=None)
                store.account.put(replace(ended, refused_at=None, locked=False))


def select(desk: Desk, command: ask.Select) -> tuple[Calendar, ...]:
    """The host's choice of calendars. What another calendar refused, or went with a calendar that is gone, is offered
    to the new write calendar."""
    desk.account()
    write_to = None if command.write_to is None else desk.writable(command.write_to).id
    busy = None if command.busy is None else [desk.calendar(name).id for name in command.busy]
    with desk.store.transaction():
        desk.store.calendars.select(write_to=write_to, busy=busy)
        if write_to is not None:
            retarget(desk, write_to)
    return tuple(desk.calendars())
