"""The store of one profile, composed of its rows."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path

from workestra_desktop.core.trouble import Code, fail
from workestra_desktop.store.booking_rows import SqlBookings, SqlJournal, SqlLinks, SqlOutbox
from workestra_desktop.store.calendar_rows import SqlAccount, SqlCalendars, SqlMirror
from workestra_desktop.store.database import Database
from workestra_desktop.store.setting_rows import SqlSettings

FILE = "workestra.sqlite3"


class ProfileStore:
    """Implements `workestra_desktop.core.mirror.Store` on one SQLite file. For one thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._database = Database(folder / FILE)
        self.account = SqlAccount(self._database)
        self.calendars = SqlCalendars(self._database)
        self.mirror = SqlMirror(self._database)
        self.bookings = SqlBookings(self._database)
        self.outbox = SqlOutbox(self._database)
        self.links = SqlLinks(self._database)
        self.journal = SqlJournal(self._database)
        self.settings = SqlSettings(self._database)

    def transaction(self, *, lasting: bool = True) -> AbstractContextManager[None]:
        return self._database.transaction(lasting=lasting)

    def erase_copies(self) -> None:
        """Deletes the copies that were made before migrations. Raises `Failure` (`disk`) if one cannot be."""
        for copy in self._folder.glob(f"{Path(FILE).stem}.schema*.backup*"):
            try:
                copy.unlink()
            except OSError as error:
                raise fail(Code.DISK, detail=type(error).__name__) from error

    def data_version(self) -> int:
        return self._database.data_version()

    def close(self) -> None:
        self._database.close()
