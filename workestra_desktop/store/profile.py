"""The store of one profile, composed of its rows."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path

from workestra_desktop.core.disk import profile_damaged
from workestra_desktop.core.mirror import JournalLine
from workestra_desktop.core.trouble import Trouble
from workestra_desktop.store.backup import Copies
from workestra_desktop.store.booking_rows import SqlBookings, SqlJournal, SqlLinks, SqlOutbox
from workestra_desktop.store.calendar_rows import SqlAccount, SqlCalendars, SqlMirror
from workestra_desktop.store.database import Database, instant
from workestra_desktop.store.host_rows import SqlHosts
from workestra_desktop.store.notice_rows import SqlNotices
from workestra_desktop.store.overlap_rows import SqlOverlaps
from workestra_desktop.store.preference_rows import SqlPreferences
from workestra_desktop.store.setting_rows import SqlSettings

FILE = "workestra.sqlite3"


class ProfileStore:
    """Implements `workestra_desktop.core.mirror.Store` on one SQLite file. For one thread."""

    def __init__(self, folder: Path) -> None:
        self._database = Database(folder / FILE)
        self.account = SqlAccount(self._database)
        self.calendars = SqlCalendars(self._database)
        self.mirror = SqlMirror(self._database)
        self.bookings = SqlBookings(self._database)
        self.outbox = SqlOutbox(self._database)
        self.links = SqlLinks(self._database)
        self.journal = SqlJournal(self._database)
        self.settings = SqlSettings(self._database)
        self.overlaps = SqlOverlaps(self._database)
        self.hosts = SqlHosts(self._database)
        self.notices = SqlNotices(self._database)
        self.preferences = SqlPreferences(self._database)
        self.copies = Copies(folder, FILE, self._database)

    def transaction(self, *, lasting: bool = True) -> AbstractContextManager[None]:
        return self._database.transaction(lasting=lasting)

    def need_sound(self) -> None:
        """Raises the `Failure` (`disk`) of damage that was found, by whatever means, since this store was opened."""
        if self._database.damage is not None:
            raise self._database.damage

    def blame(self, trouble: Trouble) -> None:
        """Notes damage that another process has met: from now on nothing is written through this store."""
        if profile_damaged(trouble):
            self._database.blame(trouble.detail)

    def erase_copies(self) -> None:
        """Deletes every copy the app made of this profile. Raises `Failure` (`disk`) if one cannot be."""
        self.copies.erase()

    @property
    def database(self) -> Database:
        """For what concerns the file as a whole; rows have their own names above."""
        return self._database

    def newest_journal(self, most: int) -> list[JournalLine]:
        """The last lines of the journal, of whatever booking, oldest first."""
        rows = self._database.rows("SELECT at, what, detail FROM journal ORDER BY id DESC LIMIT ?", (most,))
        return [JournalLine(instant(at), what, detail) for at, what, detail in reversed(rows)]

    def data_version(self) -> int:
        return self._database.data_version()

    def close(self) -> None:
        self._database.close()
