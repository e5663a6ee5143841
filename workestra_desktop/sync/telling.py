"""What the host is told of is kept together with the change, and told once that is stored."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from workestra_desktop.core.mirror import Store
from workestra_desktop.core.notice import Notice

Tell = Callable[[Notice], None]


@contextmanager
def telling(store: Store, clock: Callable[[], datetime], notify: Tell) -> Iterator[Tell]:
    """A transaction of its own (never inside another), and what to tell of it with.

    A process that dies leaves both the change and its notice in the list, or neither. Where nothing is stored, `notify`
    hears of nothing.
    """
    told: list[Notice] = []
    with store.transaction():

        def tell(notice: Notice) -> None:
            store.notices.add(notice, clock())
            told.append(notice)

        yield tell
    for notice in told:
        notify(notice)
