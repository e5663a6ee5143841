"""Which servers the environment may name for the suite, and how it gets at the password of a real account."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.contract.targets import Difference, icloud_account, named_server
from tests.support.servers import ROOT, Radicale
from workestra_desktop.core.endpoint import ICLOUD


def test_nothing_named_nothing_asked() -> None:
    assert named_server({}) is None
    assert icloud_account({"WORKESTRA_LIVE_APPLE_ID": " "}) is None


@pytest.mark.parametrize(
    "url",
    ["https://caldav.icloud.com/", "http://192.0.2.7/", "http://127.0.0.1.example.com/", "http://me@192.0.2.7/", "x"],
)
def test_a_server_that_is_not_on_this_computer_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="this computer"):
        named_server({"WORKESTRA_CONTRACT_URL": url})


def test_a_named_server_may_admit_differences_by_name() -> None:
    settings = {
        "WORKESTRA_CONTRACT_URL": "http://127.0.0.1:5232/",
        "WORKESTRA_CONTRACT_DIFFERS": "rewrites, events_only",
    }
    target = named_server(settings)
    assert target is not None
    assert set(target.differs) == {Difference.REWRITES, Difference.EVENTS_ONLY}
    with pytest.raises(ValueError, match="kind"):
        named_server({**settings, "WORKESTRA_CONTRACT_DIFFERS": "kind"})


def test_a_real_account_is_asked_slowly_at_apple_s_address_only() -> None:
    target = icloud_account({"WORKESTRA_LIVE_APPLE_ID": "somebody@example.com"})
    assert target is not None
    assert target.pause > 0 and not target.own_network
    assert Difference.ANY_PASSWORD in target.differs
    assert ICLOUD == "https://caldav.icloud.com/"


def test_the_suite_runs_on_a_server_the_environment_names(radicale: Radicale) -> None:
    """In a process of its own, as a person starts it; one test of it is enough here."""
    settings = {
        **os.environ,
        "WORKESTRA_CONTRACT_URL": radicale.url,
        "WORKESTRA_CONTRACT_USER": radicale.user,
        "WORKESTRA_CONTRACT_PASSWORD": radicale.password,
    }
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/contract/test_finding.py"]
    done = subprocess.run(
        [*command, "-k", "named and was_made"], cwd=ROOT, env=settings, capture_output=True, text=True, timeout=100,
        check=False,
    )  # fmt: skip
    assert "1 passed" in done.stdout, done.stdout + done.stderr
    _, _, home = radicale.request("PROPFIND", radicale.home, headers={"Depth": "1"}, expect=(207,))
    assert home.count(b"<response>") == 1
