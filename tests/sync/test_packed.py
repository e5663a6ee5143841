"""Packed answers: on redirects, broken, and pretending."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from tests.support.desks import workplace
from tests.support.servers import PASSWORD, CalDavServer
from tests.sync.scripted import Say, Scripted, account, collection
from tests.sync.stage import refused
from workestra_desktop.core.commands import SignIn
from workestra_desktop.core.trouble import Code
from workestra_desktop.sync.wire import Limits

PACKED = {"Content-Encoding": "gzip"}


@pytest.mark.parametrize("size", [40, 50_000_000], ids=["small", "bomb"])
def test_the_body_of_a_redirect_is_not_unpacked(cloud: Scripted, tmp_path: Path, size: int) -> None:
    """Seen from Radicale: a 301 with a gzip body. What it inflates to is nobody's concern."""
    body = gzip.compress(b"<html>" + b" " * size)
    there = account(collection("/17149682/calendars/home/"))
    cloud.script = {**there, ("PROPFIND", "/old/"): Say(301, body, {**PACKED, "Location": "/"})}
    with workplace(tmp_path / "profile", f"{cloud.url}old/", limits=Limits(size=1_000_000)) as place:
        place.desk.execute(SignIn(CalDavServer.user, PASSWORD))
        assert [c.name for c in place.desk.calendars()] == ["Home"]


def test_what_is_not_packed_as_it_says_is_icloud_s_trouble(cloud: Scripted, tmp_path: Path) -> None:
    cloud.script = {("PROPFIND", "/"): Say(207, b"<multistatus xmlns='DAV:'/>", PACKED)}
    with workplace(tmp_path / "profile", cloud.url) as place:
        trouble = refused(place, SignIn(CalDavServer.user, PASSWORD))
    assert (trouble.code, trouble.detail) == (Code.ICLOUD_DOWN, "answer not packed as it says")
