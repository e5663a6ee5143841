"""The courier: each answer reaches its asker, and nothing is left waiting at the end."""

from __future__ import annotations

import asyncio
import sys

import pytest

from tests.support.snapshots import Engine
from tests.ui.conftest import Scene
from workestra_desktop.core.commands import Answer, FinishSetup, SyncNow, SyncReport
from workestra_desktop.core.trouble import Code, Failure, fail
from workestra_desktop.ui.courier import Courier


def test_answers_in_another_order_reach_their_askers(scene: Scene) -> None:
    async def story() -> None:
        courier = Courier()
        engine = Engine(courier)
        first, second = asyncio.ensure_future(courier.ask(SyncNow())), asyncio.ensure_future(courier.ask(SyncNow()))
        await scene.until(lambda: len(engine.open) == 2)
        courier.deliver(Answer(engine.open[1].number, SyncReport(changed=2)))
        courier.deliver(Answer(engine.open[0].number, SyncReport(changed=1)))
        assert [(await first).changed, (await second).changed] == [1, 2]

    scene.play(story)


def test_a_trouble_is_raised_where_it_was_asked(scene: Scene) -> None:
    def refuse(_: object) -> None:
        raise fail(Code.OFFLINE)

    async def story() -> None:
        courier = Courier()
        Engine(courier, refuse).setParent(courier)
        with pytest.raises(Failure) as raised:
            await courier.ask(SyncNow())
        assert raised.value.trouble.code is Code.OFFLINE

    scene.play(story)


def test_a_stopped_question_takes_no_answer(scene: Scene) -> None:
    async def story() -> None:
        courier = Courier()
        engine = Engine(courier)
        asked = asyncio.ensure_future(courier.ask(SyncNow()))
        await scene.until(lambda: bool(engine.open))
        asked.cancel()
        courier.deliver(Answer(engine.open[0].number, SyncReport()))
        with pytest.raises(asyncio.CancelledError):
            await asked

    scene.play(story)


def test_closing_ends_every_question_and_every_later_one(scene: Scene) -> None:
    ended: list[str] = []

    async def story() -> None:
        courier = Courier()
        engine = Engine(courier)

        async def ask() -> None:
            try:
                await courier.ask(FinishSetup())
            finally:
                ended.append("asked")

        task = courier.spawn(ask())
        await scene.until(lambda: bool(engine.open))
        courier.close()
        with pytest.raises(asyncio.CancelledError):
            await task
        with pytest.raises(asyncio.CancelledError):
            await courier.ask(SyncNow())

    scene.play(story)
    assert ended == ["asked"]


def test_an_exception_nobody_expected_is_not_swallowed(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: seen.append(error))

    async def story() -> None:
        async def defect() -> None:
            raise KeyError("defect")

        scene.courier.spawn(defect())
        await scene.until(lambda: bool(seen))

    scene.play(story)
    assert isinstance(seen[0], KeyError)
