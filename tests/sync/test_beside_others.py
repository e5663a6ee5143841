"""What another process of the same profile did while a desk waited for its turn."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.desks import workplace
from tests.support.icloud import ICloud
from workestra_desktop.core.commands import Disconnect, SyncNow
from workestra_desktop.core.trouble import Code, Failure
from workestra_desktop.desktop.lock import SyncLock


@pytest.mark.parametrize("forgets", [False, True])
@pytest.mark.parametrize("erase", [False, True])
def test_the_one_before_has_disconnected(
    icloud: ICloud, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, erase: bool, forgets: bool
) -> None:
    """That the keychain has no password any more would be said of the account, and keep the window from polling once it
    is connected again."""
    icloud.mkcalendar("work", "Work")
    held = SyncLock.held
    others: list[SyncLock] = []
    with workplace(tmp_path / "profile", icloud.url) as first, workplace(tmp_path / "profile", icloud.url) as second:
        first.connect()

        @contextmanager
        def after_another(lock: SyncLock, wait_seconds: float) -> Iterator[None]:
            if not others:
                others.append(lock)
                second.desk.execute(Disconnect(erase))
            with held(lock, wait_seconds):
                yield

        monkeypatch.setattr(SyncLock, "held", after_another)
        if forgets:
            first.desk.execute(Disconnect())
            assert (first.store.account.get() is None) is erase, "what was erased does not come back"
            return
        known = len(icloud.standin.log())
        with pytest.raises(Failure) as refused:
            first.desk.execute(SyncNow())
        assert refused.value.trouble.code is Code.NOT_CONNECTED
        assert len(icloud.standin.log()) == known
        account = first.store.account.get()
        assert account is None if erase else account is not None and account.trouble is None
        assert len(first.desk.links()) == 1
