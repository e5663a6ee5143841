"""How large the account is and how often a thing is measured."""

from __future__ import annotations

from dataclasses import dataclass, replace

LARGE = 10
"""What `--large` multiplies the events by."""


@dataclass(frozen=True, slots=True)
class Scale:
    """`runs`: how often what one run alone decides is done anew; the median counts."""

    events: int
    runs: int

    def large(self) -> Scale:
        """The larger account, measured once: the size itself takes care of chance."""
        return replace(self, events=self.events * LARGE, runs=1)
