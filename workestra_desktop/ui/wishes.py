"""What the host wants of the engine at once, with no dialog: the command, and what is told if it is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from PySide6.QtCore import QObject, Signal

from workestra_desktop.core.commands import (
    ChangePreferences,
    Choose,
    MarkNoShow,
    RuleEvent,
    SeeNotices,
    SettleGone,
    SettleOverlap,
    SyncNow,
)
from workestra_desktop.core.facts import Facts
from workestra_desktop.core.settings import Blocking
from workestra_desktop.core.trouble import Failure, Trouble
from workestra_desktop.ui.courier import Courier
from workestra_desktop.ui.words import worded

Wish = ChangePreferences | MarkNoShow | RuleEvent | SeeNotices | SettleGone | SyncNow


class Wishes(QObject):
    """`told(text, booking id or "")`: what went wrong. `answered(booking id, event UID or "")`: a decision has had its
    answer; `decided` carries the booking that it changed. `…_refused`: what was shown as if it were so is not.
    """

    told = Signal(str, str)
    decided = Signal(object)
    answered = Signal(str, str)
    rule_refused = Signal()
    preferences_refused = Signal()
    seen_refused = Signal()

    def __init__(self, courier: Courier, facts: Callable[[], Facts], parent: QObject) -> None:
        super().__init__(parent)
        self._courier, self._facts = courier, facts

    def sync(self) -> None:
        self.send(SyncNow())

    def rule(self, uid: str, blocks: Blocking, title: str) -> None:
        self.send(RuleEvent(uid, blocks, title))

    def mark_no_show(self, booking_id: str, no_show: bool) -> None:
        self.send(MarkNoShow(booking_id, no_show))

    def send(self, wish: Wish) -> None:
        self._courier.spawn(self._sent(wish))

    def decide(self, answer: Choose | SettleOverlap) -> None:
        self._courier.spawn(self._decide(answer))

    async def _sent(self, wish: Wish) -> None:
        try:
            await self._courier.ask(wish)
        except Failure as failure:
            self._take_back(wish)
            self._tell(failure.trouble)

    def _take_back(self, wish: Wish) -> None:
        match wish:
            case RuleEvent():
                self.rule_refused.emit()
            case ChangePreferences():
                self.preferences_refused.emit()
            case SeeNotices():
                self.seen_refused.emit()
            case MarkNoShow() | SettleGone() | SyncNow():
                pass
            case _:
                assert_never(wish)

    async def _decide(self, answer: Choose | SettleOverlap) -> None:
        try:
            booking = await self._courier.ask(answer)
        except Failure as failure:
            self._tell(failure.trouble, answer.booking)
        else:
            if booking is not None:
                self.decided.emit(booking)
        self.answered.emit(answer.booking, answer.uid if isinstance(answer, SettleOverlap) else "")

    def _tell(self, trouble: Trouble, booking_id: str = "") -> None:
        texts = worded(trouble, self._facts())
        self.told.emit(f"{texts.title}. {texts.message}", booking_id)
