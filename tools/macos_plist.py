"""What Info.plist of a bundle must say, and in which types. `plutil -lint` only asks whether it parses.

Source: Apple, “Information Property List”.
"""

from __future__ import annotations

import plistlib
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

Rule = Callable[[object], bool]


def _matches(pattern: str) -> Rule:
    return lambda value: isinstance(value, str) and re.fullmatch(pattern, value) is not None


def _texts(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(each, str) and each for each in value)


def _schemes(value: object) -> bool:
    """A scheme is lower case: RFC 3986, section 3.1, says how to write one."""
    return isinstance(value, list) and all(
        isinstance(each, dict)
        and _matches(r".+")(each.get("CFBundleURLName"))
        and _texts(each.get("CFBundleURLSchemes"))
        and all(_matches(r"[a-z][a-z0-9+.-]*")(scheme) for scheme in each["CFBundleURLSchemes"])
        for each in value
    )


_NUMBERS = _matches(r"\d+(\.\d+){0,2}")
RULES: Mapping[str, Rule] = {
    "CFBundleIdentifier": _matches(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+"),
    "CFBundleName": _matches(r".+"),
    "CFBundleDisplayName": _matches(r".+"),
    "CFBundleExecutable": _matches(r"[^/]+"),
    "CFBundlePackageType": _matches(r"APPL"),
    "CFBundleInfoDictionaryVersion": _matches(r"6\.0"),
    "CFBundleShortVersionString": _NUMBERS,
    "CFBundleVersion": _NUMBERS,
    "CFBundleDevelopmentRegion": _matches(r"[a-z]{2}"),
    "CFBundleLocalizations": _texts,
    "CFBundleURLTypes": _schemes,
    "LSApplicationCategoryType": _matches(r"public\.app-category\.[a-z-]+"),
    "LSMinimumSystemVersion": _matches(r"\d+\.\d+(\.\d+)?"),
    "LSBackgroundOnly": lambda value: value is False,
    "NSHighResolutionCapable": lambda value: value is True,
    "NSPrincipalClass": _matches(r"NSApplication"),
    "NSHumanReadableCopyright": _matches(r".+"),
}


def faults(plist: Mapping[str, object]) -> list[str]:
    """What macOS would not understand, one sentence a key; empty if all is well."""
    missing = [f"{key} is missing" for key in RULES if key not in plist]
    return missing + [
        f"{key} can't be {plist[key]!r}" for key, rule in RULES.items() if key in plist and not rule(plist[key])
    ]


def info(app: Path) -> dict[str, Any]:
    """The Info.plist of the bundle `app`. Raises ValueError if a rule is broken."""
    plist: dict[str, Any] = plistlib.loads((app / "Contents" / "Info.plist").read_bytes())
    if broken := faults(plist):
        raise ValueError(f"Info.plist of {app.name}: {'; '.join(broken)}")
    return plist
