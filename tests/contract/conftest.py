"""A bench on each target in turn. A server runs once for all tests; each test has a calendar of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.contract.bench import Bench, bench
from tests.contract.targets import TARGETS, Account, Target


def _parameter(target: Target) -> object:
    marks = [] if target.own_network else [pytest.mark.enable_socket, pytest.mark.timeout(600)]
    return pytest.param(target, marks=marks, id=target.name)


@pytest.fixture(scope="session", params=[_parameter(t) for t in TARGETS])
def target(request: pytest.FixtureRequest) -> Target:
    chosen: Target = request.param
    return chosen


@pytest.fixture(scope="session")
def account(target: Target, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Account]:
    try:
        opened = target.open(tmp_path_factory.mktemp(target.name))
        with opened as account:
            yield account
    except LookupError as missing:
        pytest.skip(str(missing))


@pytest.fixture
def on(target: Target, account: Account) -> Iterator[Bench]:
    """The bench a test works on."""
    with bench(target, account) as made:
        yield made
