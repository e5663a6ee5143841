"""A sentence that knows what it was made of, so that a window can tell it again in another language.

`said("“{event}” lies on “{booking}”.", event=…, booking=…)` is that English sentence to whoever prints, compares or
logs it. The window looks its template up in the translations and fills the same facts in.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Self
from zoneinfo import ZoneInfo

_PLACE = re.compile(r"\{(\w+)\}")
_MARK = "\x1f"
"""Between a sentence and what it was made of, where both are kept as one text. No sentence has it: it is a control."""


@dataclass(frozen=True, slots=True)
class Times:
    """From when to when something lasts; `where` is the zone it is read in."""

    start: datetime
    end: datetime
    where: ZoneInfo

    def __str__(self) -> str:
        first, last = self.start.astimezone(self.where), self.end.astimezone(self.where)
        until = f"{last:%H:%M}" if first.date() == last.date() else f"{last:%Y-%m-%d %H:%M}"
        return f"{first:%Y-%m-%d %H:%M} to {until}"


Fact = str | int | Times


class Said(str):
    """The English sentence. A fact may be such a sentence itself."""

    __slots__ = ("facts", "template")
    facts: Mapping[str, Fact]
    template: str

    def __new__(cls, template: str, facts: Mapping[str, Fact]) -> Self:
        made = super().__new__(cls, _filled(template, {name: str(fact) for name, fact in facts.items()}))
        made.template, made.facts = template, facts
        return made

    def __reduce__(self) -> tuple[type[Said], tuple[str, Mapping[str, Fact]]]:
        return Said, (self.template, self.facts)


def said(template: str, **facts: Fact) -> Said:
    return Said(template, facts)


def again(text: str, say: Callable[[str], str], time: Callable[[Times], str]) -> str:
    """`text` in the language of `say`, which knows templates. One that was never made of facts is looked up whole."""
    if not isinstance(text, Said):
        return say(text) if text else text

    def told(fact: Fact) -> str:
        if isinstance(fact, Times):
            return time(fact)
        return again(fact, say, time) if isinstance(fact, Said) else str(fact)

    return _filled(say(text.template), {name: told(fact) for name, fact in text.facts.items()})


def kept(text: str) -> str:
    """`text` with what it was made of, as one text to store. Times are kept in words."""
    bare = text.replace(_MARK, " ")
    return f"{bare}{_MARK}{json.dumps(_parts(text), ensure_ascii=False)}" if isinstance(text, Said) else bare


def reread(text: str) -> str:
    """The inverse. A text from before this was kept is itself; of one whose parts are damaged the words are left."""
    bare, mark, parts = text.partition(_MARK)
    try:
        return _whole(json.loads(parts)) if mark else bare
    except (ValueError, RecursionError):
        return bare


_Parts = list[str | dict[str, "_Parts | str"]]


def _parts(text: Said) -> _Parts:
    return [
        text.template,
        {name: _parts(fact) if isinstance(fact, Said) else str(fact) for name, fact in text.facts.items()},
    ]


def _whole(parts: object) -> Said:
    """Raises ValueError for what `_parts` never made."""
    match parts:
        case [str(template), dict(facts)]:
            return Said(template, {name: f if isinstance(f, str) else _whole(f) for name, f in facts.items()})
        case _:
            raise ValueError("no sentence")


def _filled(template: str, facts: Mapping[str, str]) -> str:
    """Not `str.format`, which would look into the facts; an unknown place stays as it is."""
    return _PLACE.sub(lambda place: facts.get(place[1], place[0]), template)
