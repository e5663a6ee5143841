"""A connection to the session's D-Bus, by jeepney: calls with answers, and signals. One task reads, others may ask."""

from __future__ import annotations

import asyncio
import struct
from collections.abc import Awaitable, Callable

from jeepney import DBusErrorResponse, HeaderFields, MatchRule, Message, MessageType, message_bus
from jeepney.io.asyncio import DBusConnection, open_dbus_connection
from jeepney.io.common import RouterClosed

ANSWER_SECONDS = 5.0
"""For one answer: a service that the bus has to start first takes a second or two."""

NO_BUS = (OSError, EOFError, ValueError, RuntimeError, LookupError, struct.error, RouterClosed, DBusErrorResponse)
"""What a bus raises that is not there, that we cannot speak to, or that ends. `TimeoutError` is an OSError; with
`LookupError` and `struct.error` jeepney stumbles over what is no message."""


class OddAnswerError(Exception):
    """An answer that is not of the form that was agreed on."""


class SessionBus:
    def __init__(self, connection: DBusConnection, heard: Callable[[Message], None]) -> None:
        self._connection, self._heard = connection, heard
        self._open: dict[int, asyncio.Future[Message]] = {}

    async def ask(self, call: Message, form: str) -> Message:
        """The answer to `call`, whose signature is `form`. Raises `DBusErrorResponse` for a refusal, `OddAnswerError`,
        `TimeoutError`, and what a lost bus does."""
        serial = next(self._connection.outgoing_serial)
        self._open[serial] = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                await self._connection.send(call, serial=serial)
                answer = await self._open[serial]
        finally:
            del self._open[serial]
        if answer.header.message_type is MessageType.error:
            raise DBusErrorResponse(answer)
        if answer.header.fields.get(HeaderFields.signature, "") != form:
            raise OddAnswerError(answer.header.fields.get(HeaderFields.signature, "nothing"))
        return answer

    async def hear_of(self, interface: str, member: str) -> None:
        """From now on that signal arrives, whoever it is from."""
        await self.ask(message_bus.AddMatch(MatchRule(type="signal", interface=interface, member=member)), "")

    async def read(self) -> None:
        """Reads until the bus ends: it raises then."""
        while True:
            message = await self._connection.receive()
            waiting = self._open.get(message.header.fields.get(HeaderFields.reply_serial, 0))
            if waiting is not None:
                if not waiting.done():
                    waiting.set_result(message)
                    await asyncio.sleep(0)  # whoever asked learns of it before a signal that came right behind is heard
            elif message.header.message_type is MessageType.signal:
                self._heard(message)


async def with_bus(
    address: str, heard: Callable[[Message], None], work: Callable[[SessionBus], Awaitable[None]]
) -> None:
    """Does `work` with the bus at `address`, whose signals go to `heard`. Raises one of `NO_BUS` if there is none, or
    if it ends before `work` does."""
    async with asyncio.timeout(ANSWER_SECONDS):
        connection = await open_dbus_connection(address)
    async with connection:
        bus = SessionBus(connection, heard)
        tasks = [asyncio.ensure_future(work(bus)), asyncio.ensure_future(bus.read())]
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks:
                task.cancel()
            ends = await asyncio.gather(*tasks, return_exceptions=True)
        for end in ends:
            if isinstance(end, Exception):
                raise end
