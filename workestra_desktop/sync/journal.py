"""What happened to a booking's event, with its text before and after, in the same transaction as the change itself."""

from __future__ import annotations

from datetime import datetime

from workestra_desktop.core.interval import Span
from workestra_desktop.core.mirror import Store
from workestra_desktop.ical.keeping import kept


def note_text(
    store: Store, booking: str, at: datetime, what: str, detail: str, text: str, *, was: Span | None = None
) -> None:
    """The booking's event now reads `text`, and that is what Undo would bring back. `was`: moved from there."""
    before, after = store.journal.text(booking), keep_text(store, booking, text)
    said = "; ".join(part for part in (detail, kept(text)[1]) if part)
    store.journal.write(booking, at, what, said, before=before, after=after, was=was)


def note_odd(store: Store, booking: str, at: datetime, what: str, text: str) -> None:
    """The event became `text`, which cannot stand for the booking: Undo would bring back what it was before."""
    after, said = kept(text)
    store.journal.write(booking, at, what, said, before=store.journal.text(booking), after=after)


def note_gone(store: Store, booking: str, at: datetime, what: str, detail: str = "") -> None:
    """The booking's event is not in iCloud any more; its text stays known."""
    store.journal.write(booking, at, what, detail, before=store.journal.text(booking))


def keep_text(store: Store, booking: str, text: str) -> str:
    """Remembers `text`, cut to what is kept of it, and returns that."""
    light, _ = kept(text)
    store.journal.keep_text(booking, light)
    return light
