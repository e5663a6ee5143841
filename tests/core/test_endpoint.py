"""The password goes to Apple over TLS, or to this computer; never anywhere else."""

from __future__ import annotations

import pytest

from workestra_desktop.core.endpoint import ICLOUD, Endpoint, is_loopback
from workestra_desktop.core.trouble import Code, Failure

EVIL = [
    "https://evil.example/",
    "https://icloud.com.evil.example/",
    "https://evilicloud.com/",
    "https://icloud.com/",
    "https://caldav.icloud.com@evil.example/",
    "https://user@caldav.icloud.com/",
    "https://@caldav.icloud.com/",
    "https://a:b@caldav.icloud.com/",
    "http://caldav.icloud.com/",
    "https://caldav.icloud.com:444/",
    "https://caldav.icloud.com:80/",
    "https://caldav.icloud.com:99999/",
    "https://caldav.icloud.com:x/",
    "https://evil.example\\.icloud.com/",
    "https://evil.example\\@caldav.icloud.com/",
    "https://evil.example%2f.icloud.com/",
    "https://evil.example#.icloud.com/",
    "https://evil.example?.icloud.com",
    "https://evil\t.example\n.icloud.com/",
    "https://evil.example:443\\.icloud.com/",
    "https://.icloud.com/",
    "https://a..icloud.com/",
    "https://caldav.icloud.com./",
    "https://caldav。icloud.com/",
    "https://caldav.icloud.com\u2100.evil.example/",
    "//caldav.icloud.com/",
    "/home/",
    "",
    "ftp://caldav.icloud.com/",
    "https://[::1/",
    "https:caldav.icloud.com",
    "https:///caldav.icloud.com/",
]


@pytest.mark.parametrize("url", EVIL)
def test_no_password_for(url: str) -> None:
    assert not Endpoint().may_see_password(url)


@pytest.mark.parametrize("url", [*EVIL, ICLOUD, "https://p42-caldav.icloud.com:443/1234/calendars/"])
def test_a_test_servers_password_stays_on_this_computer(url: str) -> None:
    assert not Endpoint.parse("http://127.0.0.1:5232/").may_see_password(url)


@pytest.mark.parametrize(
    "url",
    [
        ICLOUD,
        "https://p42-caldav.icloud.com:443/1234/calendars/",
        "https://p1-caldav.icloud.com.cn/",
        "HTTPS://P42-CALDAV.ICLOUD.COM/",
        "https://caldav.icloud.com/a@b/ü x/",
        "https://caldav.icloud.com",
    ],
)
def test_apples_own_hosts_get_it(url: str) -> None:
    assert Endpoint().may_see_password(url)


def test_loopback_gets_it_only_when_the_endpoint_is_loopback() -> None:
    for url in ("http://127.0.0.1:5232/x/", "http://localhost/", "https://[::1]:8443/"):
        assert not Endpoint().may_see_password(url)
        assert Endpoint.parse("http://[::1]:5232/dav/").may_see_password(url)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.255.255.254", "::1"])
def test_loopback(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize(
    "host",
    [
        None,
        "",
        "127.0.0.1.evil.example",
        "0.0.0.0",
        "::",
        "127.1",
        "2130706433",
        "0x7f000001",
        "localhost.",
        "localhost.evil.example",
        "128.0.0.1",
        "10.0.0.1",
        "169.254.1.1",
        "LOCALHOST\u2024",
        "[::1]",
    ],
)
def test_not_loopback(host: str | None) -> None:
    assert not is_loopback(host)


@pytest.mark.parametrize("override", [None, ""])
def test_without_an_override_it_is_icloud(override: str | None) -> None:
    assert Endpoint.parse(override) == Endpoint(ICLOUD)
    assert not Endpoint.parse(override).local


@pytest.mark.parametrize(
    "override", ["http://127.0.0.1:5232/dav/", "http://localhost", "http://LOCALHOST:1/", "https://[::1]:8443/x/"]
)
def test_loopback_overrides_are_taken_as_they_are(override: str) -> None:
    endpoint = Endpoint.parse(override)
    assert endpoint.url == override
    assert endpoint.local
    assert endpoint.may_see_password(override)


@pytest.mark.parametrize(
    "override",
    [
        *filter(None, EVIL),
        ICLOUD,
        "127.0.0.1:5232",
        "localhost",
        "file://localhost/etc",
        "http://127.0.0.1:0/",
        "http://127.0.0.1:70000/",
        "http://127.0.0.1:x/",
        "http://u:p@127.0.0.1/",
        "http://@127.0.0.1/",
        "http://127.0.0.1/?q",
        "http://127.0.0.1/#f",
        "http://127.0.0.1.evil.example/",
        "http://local\nhost/",
        "http://evil.example\\@127.0.0.1/",
        "http://0.0.0.0/",
        "http://192.168.1.10/",
        "http://",
        "nonsense",
    ],
)
def test_every_other_override_is_bad_input(override: str) -> None:
    with pytest.raises(Failure) as caught:
        Endpoint.parse(override)
    assert caught.value.trouble.code is Code.BAD_INPUT
