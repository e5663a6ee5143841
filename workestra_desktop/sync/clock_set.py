"""What was reckoned with a clock that has been set since."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from workestra_desktop.core.booking import Status
from workestra_desktop.core.outbox import Intent, waits_for_host

if TYPE_CHECKING:
    from workestra_desktop.sync.desk import Desk


def begin_waits_anew(desk: Desk, set_by: timedelta) -> None:
    """To be called when the clock was found set, before anything is concluded from a time that was kept.

    Proofs that need time between two looks begin anew, as nobody knows how much has really passed: the second look for
    a missing event (product.md [20–22]) and the second refusal of a password; so does the hour after which the host
    hears that iCloud is out of reach. A write whose time would now come later than meant has waited long enough. Doing
    this twice, from two windows, does no harm.
    """
    store, now, account = desk.store, desk.clock(), desk.store.account.get()
    missing = [b for b in store.bookings.all() if b.missing_since is not None and b.status is Status.CONFIRMED]
    late = [i for i in store.outbox.all() if set_by < timedelta() and _waits(i, now)]
    refused = account is not None and account.refused_at is not None
    out = account.outage if account is not None else None
    if not (missing or late or refused or out):
        return
    with store.transaction():
        for booking in missing:
            store.bookings.put(replace(booking, missing_since=now))
        for intent in late:
            store.outbox.postpone(intent.id, now, held=intent.held)
        if account is not None and (refused or out):
            counted_anew = replace(out, since=now, last=now) if out else None
            store.account.put(replace(account, refused_at=now if refused else None, outage=counted_anew))


def _waits(intent: Intent, now: datetime) -> bool:
    return intent.not_before is not None and intent.not_before > now and not waits_for_host(intent, now)
