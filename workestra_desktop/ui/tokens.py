"""What the look is made of: colours, distances, corners and sizes of type. Everything that is drawn uses these."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final


class Space:
    """Distances in pixels, for margins and between widgets."""

    XS: Final = 4
    """Within a group: a text and its hint."""
    S: Final = 8
    """Between the parts of one thing: a label and its field, buttons in a row."""
    M: Final = 12
    """Inside a card; between groups in a row."""
    L: Final = 16
    """Around a page; between cards."""
    XL: Final = 24
    """Between the sections of a page."""
    XXL: Final = 32
    """Around an empty state or a page that stands alone."""


class Corner:
    """Radii in pixels."""

    S: Final = 4
    """Blocks, chips, menu entries."""
    M: Final = 6
    """Buttons and fields."""
    L: Final = 8
    """Cards and lists."""


class Type:
    """Sizes of type, as parts of the system font's: they follow the host's choice of a larger one."""

    SMALL: Final = 0.88
    HEADING: Final = 1.2
    TITLE: Final = 1.7


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours as #rrggbb. Text on its background keeps a contrast of at least 4.5:1 (a test says so)."""

    name: str
    window: str
    surface: str
    border: str
    outline: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    selected: str
    hover: str
    good: str
    warn: str
    warn_back: str
    danger: str
    danger_back: str
    demo: str
    on_demo: str


LIGHT = Tokens(
    name="light", window="#f5f6f8", surface="#ffffff", border="#d5d9e0", outline="#7d8695",
    text="#1c2128", muted="#5a6370",
    accent="#2b65c8", accent_hover="#2457b0", on_accent="#ffffff", selected="#dfe9fa", hover="#ebeef3",
    good="#1b7344", warn="#85560a", warn_back="#fff3da", danger="#b0261e", danger_back="#fdecea",
    demo="#6c3fb4", on_demo="#ffffff",
)  # fmt: skip
DARK = Tokens(
    name="dark", window="#1b1d21", surface="#24272d", border="#3b404a", outline="#8b94a3",
    text="#eceef2", muted="#a6aebb",
    accent="#7aa9f7", accent_hover="#93baf9", on_accent="#0e1a2f", selected="#2c3f62", hover="#2d3138",
    good="#6ecb96", warn="#f0c264", warn_back="#3a3018", danger="#ff9d94", danger_back="#432522",
    demo="#c3a2f5", on_demo="#22143c",
)  # fmt: skip
LIGHT_STRONG = replace(
    LIGHT, window="#ffffff", border="#3c424c", outline="#1c2128", text="#000000", muted="#2a2f37",
    accent="#113f91", accent_hover="#0b2d6b", good="#0c4d2b", warn="#5c3a03", danger="#8c140d",
)  # fmt: skip
"""For a host who asked the system for more contrast: every border can be seen, and text keeps 7:1."""
DARK_STRONG = replace(
    DARK, window="#000000", surface="#0c0d0f", border="#b3bac6", outline="#eceef2", text="#ffffff", muted="#dfe3ea",
    accent="#a9c8fb", accent_hover="#c5d9fc", good="#9be3ba", warn="#ffdf9c", danger="#ffc4be",
)  # fmt: skip
"""The same in the dark."""
