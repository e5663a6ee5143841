"""What a trouble with the whole account leads to: it stays visible, a password counts as withdrawn, the host hears."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from workestra_desktop.core.mirror import Account
from workestra_desktop.core.notice import Notice, NoticeKind
from workestra_desktop.core.outage import outage
from workestra_desktop.core.trouble import Code, Scope, Trouble, of_password_in_use
from workestra_desktop.sync.desk import CONFIRM_REFUSAL
from workestra_desktop.sync.telling import telling

if TYPE_CHECKING:
    from workestra_desktop.sync.desk import Desk


def remember(desk: Desk, trouble: Trouble, *, first_here: bool) -> Trouble:
    """Account-wide troubles stay visible until a poll succeeds; the second refusal in a row locks the account.

    `first_here`: nothing went wrong before in this process. A start never tells of an outage by itself.
    Returns what to tell: `trouble` with what is known of the password, or that it is withdrawn.
    """
    account = desk.store.account.get()
    trouble = of_password_in_use(trouble)
    if account is None or trouble.scope is not Scope.ACCOUNT:
        return trouble
    now = desk.clock()
    noted, notice = _refused(account, trouble, now)
    if desk.paused_until() is None:
        rest = account.trouble.retry_after if account.trouble is not None else None
        out = outage(account.outage, trouble, rest=rest, now=now)
        if out is not None and out.long and not out.told and not first_here:
            out, notice = replace(out, told=True), Notice(NoticeKind.NETWORK, trouble=trouble)
        noted = replace(noted, outage=out)
    with telling(desk.store, desk.clock, desk.around.notify) as tell:
        desk.store.account.put(noted)
        if notice is not None:
            tell(notice)
    return noted.trouble or trouble


def _refused(account: Account, trouble: Trouble, now: datetime) -> tuple[Account, Notice | None]:
    """The account with `trouble`, and what is to be told of a password that was refused."""
    if trouble.code is not Code.SIGN_IN_REFUSED:
        return replace(account, trouble=trouble), None
    first = account.refused_at
    if first is not None and first > now:  # by a clock that has been set back since
        first = None
    if first is not None and now - first >= CONFIRM_REFUSAL:
        revoked = Trouble(Code.RECONNECT_NEEDED, Scope.ACCOUNT, detail=trouble.detail)
        return replace(account, trouble=revoked, locked=True), Notice(NoticeKind.RECONNECT, trouble=revoked)
    return replace(account, trouble=trouble, refused_at=first or now), None
