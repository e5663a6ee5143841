"""The account on the server: what clients ask of it over the wire, and what its owner does to it on a phone."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Literal

from workestra_desktop.demo.icloud import household, identity, paths, protocol
from workestra_desktop.demo.icloud.account import Account
from workestra_desktop.demo.icloud.exchange import Answer, Request
from workestra_desktop.demo.icloud.gate import PASSWORD_FORM
from workestra_desktop.demo.icloud.storage import Collection, Kind, Stored
from workestra_desktop.demo.icloud.switches import Switches


class Cloud:
    """One iCloud account. Every method may be called from any thread.

    What the phone does meets no conditions and no rules, and a body it stores is kept byte for byte. Its paths are
    decoded (`/17149682/calendars/home/a@b.ics`), calendars are given by name or by path, and etags have their quotes.
    What names nothing raises ValueError; so does what makes no sense.
    """

    APPLE_ID = household.APPLE_ID
    PASSWORD = household.PASSWORD
    DSID = paths.DSID

    def __init__(self, clock: Callable[[], datetime]) -> None:
        """The clock is aware. The account begins with the whole household."""
        self._lock = threading.RLock()
        self._account = Account(clock, identity.Stamps(clock))
        self.reset()

    @property
    def switches(self) -> Switches:
        """The same object for the life of the account."""
        return self._account.switches

    def answer(self, request: Request) -> Answer:
        """Raises nothing, whatever a client sends."""
        with self._lock:
            return protocol.respond(self._account, request)

    def set_addresses(self, entry: str, partition: str) -> None:
        """Where the two hosts are, with ports and without a slash at the end: for redirects and the home-set."""
        with self._lock:
            self._account.entry = entry
            self._account.partition = partition

    def reset(self, calendars: Sequence[Mapping[str, Any]] | None = None) -> None:
        """Everything as on the first day, but for the addresses. None: the whole household (row 9).

        A list: the technical collections, and a calendar for each mapping of arguments of `mkcalendar`.
        """
        with self._lock:
            self._account.clear()
            made = household.CALENDARS if calendars is None else calendars
            for arguments in made:
                self.mkcalendar(**arguments)
            stamp = self._account.stamps.next()
            for collection in household.technical(stamp):
                self._account.storage.save_collection(collection)

    def allow(self, password: str) -> None:
        """One more app-specific password, `xxxx-xxxx-xxxx-xxxx`; no other kind ever works (row 4)."""
        if not PASSWORD_FORM.fullmatch(password):
            raise ValueError("an app-specific password is four groups of four lower-case letters")
        with self._lock:
            self._account.passwords.add(password)

    def revoke(self, password: str | None = None) -> None:
        """None revokes all, as a change of the Apple ID's password does."""
        with self._lock:
            if password is None:
                self._account.passwords.clear()
            else:
                self._account.passwords.discard(password)

    def mkcalendar(
        self,
        name: str,
        displayname: str | None = None,
        color: str = "#1BADF8FF",
        order: int | None = None,
        components: Sequence[str] = ("VEVENT",),
        privileges: Literal["all", "read"] = "all",
        shared: Literal["by-me", "with-me"] | None = None,
        owner: str | None = None,
        owner_name: str | None = None,
        transparent: bool = False,
        subscribed: bool = False,
    ) -> str:
        """A new, empty calendar; returns its path. `owner` is the href of the sharer's principal."""
        with self._lock:
            if not name or "/" in name or self._account.storage.collection(name) is not None:
                raise ValueError(f"no name for a new calendar: {name!r}")
            stamp = self._account.stamps.next()
            sharer = owner or (household.SHARER if shared == "with-me" else None)
            made = Collection(
                name=name, kind=Kind.CALENDAR, displayname=displayname, color=color, sort=order,
                components=" ".join(components), writable=privileges == "all", shared=shared, owner=sharer,
                owner_name=owner_name, transparent=transparent, subscribed=subscribed, revision=stamp, floor=stamp,
            )  # fmt: skip
            self._account.storage.save_collection(made)
            return paths.plain(name)

    def rmcalendar(self, name: str) -> None:
        with self._lock:
            self._account.storage.drop_collection(self._collection(name).name)
            self._account.stamps.next()

    def set_privileges(self, name: str, privileges: Literal["all", "read"]) -> None:
        with self._lock:
            self._change(replace(self._collection(name), writable=privileges == "all"))

    def rename(self, name: str, displayname: str) -> None:
        with self._lock:
            self._change(replace(self._collection(name), displayname=displayname))

    def put(self, calendar: str, name: str, text: str) -> str:
        """Makes or replaces an object; returns its path."""
        with self._lock:
            if not name or "/" in name:
                raise ValueError(f"no name for an object: {name!r}")
            collection = self._collection(calendar).name
            self._account.save(collection, name, text.encode())
            return paths.plain(collection, name)

    def get(self, path: str) -> tuple[str, str] | None:
        """The text and the etag; None if there is no such object."""
        with self._lock:
            where = paths.split_plain(path)
            stored = self._account.storage.object(where.collection, where.name)
            return None if stored is None else (stored.body.decode(), identity.etag(stored.stamp))

    def delete(self, path: str) -> None:
        with self._lock:
            self._account.storage.remove(self._stored(path), self._account.stamps.next())

    def names(self, calendar: str) -> dict[str, str]:
        """The etag of each object by its path, the hidden ones left out."""
        with self._lock:
            self._account.reveal()
            collection = self._collection(calendar).name
            entries = self._account.storage.entries(collection)
            return {paths.plain(collection, entry.name): identity.etag(entry.stamp) for entry in entries}

    def move(self, path: str, to_calendar: str, new_name: str | None = None) -> str:
        """To another calendar under the same UID, which only devices may do. Returns the new path."""
        with self._lock:
            stored = self._stored(path)
            target = self._collection(to_calendar).name
            name = new_name or stored.name
            if (target, name) != (stored.collection, stored.name):
                self._account.storage.remove(stored, self._account.stamps.next())
                self._account.save(target, name, stored.body)
            return paths.plain(target, name)

    def resave(self, path: str) -> str:
        """Saves an object anew with a line of Apple's in it; returns its new etag (row 27)."""
        with self._lock:
            return self._account.resave(self._stored(path))

    def hide(self, path: str, seconds: float) -> None:
        """Leaves an object out of listings and reports for a while; GET still finds it (row 29)."""
        with self._lock:
            stored = self._stored(path)
            self._account.hide(stored.collection, stored.name, seconds)

    def expire_tokens(self) -> None:
        """No sync token handed out so far is good any more (row 14); the ctags, being tokens too, are new."""
        with self._lock:
            self._account.storage.expire(self._account.stamps.next())

    def mails(self) -> list[str]:
        """What Apple would have mailed to guests, oldest first (row 37)."""
        with self._lock:
            return list(self._account.mails)

    def pushes(self) -> list[str]:
        """The notices that people who share a calendar would have got, oldest first (row 37)."""
        with self._lock:
            return list(self._account.pushes)

    def _collection(self, calendar: str) -> Collection:
        collection = self._account.storage.collection(paths.name_of(calendar))
        if collection is None:
            raise ValueError(f"no such calendar: {calendar}")
        return collection

    def _change(self, collection: Collection) -> None:
        self._account.storage.save_collection(replace(collection, revision=self._account.stamps.next()))

    def _stored(self, path: str) -> Stored:
        where = paths.split_plain(path)
        stored = self._account.storage.object(where.collection, where.name)
        if stored is None:
            raise ValueError(f"no such object: {path}")
        return stored
