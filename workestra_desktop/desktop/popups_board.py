"""What this app has on the desktop's board of notices: how it is put there, and which of them a signal speaks of.

Desktop Notifications Specification 1.2; `ActivationToken` came with 1.3.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from jeepney import DBusAddress, HeaderFields, Message, new_method_call

from workestra_desktop.core.desktop_popup import Act, Chosen, DesktopPopup
from workestra_desktop.desktop.session_bus import SessionBus

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
SERVICE = DBusAddress(PATH, bus_name=NAME, interface=NAME)
APP, DESKTOP_ENTRY = "Workestra Desktop", "workestra-desktop"

REMEMBERED = 64
"""So many of the last ones can still be chosen: a desktop's list of the day may hold them long after they popped up.
Hence none is forgotten when it is closed; numbers of one service never come back."""

_TITLE, _BODY, _LABEL, _TOKEN = 200, 1000, 60, 1024
"""The longest of each, in characters."""
_LOW, _NORMAL = 0, 1
_AS_LONG_AS_USUAL = -1

_Place = tuple[str, int]
"""The unique name of a service on the bus, and the number that it gave."""


class Board:
    def __init__(self, icon: str, chosen: Callable[[Chosen], None]) -> None:
        self._icon, self._chosen = icon, chosen
        self._places: OrderedDict[_Place, int] = OrderedDict()
        self._tokens: dict[_Place, str] = {}

    async def show(self, bus: SessionBus, popup: DesktopPopup) -> bool:
        """False if the desktop's service shows nothing that can be chosen. Raises what `SessionBus.ask` does."""
        answer = await bus.ask(new_method_call(SERVICE, "GetCapabilities"), "as")
        abilities, service = answer.body[0], answer.header.fields.get(HeaderFields.sender, "")
        if "actions" not in abilities:
            return False
        before = next((n for (of, n), key in self._places.items() if key == popup.replaces and of == service), 0)
        answer = await bus.ask(self._notify(popup, before, markup="body-markup" in abilities), "u")
        place = (answer.header.fields.get(HeaderFields.sender, ""), answer.body[0])
        self._places.pop(place, None)
        self._places[place] = popup.key
        while len(self._places) > REMEMBERED:
            self._tokens.pop(self._places.popitem(last=False)[0], None)
        return True

    def _notify(self, popup: DesktopPopup, replaces: int, *, markup: bool) -> Message:
        body = _plain(popup.body, _BODY)
        if markup:
            body = body.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        acts = [Act.OPEN.value, _plain(popup.open, _LABEL)]
        if popup.join:
            acts += [Act.JOIN.value, _plain(popup.join, _LABEL)]
        hints = {
            "desktop-entry": ("s", DESKTOP_ENTRY),
            "urgency": ("y", _LOW if popup.passing else _NORMAL),
            "transient": ("b", popup.passing),
        }
        told = (APP, replaces, self._icon, _plain(popup.title, _TITLE), body, acts, hints, _AS_LONG_AS_USUAL)
        return new_method_call(SERVICE, "Notify", "susssasa{sv}i", told)

    def hear(self, signal: Message) -> None:
        """A signal of the service. Whoever else sends one is not listened to, nor what is said of others' notices."""
        fields = signal.header.fields
        if fields.get(HeaderFields.interface) != NAME or fields.get(HeaderFields.signature) != "us":
            return
        number, text = signal.body
        place = (fields.get(HeaderFields.sender, ""), number)
        key = self._places.get(place)
        if key is None:
            return
        match fields.get(HeaderFields.member):
            case "ActivationToken" if len(text) <= _TOKEN and text.isprintable():
                self._tokens[place] = text
            case "ActionInvoked" if text in _ACTS:
                self._chosen(Chosen(key, Act(text), self._tokens.pop(place, "")))
            case _:
                pass


_ACTS = frozenset(act.value for act in Act)


def _plain(text: str, longest: int) -> str:
    """`text` as D-Bus takes it: no NUL, which is no text there, nor any other control; no half of a surrogate pair."""
    shown = "".join(mark if mark.isprintable() or mark == "\n" else " " for mark in text)
    return shown if len(shown) <= longest else shown[: longest - 1] + "…"
