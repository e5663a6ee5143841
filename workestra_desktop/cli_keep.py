"""The part of `workestra` that keeps what the host has: backup, restore, export, and diagnostics for support."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workestra_desktop import cli_keep_output as out
from workestra_desktop.cli_run import Command, Run
from workestra_desktop.core.disk import OTHER_FILE
from workestra_desktop.core.trouble import Code, Failure, fail
from workestra_desktop.desktop.folders import LOCK, profile_folder

if TYPE_CHECKING:
    from workestra_desktop.core.restoring import Here
    from workestra_desktop.store.profile import ProfileStore

RESTORE_WAIT = 5.0
"""Seconds to wait for another Workestra that works with iCloud on this profile."""


def _outside(file: str, profile: Path) -> Path:
    """`file` as a path to write to; `bad_input` in this profile or another, where the app's own files are, or without a
    folder."""
    path = Path(file).expanduser().absolute()
    folder = path.resolve().parent
    if folder.is_relative_to(profile.resolve()) or (folder / LOCK).exists():
        raise fail(Code.BAD_INPUT, "That lies in the profile's own folder. Choose a place outside of it.")
    if path.is_dir() or not path.parent.is_dir():
        raise fail(Code.BAD_INPUT, "That is no place for a file.")
    return path


def _write(path: Path, text: str) -> None:
    """The file is private (mode 0600), and whole or as it was."""
    try:
        handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
                file.write(text)
            Path(name).replace(path)
        finally:
            Path(name).unlink(missing_ok=True)
    except OSError as refused:
        raise fail(Code.DISK, detail=f"{OTHER_FILE}: errno {refused.errno}") from None


@click.command(cls=Command)
@click.argument("file", metavar="FILE")
@click.pass_obj
def backup(run: Run, file: str) -> None:
    """Copy everything the app keeps, but the password, to FILE. An earlier backup there is replaced."""
    from workestra_desktop.store.profile import ProfileStore
    from workestra_desktop.store.restoring import opened_backup

    profile = profile_folder(run.profile, run.env)
    target = _outside(file, profile)
    if target.exists():
        with opened_backup(target, profile):
            pass  # `bad_input` if it is anything but a backup
    with closing(ProfileStore(profile)) as store:
        store.copies.copy_to(target)
        bookings, links = len(store.bookings.all()), len(store.links.all())
    document = {"file": str(target), "bytes": target.stat().st_size, "bookings": bookings, "links": links}
    run.result(document, lambda: [f"Kept in {target}: {bookings} bookings, {links} links. The password is not in it."])


@click.command(cls=Command)
@click.argument("file", metavar="FILE")
@click.option("--yes", is_flag=True, help="Do it; without, only show what would change.")
@click.pass_obj
def restore(run: Run, file: str, yes: bool) -> None:
    """Go back to a backup. What is here now is kept beside it, and nothing in iCloud is changed."""
    from zoneinfo import ZoneInfo

    from workestra_desktop.assembly import host_zone, now
    from workestra_desktop.desktop.lock import SyncLock
    from workestra_desktop.store import restoring

    profile = profile_folder(run.profile, run.env)
    with SyncLock(profile).held(RESTORE_WAIT), restoring.opened_backup(Path(file).expanduser(), profile) as old:
        why, kept = restoring.here(profile), None
        with _present(profile, why) as here:
            preview = restoring.preview(old, here, why)
            there, mine = old.bookings.all(), here.bookings.all() if here else []
            if yes and here is not None:
                kept = here.copies.before_restore(now())
                restoring.restore(old, here, now())
            elif yes:
                kept = restoring.replace_profile(old, profile, now(), why)
    zone = ZoneInfo(host_zone())
    run.result(
        out.restore_json(preview, kept, done=yes), lambda: out.restore_lines(preview, there, mine, zone, done=yes)
    )
    if kept is not None:
        run.say(f"What was here before is kept in {kept}.")


@contextmanager
def _present(profile: Path, why: Here) -> Iterator[ProfileStore | None]:
    """The profile as it is, None if it cannot be opened."""
    from workestra_desktop.core.restoring import Here
    from workestra_desktop.store.profile import ProfileStore

    if why is not Here.SOUND:
        yield None
        return
    with closing(ProfileStore(profile)) as store:
        yield store


@click.command(cls=Command)
@click.option("--format", "form", type=click.Choice(["csv", "ics", "json"]), required=True, help="Of the file.")
@click.option("--to", "file", metavar="FILE", help="Write it there instead of printing it.")
@click.pass_obj
def export(run: Run, form: str, file: str | None) -> None:
    """Hand out the bookings: all as csv or json, those that are live as ics."""
    profile = profile_folder(run.profile, run.env)
    target = None if file is None else _outside(file, profile)
    with run.desk() as desk:
        bookings, zone = desk.bookings(), desk.host_zone
        match form:
            case "csv":
                text = out.bookings_csv(bookings, zone)
            case "ics":
                from workestra_desktop.ical.calendar_file import calendar_file

                bookings = [b for b in bookings if b.live]
                text = calendar_file(bookings, desk.clock())
            case _:
                text = out.bookings_json(bookings, zone)
    if target is not None:
        _write(target, text)
        document = {"file": str(target), "format": form, "bookings": len(bookings)}
        written = f"Written to {target}: {len(bookings)} bookings."
        run.result(document, lambda: [written])
    elif run.as_json and form != "json":
        run.result({"format": form, "text": text}, list[str])
    else:
        with run.stdout():
            sys.stdout.buffer.write(text.encode("utf-8", "replace"))  # as the format asks, whatever the console takes


@click.command(cls=Command)
@click.argument("file", metavar="FILE", required=False)
@click.option("--preview", is_flag=True, help="Print what the file would hold.")
@click.pass_obj
def diagnostics(run: Run, file: str | None, preview: bool) -> None:
    """Write a report for support to FILE: versions, counts and codes, nothing of your events, guests or account."""
    if (file is None) != preview:
        raise click.UsageError("Give a FILE, or --preview to read the report first.")
    report = _report(run, profile_folder(run.profile, run.env))
    text = json.dumps(report, indent=2) + "\n"
    if file is None:
        with run.stdout():
            click.echo(text, nl=False)
        return
    target = _outside(file, profile_folder(run.profile, run.env))
    _write(target, text)
    run.result({"file": str(target), "bytes": len(text)}, lambda: [f"Written to {target}. Read it before you send it."])


def _report(run: Run, profile: Path) -> dict[str, object]:
    """The report; of a profile that cannot be opened, what can be said without it."""
    import platform
    import sqlite3
    from importlib.metadata import PackageNotFoundError, version

    from workestra_desktop import __version__

    versions: dict[str, str] = {"workestra": __version__, "python": platform.python_version()}
    versions["sqlite"] = sqlite3.sqlite_version
    for package in ("PySide6-Essentials", "caldav", "niquests", "icalendar", "keyring", "tzdata"):
        try:
            versions[package] = version(package)
        except PackageNotFoundError:
            versions[package] = "unknown"  # a frozen app carries no metadata
    system = {"system": platform.system(), "release": platform.release(), "machine": platform.machine()}
    report: dict[str, object] = {"versions": versions, "platform": system}
    try:
        report |= _state(run, profile)
    except Failure as failure:
        from workestra_desktop.core.redaction import trouble_facts

        report["profile"] = trouble_facts(failure.trouble)
    return report


def _state(run: Run, profile: Path) -> dict[str, object]:
    from workestra_desktop.core import redaction as safe
    from workestra_desktop.store.database import SCHEMA
    from workestra_desktop.store.profile import FILE, ProfileStore

    with run.desk() as desk, closing(ProfileStore(profile)) as store:
        snapshot, account, now = desk.snapshot(), store.account.get(), desk.clock()
        horizon = store.account.horizon()
        lines = store.newest_journal(200)
        return {
            "taken_at": now.isoformat(timespec="seconds"),
            "host_zone": desk.around.host_zone,
            "state": str(snapshot.state),
            "problems": safe.codes(snapshot.problems),
            "profile": {
                "schema": store.database.rows("PRAGMA user_version")[0][0],
                "known_schema": SCHEMA,
                "bytes": (profile / FILE).stat().st_size,
                "copies": store.copies.count(),
                "copy_trouble": safe.trouble_facts(store.copies.trouble()),
            },
            "account": safe.account_facts(account),
            "horizon": safe.span_facts(horizon.span if horizon else None),
            "calendars": [safe.calendar_facts(c) for c in snapshot.calendars],
            "bookings": safe.booking_facts(snapshot.bookings, now),
            "outbox": [safe.intent_facts(intent) for intent in store.outbox.all()],
            "settings": safe.settings_facts(snapshot.settings, len(snapshot.event_rules)),
            "links": [safe.link_facts(link) for link in snapshot.links],
            "hosts": safe.hosts([desk.around.endpoint.url, *([account.home] if account else [])], store.hosts.counts()),
            "journal": safe.journal_facts(lines),
            "notices": safe.notice_facts(snapshot.notices),
            "preferences": safe.preference_facts(snapshot.preferences),
        }
