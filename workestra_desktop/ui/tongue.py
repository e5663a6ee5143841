"""The language the window speaks, and the region whose clock, dates and week it keeps.

Texts and the names of days and months are in the window's language; whether a clock has 12 or 24 hours and where a week
begins are the system's. The installed translation names its own language, and Qt's default locale is the system's, so
nothing is kept here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTime, QTranslator

from workestra_desktop.ui.icons import RESOURCES

TRANSLATIONS = RESOURCES / "translations"
_QUOTED = re.compile(r"'[^']*'")


@dataclass(frozen=True, slots=True)
class Language:
    """`tag` (BCP 47) and the name its speakers give it. One that is not `whole` is spoken only if it was chosen."""

    tag: str
    name: str
    whole: bool = True


LANGUAGES = (
    Language("en", "English"),
    Language("de", "Deutsch"),
    Language("es", "Español (en parte)", whole=False),
    Language("fr", "Français (en partie)", whole=False),
    Language("ja", "日本語（一部）", whole=False),
)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Tongue", text)


def when_it_applies() -> str:
    """For the place where a language is chosen."""
    return _tr("Another language is spoken from the next start on.")


def spoken(chosen: str, wanted: Sequence[str]) -> str:
    """The tag of the language to speak: `chosen` in the settings, else the first of the system's that is whole."""
    if any(language.tag == chosen for language in LANGUAGES):
        return chosen
    whole = {language.tag for language in LANGUAGES if language.whole}
    return next((tag for each in wanted if (tag := each.replace("_", "-").split("-")[0].lower()) in whole), "en")


def speak(app: QCoreApplication, chosen: str = "", wanted: Sequence[str] | None = None) -> str:
    """Loads the translations, ours and Qt's own. Windows made before keep their texts. Returns the tag."""
    for old in app.findChildren(QTranslator, "tongue"):
        app.removeTranslator(old)
        old.deleteLater()
    tag = spoken(chosen, QLocale.system().uiLanguages() if wanted is None else wanted)
    if tag != "en":
        qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        for file in (qt / f"qtbase_{tag}.qm", TRANSLATIONS / f"workestra_{tag}.qm"):
            load(app, file)
    return tag


def load(app: QCoreApplication, file: Path) -> bool:
    """Installs one file of translations, if it can be read."""
    translator = QTranslator(app)
    translator.setObjectName("tongue")
    return translator.load(str(file)) and app.installTranslator(translator)


def region() -> QLocale:
    """The system's locale; for the bare C locale that of Britain, with 24 hours and weeks from Monday."""
    locale = QLocale()
    if locale.language() is QLocale.Language.C:
        return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
    return locale


def words_locale() -> QLocale:
    """For names of days and months, and numbers: the window's language as it is written where the system is.

    Never the system's locale itself: that one takes the names of days from another language where the clock's region
    is set apart from the texts' (`LC_TIME`).
    """
    return QLocale(QLocale(_tr("en")).language(), region().territory())


def month_first() -> bool:
    """Whether a date is written like `Nov 22`: as the system has it, or as the window's language does if that is
    another one."""
    here, words = region(), words_locale()
    own = here if here.language() is words.language() else words
    return _month_first(own.dateFormat(QLocale.FormatType.LongFormat))


@lru_cache
def _month_first(pattern: str) -> bool:
    bare = re.sub(r"d{3,}", "", _QUOTED.sub("", pattern))
    return bare.find("M") < bare.find("d")


def clock_format() -> str:
    """How Qt is to write a time of day: the system's 12 or 24 hours, in the window's language."""
    here = region()
    own = here.timeFormat(QLocale.FormatType.ShortFormat)
    if here.language() is words_locale().language():
        return own
    return "h:mm AP" if "a" in _QUOTED.sub("", own).lower() else "HH:mm"


def clock_words(hour: int, minute: int) -> str:
    """`10:42`, or `10:42 AM` where people write it so."""
    return words_locale().toString(QTime(hour % 24, minute), clock_format())


def first_weekday() -> Qt.DayOfWeek:
    return region().firstDayOfWeek()
