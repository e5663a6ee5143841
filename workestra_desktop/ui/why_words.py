"""Why a minute can or cannot be booked, in words for people; the settings by name. Texts from calendars stay plain."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import assert_never
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from workestra_desktop.core.booking import Booking
from workestra_desktop.core.calendar import Block, Calendar, Reason
from workestra_desktop.core.link import Link
from workestra_desktop.core.plain import plain
from workestra_desktop.core.settings import Blocking, EventRule
from workestra_desktop.core.slots import Refusal, whereabouts
from workestra_desktop.core.week import Stretch
from workestra_desktop.core.whereabouts import Stay
from workestra_desktop.ui.link_words import hours_words, minutes_words, windows_words
from workestra_desktop.ui.when import clock, dated, day, long_day, meeting_time
from workestra_desktop.ui.words import link_title

_TITLE = 120
_NAME = 60
_SAID = 3
"""Reasons a screen reader hears at once; the panel shows them all."""

_MINUTE = timedelta(minutes=1)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Why", text)


@dataclass(frozen=True, slots=True)
class Why:
    """One reason. Empty texts have nothing to say; `change` is the text of the button that leads to the link's rules.

    `uid` is the event's whose counting the host may rule on, `counts` how it is ruled now; `booking` one to open.
    """

    title: str
    sentence: str
    setting: str = ""
    when: str = ""
    calendar: str = ""
    """Its name; `colour` as iCloud has it."""
    colour: str = ""
    change: str = ""
    settings: bool = False
    uid: str = ""
    counts: Blocking = Blocking.USUAL
    booking: str = ""
    near: str = ""
    """For time that is free itself: what about `title` is in the way."""

    @property
    def brief(self) -> str:
        """`Team call (Work)`."""
        name = self.title
        if self.calendar:
            name = _tr("{title} ({calendar})").format(title=name, calendar=self.calendar)
        return self.near.replace("{title}", name) if self.near else name


@dataclass(frozen=True, slots=True)
class Teller:
    """Words for what a week of `link` says, to a host whose clock is in `where`."""

    link: Link
    minutes: int
    where: ZoneInfo
    now: datetime
    calendars: tuple[Calendar, ...] = ()
    rules: tuple[EventRule, ...] = ()
    stays: tuple[Stay, ...] = ()
    bookings: tuple[Booking, ...] = ()

    def say(self, stretch: Stretch | None, moment: datetime) -> str:
        """The answer at `moment` in one sentence, for a screen reader."""
        local = moment.astimezone(self.where)
        return f"{long_day(local.date())}, {clock(moment, self.where)}: {self.answer(stretch, moment)}"

    def answer(self, stretch: Stretch | None, moment: datetime) -> str:
        """`can be booked`, or the reasons by name."""
        if stretch is None:
            return _tr("not known yet")
        if stretch.open:
            return _tr("can be booked")
        briefs = list(dict.fromkeys(self.why(reason, moment).brief for reason in stretch.reasons))
        text = "; ".join(briefs[:_SAID])
        more = len(briefs) - _SAID
        return text if more <= 0 else text + _tr("; and {count} more").format(count=more)

    def why(self, refusal: Refusal, moment: datetime) -> Why:
        """`refusal` as it is told to somebody who points at `moment`."""
        match refusal.kind:
            case "past":
                return Why(_tr("Over"), _tr("This time has passed."))
            case "begun":
                return Why(_tr("Begun"), _tr("A meeting over this time would have begun already."), self._starts,
                           change=_tr("Change starting times…"))  # fmt: skip
            case "notice":
                return self._notice(refusal)
            case "window":
                return self._window(refusal)
            case "hours":
                return self._hours(refusal, moment)
            case "step":
                return self._step()
            case "limit":
                return self._limit(refusal, moment)
            case "busy" | "buffer" | "gap":
                return self._taken(refusal, moment)
            case _:
                raise AssertionError(refusal.kind)

    def beside(self, block: Block) -> Why:
        """An occurrence that takes no time, and why it takes none."""
        setting = ""
        match block.reason:
            case Reason.FREE:
                sentence = _tr("The event itself says that you are free.")
            case Reason.DECLINED:
                sentence = _tr("You declined it.")
            case Reason.CANCELLED:
                sentence = _tr("It is cancelled.")
            case Reason.NEVER:
                sentence, setting = _tr("Takes no time, by your word."), _tr("You chose that this event never blocks")
            case Reason.TENTATIVE_FREE:
                sentence, setting = _tr("It is only tentative."), _tr("Tentative events take no time")
            case Reason.UNANSWERED_FREE:
                sentence, setting = _tr("You have not answered it."), _tr("Unanswered invitations take no time")
            case Reason.ALL_DAY_FREE:
                sentence, setting = _tr("It lasts all day."), _tr("All-day events never take time")
            case Reason.BUSY | Reason.TENTATIVE | Reason.UNANSWERED | Reason.ALL_DAY | Reason.UNREADABLE:
                raise AssertionError(block.reason)
            case Reason.ALWAYS:
                raise AssertionError(block.reason)
            case _:
                assert_never(block.reason)
        ruled = block.reason in (Reason.TENTATIVE_FREE, Reason.UNANSWERED_FREE, Reason.ALL_DAY_FREE)
        return Why(
            self._titled(block.title), sentence, setting,
            self._time(block.start + block.travel, block.end - block.travel_back, block.whole_day),
            *self._whose(block.calendar), settings=ruled, uid=block.uid, counts=self._counts(block.uid),
        )  # fmt: skip

    # The link's rules

    @property
    def _name(self) -> str:
        return link_title(self.link)

    def _notice(self, refusal: Refusal) -> Why:
        until = refusal.end
        sentence = _tr("“{link}” must be booked in good time.").format(link=self._name)
        if until is not None:
            sentence = _tr("“{link}” can be booked from {time} on.").format(link=self._name, time=self._moment(until))
        setting = _tr("{length} notice").format(length=minutes_words(self.link.notice))
        return Why(_tr("Too soon"), sentence, setting, change=_tr("Change notice…"))

    def _window(self, refusal: Refusal) -> Why:
        change = _tr("Change booking window…")
        if refusal.setting == "link.window" and self.link.window is not None:
            first, last = (day(each, year=True) for each in self.link.window)
            sentence = _tr("“{link}” is not offered on this day.").format(link=self._name)
            setting = _tr("Bookable from {first} to {last}").format(first=first, last=last)
            return Why(_tr("Outside the booking window"), sentence, setting, change=change)
        last = day((self.now + timedelta(days=self.link.window_days)).astimezone(self.where).date(), year=True)
        sentence = _tr("“{link}” can be booked up to {day}.").format(link=self._name, day=last)
        setting = _tr("Bookable {count} days ahead").format(count=self.link.window_days)
        return Why(_tr("Too far ahead"), sentence, setting, change=change)

    def _hours(self, refusal: Refusal, moment: datetime) -> Why:
        there = whereabouts(self.link, self.stays)
        day_there = there.day_of(moment)
        zone = there.on(day_there)
        special = self.link.override_on(day_there)
        change = _tr("Change hours…")
        if refusal.setting == "link.overrides" and special is not None:
            days = day(special.first)
            if special.last != special.first:
                days = _tr("{first} to {last}").format(first=days, last=day(special.last))
            if special.hours:
                setting = _tr("Special hours of “{link}”, {days}: {hours}")
            else:
                setting = _tr("No “{link}” on {days}")
            setting = setting.format(link=self._name, days=days, hours=windows_words(special.hours))
        else:
            setting = _tr("Hours of “{link}”: {hours}").format(link=self._name, hours=hours_words(self.link.hours))
        if zone.key != self.where.key:
            setting += " " + _tr("(time in {zone})").format(zone=zone.key)
        sentence = _tr("“{link}” is not offered at this time of this day.").format(link=self._name)
        return Why(_tr("Outside your hours"), sentence, setting, change=change)

    def _step(self) -> Why:
        sentence = _tr("No meeting of {length} would lie over this time and end within the hours.").format(
            length=minutes_words(self.minutes)
        )
        return Why(_tr("Left over"), sentence, self._starts, change=_tr("Change starting times…"))

    @property
    def _starts(self) -> str:
        every = minutes_words(self.link.step or self.minutes)
        return _tr("“{link}” starts every {step}").format(link=self._name, step=every)

    def _limit(self, refusal: Refusal, moment: datetime) -> Why:
        if refusal.setting == "link.max_per_week":
            title, setting = _tr("The week is full"), _tr("At most {count} a week").format(count=self.link.max_per_week)
        else:
            title, setting = _tr("The day is full"), _tr("At most {count} a day").format(count=self.link.max_per_day)
        sentence = _tr("All meetings of “{link}” that may be are booked.").format(link=self._name)
        return Why(title, sentence, setting, change=_tr("Change limits…"))

    # What is there

    def _taken(self, refusal: Refusal, moment: datetime) -> Why:
        """An event or a booking on this time, too near to it, or in the way of each meeting over it."""
        match refusal.kind:
            case "busy":
                sentence, near = self._on_the_way(refusal, moment) or self._there(refusal), ""
            case "buffer":
                sentence, near = _tr("Too near to it."), _tr("too near to {title}")
            case _:
                near = _tr("too short before or after {title}")
                sentence = _tr("Free, but a meeting of {length} over this time would run into it.").format(
                    length=minutes_words(self.minutes)
                )
        setting, change = self._made_so(refusal)
        if refusal.kind == "gap" and not setting:
            setting, change = self._starts, _tr("Change starting times…")
        return Why(
            self._titled(refusal.title, booking=bool(refusal.booking)), sentence, setting,
            self._own_time(refusal), *self._whose(refusal.calendar), change,
            settings=refusal.setting.startswith("settings."),
            uid="" if refusal.booking else refusal.uid,
            counts=self._counts(refusal.uid), booking=refusal.booking, near=near,
        )  # fmt: skip

    def _own_time(self, refusal: Refusal) -> str:
        """When the event itself is, without the way there and back."""
        if refusal.start is None or refusal.end is None:
            return ""
        return self._time(refusal.start + refusal.travel, refusal.end - refusal.travel_back)

    def _on_the_way(self, refusal: Refusal, moment: datetime) -> str:
        """That `moment` is before or after the event, on the way; empty if it is not."""
        if refusal.start is not None and moment < refusal.start + refusal.travel:
            return _tr("The way there takes {length}.").format(length=minutes_words(refusal.travel // _MINUTE))
        if refusal.end is not None and moment >= refusal.end - refusal.travel_back:
            return _tr("The way back takes {length}.").format(length=minutes_words(refusal.travel_back // _MINUTE))
        return ""

    def _there(self, refusal: Refusal) -> str:
        if refusal.booking:
            return _tr("A booking of yours.")
        match refusal.reason:
            case Reason.TENTATIVE:
                return _tr("It is there, though only tentative.")
            case Reason.UNANSWERED:
                return _tr("An invitation you have not answered.")
            case Reason.ALL_DAY:
                return _tr("It lasts all day.")
            case Reason.UNREADABLE:
                return _tr("It cannot be read in full, so its time is kept free for it.")
            case Reason.ALWAYS:
                return _tr("Blocks its time, by your word.")
            case _:
                return _tr("It is marked as busy.")

    def _made_so(self, refusal: Refusal) -> tuple[str, str]:
        """The setting in words, and the text of the button that leads to it in the link."""
        buffers = _tr("Change buffers…")
        match refusal.setting:
            case "":
                return "", ""
            case "link.before":
                text = _tr("Buffer of {length} before a meeting")
                return text.format(length=minutes_words(self.link.before)), buffers
            case "link.after":
                text = _tr("Buffer of {length} after a meeting")
                return text.format(length=minutes_words(self.link.after)), buffers
            case "booking.before":
                return _tr("That booking keeps {length} free before itself").format(length=self._own(refusal)[0]), ""
            case "booking.after":
                return _tr("That booking keeps {length} free after itself").format(length=self._own(refusal)[1]), ""
            case "settings.tentative_blocks":
                return _tr("Tentative events block your time"), ""
            case "settings.unanswered_blocks":
                return _tr("Unanswered invitations block your time"), ""
            case "settings.all_day":
                return _tr("All-day events always block your time"), ""
            case "event.always":
                return _tr("You chose that this event always blocks"), ""
            case _:
                raise AssertionError(refusal.setting)

    def _own(self, refusal: Refusal) -> tuple[str, str]:
        """The buffers of the booking that is in the way, in words."""
        booking = next((b for b in self.bookings if b.id == refusal.booking), None)
        if booking is None:
            return _tr("some time"), _tr("some time")
        return minutes_words(booking.before), minutes_words(booking.after)

    # Small things

    def _titled(self, title: str, *, booking: bool = False) -> str:
        return plain(title, _TITLE) or (_tr("Booking") if booking else _tr("Event without a title"))

    def _moment(self, moment: datetime) -> str:
        if moment.astimezone(self.where).date() == self.now.astimezone(self.where).date():
            return clock(moment, self.where)
        return dated(moment, self.where)

    def _time(self, start: datetime | None, end: datetime | None, whole_day: bool = False) -> str:
        if start is None or end is None:
            return ""
        first, last = start.astimezone(self.where), end.astimezone(self.where)
        days = whole_day or (first.time() == last.time() == datetime.min.time() and first < last)
        if not days:
            return meeting_time(start, end, self.where, self.now)
        until = (last - timedelta(minutes=1)).date()
        if until == first.date():
            return _tr("{day}, all day").format(day=day(first.date()))
        return f"{day(first.date())} – {day(until)}"

    def _whose(self, calendar: str) -> tuple[str, str]:
        """Name and colour of the calendar with that id; empty where it is not known any more."""
        found = next((c for c in self.calendars if c.id == calendar), None)
        return (plain(found.name, _NAME), found.color) if found is not None else ("", "")

    def _counts(self, uid: str) -> Blocking:
        return next((rule.blocks for rule in self.rules if rule.uid == uid), Blocking.USUAL)
