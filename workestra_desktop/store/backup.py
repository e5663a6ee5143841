"""The app's own copies of a profile: one a day at most, those before migrations and restores, and why one failed.

The password is never in them: it is in the keychain only.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from workestra_desktop.core import disk
from workestra_desktop.core.mirror import DailyCopies
from workestra_desktop.core.trouble import Code, Failure, Scope, Trouble, fail
from workestra_desktop.store.copying import FOLDER, ROOM, copies_folder, read_only, write_copy
from workestra_desktop.store.damage import damage_of
from workestra_desktop.store.database import Database, translated

KEPT = 14
"""How many copies of each kind are kept."""

DECIDED = ("bookings", "links", "settings", "event_rules", "intents", "preferences")
"""The tables of what the host has decided; the rest is read from iCloud again, or tells of these."""

_DAILY = "daily-*.sqlite3"
_BEFORE_RESTORE = "before-restore-*.sqlite3"
_TROUBLE = "backup.trouble"


class Copies:
    """The copies of the profile in `folder`, whose database is `file`. For one thread, that of `database`."""

    def __init__(self, folder: Path, file: str, database: Database) -> None:
        self._profile = folder
        self._file = folder / file
        self._database = database
        self._failed = ""
        self._checked: date | None = None

    def keep_daily(self, now: datetime) -> bool:
        """Makes the copy of this day (UTC) unless there is one or nothing was decided since the last; says if it did.

        Before the first of a day the database is looked through: no copy of a damaged one takes the place of a good
        one. Never raises `Failure`: what kept it from being made is `trouble()` until a copy succeeds.
        """
        try:
            self._database.need_place()
            self._check(now.astimezone(UTC).date())
            with self._named(disk.DAILY_COPY):
                made = self._make_daily(now)
                (self._profile / _TROUBLE).unlink(missing_ok=True)
        except Failure as failure:
            if disk.profile_damaged(failure.trouble):
                self._database.blame(failure.trouble.detail)
            elif _of_a_copy(failure.trouble):
                self._note(failure.trouble.detail)
            return False
        self._failed = ""
        return made

    def _check(self, today: date) -> None:
        """Once a day in each process, whether or not a copy is due."""
        if self._checked != today:
            self._database.check()
            self._checked = today

    def _make_daily(self, now: datetime) -> bool:
        folder = copies_folder(self._profile)
        target = folder / f"daily-{now.astimezone(UTC):%Y-%m-%d}.sqlite3"
        if target.exists():
            return False
        known = sorted(folder.glob(_DAILY))
        with closing(_reading(self._file)) as connection:
            if known and _decided(connection) == _decided_in(known[-1]):
                return False
            write_copy(connection, target)
        _thin_out(folder, _DAILY, target)
        return True

    def before_restore(self, now: datetime) -> Path:
        """Keeps the profile as it is now. Raises `Failure` (`disk`)."""
        with self._named("copy before restoring"):
            folder = copies_folder(self._profile)
            target = folder / f"before-restore-{now.astimezone(UTC):%Y-%m-%dT%H%M%S.%fZ}.sqlite3"
            with closing(_reading(self._file)) as connection:
                write_copy(connection, target)
            _thin_out(folder, _BEFORE_RESTORE, target)
        return target

    def copy_to(self, target: Path) -> None:
        """One copy where the host wants it. Raises `Failure` (`disk`); `target` is then as it was."""
        with self._named(disk.OTHER_FILE), closing(_reading(self._file)) as connection:
            write_copy(connection, target)

    def count(self) -> int:
        """How many copies there are, of every kind."""
        return len(list((self._profile / FOLDER).glob("*.sqlite3")))

    def trouble(self) -> Trouble | None:
        """Why there is no copy of the last days, if one failed, also in another process; or that the profile is
        damaged. The subject is the day of the newest daily copy, '' if there is none."""
        if self._database.damage is not None:
            return self._database.damage.trouble
        detail = self._failed
        if not detail:
            try:
                detail = (self._profile / _TROUBLE).read_text("utf-8", "replace")
            except FileNotFoundError:
                return None
            except OSError as refused:
                detail = f"{disk.DAILY_COPY}: errno {refused.errno}"
        return Trouble(Code.DISK, Scope.APP, self._newest(), detail[:80])

    def daily(self) -> DailyCopies:
        """A file that someone else has put there under such a name counts as no copy."""
        folder = str(self._profile / FOLDER)
        try:
            return DailyCopies(folder, date.fromisoformat(self._newest()))
        except ValueError:
            return DailyCopies(folder)

    def _newest(self) -> str:
        """The day of the newest daily copy (UTC, ISO 8601), '' if there is none."""
        return max((copy.stem.removeprefix("daily-") for copy in (self._profile / FOLDER).glob(_DAILY)), default="")

    def _note(self, detail: str) -> None:
        self._failed = detail
        try:
            (self._profile / _TROUBLE).write_text(detail, "utf-8")
        except OSError:
            pass  # the same disk refuses this as well; this process knows it all the same

    @contextmanager
    def _named(self, whose: str) -> Iterator[None]:
        """Says in the detail of a `disk` whose file it was. That the profile is damaged is said plainly."""
        try:
            with translated():
                yield
        except OSError as refused:
            raise fail(Code.DISK, detail=f"{whose}: errno {refused.errno}") from refused
        except Failure as failure:
            trouble = failure.trouble
            if trouble.code is not Code.DISK:
                raise
            if disk.profile_damaged(trouble):
                raise damage_of(self._file, trouble.detail) from failure
            raise fail(Code.DISK, detail=f"{whose}: {trouble.detail}") from failure

    def erase(self) -> None:
        """Deletes every copy, of this and of earlier forms. Raises `Failure` (`disk`) if one cannot be."""
        with self._named("erasing copies"):
            folder = self._profile / FOLDER
            if folder.is_dir():
                for copy in folder.iterdir():
                    copy.unlink(missing_ok=True)
                folder.rmdir()
            for left in self._profile.glob(f"{ROOM}*"):  # a process was killed while it restored
                shutil.rmtree(left)
            for copy in self._profile.glob(f"{self._file.stem}.schema*.backup*"):
                copy.unlink()
            (self._profile / _TROUBLE).unlink(missing_ok=True)


def _reading(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(file, isolation_level=None, timeout=10.0)


def _decided(connection: sqlite3.Connection) -> list[list[tuple[object, ...]]]:
    # Names of tables cannot be bound; these are the ones above.
    return [connection.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall() for table in DECIDED]  # noqa: S608


def _decided_in(copy: Path) -> list[list[tuple[object, ...]]] | None:
    """None for a copy that cannot be read, or of an older schema: it does not stand for today."""
    try:
        with closing(sqlite3.connect(read_only(copy), uri=True)) as connection:
            return _decided(connection)
    except sqlite3.DatabaseError:
        return None


def _thin_out(folder: Path, pattern: str, newest: Path) -> None:
    """Deletes all but `newest` and those that come last by name."""
    others = sorted(copy for copy in folder.glob(pattern) if copy != newest)
    for copy in others[: -(KEPT - 1)]:
        copy.unlink(missing_ok=True)


def _of_a_copy(trouble: Trouble) -> bool:
    """Whether only the copy failed. A busy profile passes by the next round; one that is gone says so by itself."""
    return trouble.code is not Code.PROFILE_BUSY and disk.cause(trouble) is not disk.Cause.GONE
