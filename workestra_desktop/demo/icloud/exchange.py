"""One request and its answer, without the connection they travel on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Host(StrEnum):
    """Which of the two hosts a request came to: `caldav.icloud.com`, or the partition that holds the account."""

    ENTRY = "entry"
    PARTITION = "partition"


@dataclass(frozen=True, slots=True)
class Request:
    """`path` is as sent, still percent-encoded, without a query; header names are in lower case."""

    host: Host
    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Answer:
    """`headers` leave out those of the connection (Content-Length, Date, Connection), which the listener adds."""

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
