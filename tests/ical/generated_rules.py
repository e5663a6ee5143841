"""Rules by chance: every FREQ with every part RFC 5545 §3.3.10 allows with it, with an end where they are frequent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from random import Random

from tests.ical.model import Kind, Rule, Until, When

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FREQS = ("YEARLY", "MONTHLY", "WEEKLY", "WEEKLY", "DAILY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY")
OFTEN = ("HOURLY", "MINUTELY", "SECONDLY")


def one_in(chance: Random, amount: int) -> bool:
    return chance.randrange(amount) == 0


def _some(chance: Random, values: Sequence[int | str], most: int = 4) -> str:
    return ",".join(map(str, chance.sample(values, chance.randint(1, most))))


def _signed(most: int) -> list[int]:
    return [*range(1, most + 1), *range(-most, 0)]


_PARTS: dict[str, Sequence[int | str]] = {
    "BYMONTH": range(1, 13), "BYMONTHDAY": _signed(31), "BYYEARDAY": _signed(366), "BYWEEKNO": _signed(53),
    "BYHOUR": range(24), "BYMINUTE": (0, 15, 20, 30, 45, 59), "BYSECOND": (0, 30, 59), "BYDAY": WEEKDAYS,
}  # fmt: skip
# RFC 5545 §3.3.10: BYWEEKNO only for YEARLY, no BYYEARDAY for DAILY, WEEKLY and MONTHLY, no BYMONTHDAY for WEEKLY.
_ALLOWED = {
    "YEARLY": ("BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYDAY", "BYDAY"),
    "MONTHLY": ("BYMONTH", "BYMONTHDAY", "BYDAY", "BYDAY"),
    "WEEKLY": ("BYMONTH", "BYDAY", "BYDAY"),
    "DAILY": ("BYMONTH", "BYMONTHDAY", "BYDAY"),
    "HOURLY": ("BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYDAY"),
    "MINUTELY": ("BYMONTH", "BYMONTHDAY", "BYDAY"),
    "SECONDLY": ("BYDAY", "BYDAY"),
}


def a_rule(chance: Random, start: When) -> Rule:
    whole_day = start.kind is Kind.DAY
    freq = chance.choice(FREQS[:6] if whole_day else FREQS)
    parts = {"FREQ": freq}
    for name in chance.sample(_ALLOWED[freq], chance.randint(0, 2)):
        parts[name] = _some(chance, _PARTS[name], 8 if name == "BYYEARDAY" else 4)
    if freq in ("YEARLY", "MONTHLY") and "BYDAY" in parts and "BYWEEKNO" not in parts and one_in(chance, 2):
        days = [f"{chance.choice(_signed(5))}{day}" for day in parts["BYDAY"].split(",")]
        parts["BYDAY"] = ",".join(days)
    if not whole_day and one_in(chance, 3):
        for name in chance.sample(["BYHOUR", "BYMINUTE", "BYSECOND"], chance.randint(1, 2)):
            parts[name] = _some(chance, _PARTS[name], 2)
    if len(parts) > 1 and freq in FREQS[:6] and one_in(chance, 4):
        parts["BYSETPOS"] = _some(chance, _signed(3), 2)
    if one_in(chance, 2):
        parts["WKST"] = chance.choice(["MO", "SU", "SA", "TH"])
    least = {"HOURLY": 1, "MINUTELY": 20, "SECONDLY": 300}.get(freq, 1)
    if least > 1 or one_in(chance, 2):
        parts["INTERVAL"] = str(chance.randint(least, least * 6))
    return _ended(chance, parts, start, often=freq in OFTEN)


def _ended(chance: Random, parts: dict[str, str], start: When, *, often: bool) -> Rule:
    how = chance.randint(0, 5)
    if parts["FREQ"] in OFTEN[1:] and any(name.startswith("BY") for name in parts):
        how = 2  # looking for the last of many seldom ones takes the oracle seconds
    if how < 2 or (often and how > 3):
        parts["COUNT"] = str(chance.randint(1, 60 if often or how else 700))
    text = ";".join(f"{name}={value}" for name, value in parts.items())
    if one_in(chance, 10):
        text = text.lower() if one_in(chance, 2) else ";".join(reversed(text.split(";")))
    if "COUNT" in parts or how == 5:
        return Rule(text)
    last = start.wall + timedelta(days=chance.randint(0, 20 if often else 900))
    if start.kind is Kind.DAY or one_in(chance, 3):
        return Rule(text, Until(f"{last:%Y%m%d}", datetime.combine(last, time.max)))
    last += timedelta(minutes=chance.choice([-61, -60, -1, 0, 0, 0, 1, 30, 60]))
    utc = one_in(chance, 2)
    return Rule(text, Until(f"{last:%Y%m%dT%H%M%S}" + "Z" * utc, last, utc))
