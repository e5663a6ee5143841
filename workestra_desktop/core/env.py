"""Switches of the environment, for tests and support; the window shows no such field."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from workestra_desktop.core.said import said
from workestra_desktop.core.trouble import Code, fail


def seconds(env: Mapping[str, str], name: str, default: float) -> timedelta:
    """A duration from the environment, for tests; `bad_input` unless it is a number of at least 0."""
    try:
        value = float(env.get(name) or default)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 7 * 86400:
        raise fail(Code.BAD_INPUT, said("{name} must be a number of seconds.", name=name))
    return timedelta(seconds=value)
