"""What the settings window changes, as it is kept now, and how each piece of it is changed and put back."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from workestra_desktop.core.calendar import Calendar
from workestra_desktop.core.commands import ChangePreferences, ChangeSettings, RemoveLink, RuleEvent, Select, SetLink
from workestra_desktop.core.link import Link
from workestra_desktop.core.settings import Blocking, EventRule
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.ui.courier import Courier
from workestra_desktop.ui.settings_changes import Change, Work


class Kept:
    """The values are those of the last answer or snapshot. A change of one field leaves what else has changed since."""

    def __init__(self, courier: Courier, snapshot: Snapshot) -> None:
        self._courier = courier
        self.take_in(snapshot)

    def take_in(self, snapshot: Snapshot) -> None:
        self.settings, self.rules = snapshot.settings, snapshot.event_rules
        self.preferences, self.calendars = snapshot.preferences, snapshot.calendars

    @property
    def write_to(self) -> str | None:
        """The id of the calendar bookings are written to, if it can still take them."""
        return next((c.id for c in self.calendars if c.write_to and c.writable and not c.gone), None)

    @property
    def busy(self) -> tuple[str, ...]:
        """The ids of the busy calendars."""
        return tuple(c.id for c in self.calendars if c.busy)

    # Changes

    def setting(self, field: str, value: Any, name: str, said: str) -> Change:
        """Of the field of `Settings` called `field`."""
        before = getattr(self.settings, field)
        return Change(name, said, partial(self._set, {field: value}), partial(self._set, {field: before}))

    def preference(self, field: str, value: Any, name: str, said: str) -> Change:
        """Of the field of `Preferences` called `field`."""
        before = getattr(self.preferences, field)
        return Change(name, said, partial(self._prefer, {field: value}), partial(self._prefer, {field: before}))

    def rule(self, rule: EventRule, name: str, said: str) -> Change:
        """How one event counts."""
        before = next((r.blocks for r in self.rules if r.uid == rule.uid), Blocking.USUAL)
        return Change(
            name, said, partial(self._rule, rule), partial(self._rule, EventRule(rule.uid, before, rule.title))
        )

    def writing(self, calendar: Calendar, name: str, said: str) -> Change:
        """Which calendar bookings are written to. There is no way back to none."""
        before = self.write_to
        undo = None if before is None else partial(self._select, Select(write_to=before))
        return Change(name, said, partial(self._select, Select(write_to=calendar.id)), undo)

    def counting(self, calendar: Calendar, on: bool, name: str, said: str) -> Change:
        """Whether a calendar's events count."""
        return Change(name, said, partial(self._count, calendar.id, on), partial(self._count, calendar.id, not on))

    def link(self, before: Link | None, after: Link | None, name: str, said: str) -> Change:
        """Of a link: None before for a new one, None after for one that was removed."""
        return Change(name, said, self._linking(before, after), self._linking(after, before))

    # How they are made

    async def _set(self, fields: dict[str, Any]) -> None:
        self.settings = await self._courier.ask(ChangeSettings(replace(self.settings, **fields)))

    async def _prefer(self, fields: dict[str, Any]) -> None:
        self.preferences = await self._courier.ask(ChangePreferences(replace(self.preferences, **fields)))

    async def _rule(self, rule: EventRule) -> None:
        await self._courier.ask(RuleEvent(rule.uid, rule.blocks, rule.title))
        self.rules = _ruled(self.rules, rule)

    async def _count(self, calendar: str, on: bool) -> None:
        busy = tuple(c.id for c in self.calendars if (on if c.id == calendar else c.busy))
        await self._select(Select(busy=busy))

    async def _select(self, choice: Select) -> None:
        self.calendars = await self._courier.ask(choice)

    def _linking(self, before: Link | None, after: Link | None) -> Work:
        async def work() -> None:
            if after is not None:
                await self._courier.ask(SetLink(after))
            elif before is not None:
                await self._courier.ask(RemoveLink(before.slug))

        return work


def _ruled(rules: tuple[EventRule, ...], made: EventRule) -> tuple[EventRule, ...]:
    """`rules` with `made`: in place where the event had one, else at the end."""
    if made.uid in (rule.uid for rule in rules):
        rules = tuple(made if rule.uid == made.uid else rule for rule in rules)
    else:
        rules = (*rules, made)
    return tuple(rule for rule in rules if rule.blocks is not Blocking.USUAL)
