"""Sentences that know what they were made of: plain texts to whoever does not ask, and told again in any language."""

from __future__ import annotations

import copy
import json
import pickle
from dataclasses import astuple
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workestra_desktop.core.said import Said, Times, again, kept, reread, said
from workestra_desktop.core.trouble import Code, Scope, Trouble
from workestra_desktop.store.calendar_rows import trouble_from, trouble_text

GERMAN = {
    "“{event}” lies on “{booking}”.": "Auf „{booking}“ liegt „{event}“.",
    "In “{calendar}”: {problem}": "In „{calendar}“: {problem}",
    "{event} is cut short.": "{event} ist abgeschnitten.",
    "“{title}”": "„{title}“",
    "It repeats.": "Er wiederholt sich.",
}
ON_IT = said("“{event}” lies on “{booking}”.", event="Dentist", booking="Meeting")
NESTED = said("In “{calendar}”: {problem}", calendar="Work",
              problem=said("{event} is cut short.", event=said("“{title}”", title="A {calendar} {0}")))  # fmt: skip


def german(text: str) -> str:
    return again(text, lambda template: GERMAN.get(template, template), lambda times: f"<{times.start:%d.%m.}>")


def test_to_everybody_else_it_is_its_text() -> None:
    assert ON_IT == "“Dentist” lies on “Meeting”." and hash(ON_IT) == hash("“Dentist” lies on “Meeting”.")
    assert json.dumps(ON_IT, ensure_ascii=False) == '"“Dentist” lies on “Meeting”."'
    assert Trouble(Code.CONFLICT, Scope.BOOKING, ON_IT) == Trouble(Code.CONFLICT, Scope.BOOKING, str(ON_IT))


@pytest.mark.parametrize("carried", [copy.copy, copy.deepcopy, lambda text: pickle.loads(pickle.dumps(text))])  # noqa: S301
def test_it_stays_what_it_is_when_it_is_carried(carried: type[Said]) -> None:
    other = carried(NESTED, {}) if carried is Said else carried(NESTED)  # type: ignore[call-arg]
    assert (other, german(other)) == (NESTED, german(NESTED))


def test_it_is_told_in_another_language_in_its_order() -> None:
    assert german(ON_IT) == "Auf „Meeting“ liegt „Dentist“."
    assert german(NESTED) == "In „Work“: „A {calendar} {0}“ ist abgeschnitten."
    assert german("It repeats.") == "Er wiederholt sich."
    assert german("What nobody knows") == "What nobody knows"
    assert german("") == ""


def test_times_are_told_by_who_tells() -> None:
    start = datetime(2026, 12, 1, 9, tzinfo=UTC)
    day = said("From {times}.", times=Times(start, start + timedelta(hours=1), ZoneInfo("Europe/Berlin")))
    night = said("From {times}.", times=Times(start, start + timedelta(days=1), ZoneInfo("Europe/Berlin")))
    assert day == "From 2026-12-01 10:00 to 11:00."
    assert night == "From 2026-12-01 10:00 to 2026-12-02 10:00."
    assert german(day) == "From <01.12.>."
    assert german(reread(kept(day))) == str(day)


def test_a_trouble_keeps_it_in_the_store() -> None:
    trouble = Trouble(Code.CONFLICT, Scope.BOOKING, NESTED, "HTTP 403", 4.0, 2, None, True)
    back = trouble_from(trouble_text(trouble))
    assert back == trouble
    assert german(back.subject) == german(NESTED)
    older = trouble_from(json.dumps(astuple(Trouble(Code.CONFLICT, Scope.BOOKING, "plain", "HTTP 403"))[:4]))
    assert older == Trouble(Code.CONFLICT, Scope.BOOKING, "plain", "HTTP 403")


@given(st.text(), st.text())
def test_whatever_the_facts_are_it_comes_back(first: str, second: str) -> None:
    made = said("“{event}” lies on “{booking}”.", event=first, booking=second)
    assert german(reread(kept(made))) == german(made) == f"Auf „{second}“ liegt „{first}“."
    assert reread(kept(first)) == first.replace("\x1f", " ")


@pytest.mark.parametrize(
    "parts",
    [
        "", "{", "null", "7", '"text"', "[]", '["A {b}"]', '["A {b}", []]', "[1, {}]", '["A {b}", {"b": 1}]',
        '["A {b}", {"b": null}]', '["A {b}", {"b": ["C"]}]', '["A {b}", {"b": {}}]', '["A", {}, 3]', "[" * 100_000,
        '["A {b}", {"b": ' * 5000, "NaN",
    ],
    ids=lambda parts: parts[:30],
)  # fmt: skip
def test_of_a_damaged_one_the_words_are_left(parts: str) -> None:
    """A row that another program changed, or half of one."""
    found = reread(f"It lies there.\x1f{parts}")
    assert (type(found), found) == (str, "It lies there.")
