"""`workestra:` links: what is read from them, and that nothing they say does any harm."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workestra_desktop.core.booking import checked_guest, is_address
from workestra_desktop.core.booking_request import LONGEST, MOST_FIELDS, BookingRequest, is_ours, read_link
from workestra_desktop.core.link import is_slug
from workestra_desktop.core.trouble import Code, Failure

TEN = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
NAMES = ("link", "guest", "email", "note", "start", "zone", "minutes", "other")

anything = st.text(st.characters(codec=None, exclude_categories=()), max_size=400)
raw = st.text(st.sampled_from([*"abz019%&=?#/+:-T@.AF", "\u202e", "\x00", "\n", "é", "👩", "\ud800"]), max_size=40)
values = st.one_of(raw, anything.map(lambda text: quote(text, safe="", errors="surrogatepass")), st.just("2026-12-01"))
fields = st.lists(st.tuples(st.sampled_from(NAMES), values), max_size=9)
links = st.one_of(
    anything,
    st.tuples(st.sampled_from(["workestra:book?", "WORKESTRA://book/?", "workestra:", "workestra:open?"]), fields).map(
        lambda made: made[0] + "&".join(f"{name}={value}" for name, value in made[1])
    ),
)


def outcome(text: str) -> BookingRequest | str | None:
    """What is asked for, or why it is refused."""
    try:
        return read_link(text)
    except Failure as refused:
        return refused.trouble.subject if refused.trouble.code is Code.BAD_INPUT else repr(refused)


def why_not(text: str) -> str:
    why = outcome(text)
    assert isinstance(why, str), "it was taken"
    return why


BLANK = "It has a blank or an invisible character; a blank is written %20 in a link."
TIME = "“{}” is not a time. Write it like 2026-12-01T10:00+01:00."
TWO = "workestra:book?start=2026-12-01T10:00&zone="


@given(links)
def test_any_text_is_a_harmless_request_or_refused_in_words(text: str) -> None:
    request = outcome(text)
    if isinstance(request, str):
        assert request.endswith(".")
        return
    assert is_ours(text)
    if request is None:
        return
    for kept in (request.link, request.guest, request.email, request.note):
        for char in kept:
            assert unicodedata.category(char) not in ("Cs", "Zl", "Zp")
            assert unicodedata.category(char) != "Cc" or (kept is request.note and char == "\n")
            assert unicodedata.bidirectional(char) not in (
                "LRE",
                "RLE",
                "LRO",
                "RLO",
                "PDF",
                "LRI",
                "RLI",
                "FSI",
                "PDI",
            )
    assert len(request.guest) <= 200 and len(request.note) <= 2000
    assert not request.link or is_slug(request.link)
    assert not request.email or is_address(request.email)
    assert request.start is None or request.start.tzinfo is UTC
    assert request.minutes is None or 1 <= request.minutes <= 9999
    checked_guest(request.guest or "Ada", request.email, request.note)  # the form takes it as it is


@given(st.text(max_size=200), st.text(max_size=2000))
def test_what_was_written_by_the_rules_arrives(guest: str, note: str) -> None:
    link = f"workestra:book?guest={quote(guest, safe='')}&note={quote(note, safe='')}"
    if len(link) > LONGEST:
        assert "longer" in why_not(link)
        return
    request = read_link(link)
    assert request is not None
    if guest.isascii() and guest.isprintable():
        assert request.guest == " ".join(guest.split())
    if note.isascii() and note.isprintable():
        assert request.note == note.strip()


def test_a_whole_link() -> None:
    link = (
        "workestra:book?link=lesson&guest=Ada%20Lovelace&email=ada+work@example.org"
        "&note=First%20line%0D%0Asecond%3A%201+1&start=2026-12-01T10:00+01:00&minutes=45"
    )
    note = "First line\nsecond: 1+1"
    assert read_link(link) == BookingRequest("lesson", "Ada Lovelace", "ada+work@example.org", note, TEN, 45)


@pytest.mark.parametrize(
    "link", ["workestra:", "workestra:open", "Workestra://open/", "workestra://", "workestra:?x=1"]
)
def test_one_that_only_wants_the_window(link: str) -> None:
    assert read_link(link) is None


@pytest.mark.parametrize(
    "link", ["workestra:book", "workestra://book/?", "WORKESTRA:Book?&&", "workestra:book?guest=&colour=red&%=1"]
)
def test_an_empty_form_and_fields_of_later_versions(link: str) -> None:
    assert read_link(link) == BookingRequest()


@pytest.mark.parametrize(
    ("start", "at"),
    [
        ("start=2026-12-01T10:00%2B01:00", TEN),
        ("start=2026-12-01T09:00:00Z", TEN),
        ("start=2026-12-01T09:00:00.5Z", TEN),
        ("start=2026-12-01T10:00&zone=Europe/Berlin", TEN),
        ("zone=Asia/Tokyo&start=2026-12-01T18:00", TEN),
        ("start=2026-12-01T10:00+01:00&zone=Asia/Tokyo", TEN),
        ("zone=Asia/Tokyo", None),
    ],
)
def test_times_that_leave_nothing_to_guess(start: str, at: datetime | None) -> None:
    assert read_link(f"workestra:book?{start}") == BookingRequest(start=at)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "It does not begin with “workestra:”."),
        ("https://example.org/", "It does not begin with “workestra:”."),
        ("--profile", "It does not begin with “workestra:”."),
        (" workestra:book", "It does not begin with “workestra:”."),
        ("workestra:delete?id=1", "Workestra does not know what “delete” is."),
        ("workestra:book/now", "It has a “/” or a “#” where none can be."),
        ("workestra:book?note=Room #4", BLANK),
        ("workestra:book?note=#4", "It has a “/” or a “#” where none can be."),
        ("workestra:book?guest=A\u2028B", BLANK),
        ("workestra:book?guest=A\udce9", BLANK),
        ("workestra:book?guest=A&guest=B", "It gives “guest” twice."),
        ("workestra:book?guest=100%", "“guest” has a “%” that stands for nothing; a percent sign is written %25."),
        ("workestra:book?guest=%E9", "“guest” is not in UTF-8."),
        ("workestra:book?guest=%ED%A0%80", "“guest” is not in UTF-8."),
        ("workestra:book?email=ada", "“ada” is not an e-mail address."),
        ("workestra:book?email=a@b.de%0ABcc:c@d.ef", "“a@b.de Bcc:c@d.ef” is not an e-mail address."),
        ("workestra:book?link=../x", "“../x” cannot be the name of a booking link."),
        ("workestra:book?minutes=-5", "“-5” is not a number of minutes."),
        ("workestra:book?minutes=%D9%A3", "“٣” is not a number of minutes."),
        ("workestra:book?start=2026-12-01T10:00", "Its time has neither an offset, like +01:00, nor a “zone”."),
        ("workestra:book?start=2026-12-01", TIME.format("2026-12-01")),
        ("workestra:book?start=2026-02-30T10:00Z", TIME.format("2026-02-30T10:00Z")),
        ("workestra:book?start=0001-01-01T00:00Z", TIME.format("0001-01-01T00:00Z")),
        (TWO + "Mars", "There is no time zone called “Mars”."),
        (TWO + "../../etc/passwd", "There is no time zone called “../../etc/passwd”."),
        (
            "workestra:book?start=2026-03-29T02:30&zone=Europe/Berlin",
            "2026-03-29 02:30 does not exist in Europe/Berlin: the clocks go forward then.",
        ),
    ],
)  # fmt: skip
def test_every_other_text_is_refused_with_its_reason(text: str, why: str) -> None:
    assert why_not(text) == why


def test_everything_is_bounded() -> None:
    assert read_link("workestra:book?guest=" + "a" * 200) == BookingRequest(guest="a" * 200)
    assert why_not("workestra:book?guest=" + "a" * 201) == "“guest” is longer than 200 characters."
    assert why_not("workestra:book?note=" + "a" * 2001) == "“note” is longer than 2000 characters."
    assert why_not("workestra:book?note=" + "a" * LONGEST) == "It is longer than 8000 characters."
    most = "&".join(f"x{n}=1" for n in range(MOST_FIELDS))
    assert read_link(f"workestra:book?{most}") == BookingRequest()
    assert why_not(f"workestra:book?{most}&y=1") == "It has more than 40 fields."


@pytest.mark.parametrize(
    ("text", "may_be"),
    [
        ("ada@example.org", True), ("ada+x@mail.example.co.uk", True), ("ädä@büro.example", True),
        ("a/b=c@d.example", True),
        ("a@b.c?bcc=x", False), ("a@b.c&cc=x@y.z", False), ("a@b.c#x", False), ("a@b", False), ("a@.b", False),
        ("a@b..c", False), ("a@b.c.", False), ("a b@c.d", False), ("a@b.c\r\nX:y", False), ("@b.c", False),
    ],
)  # fmt: skip
def test_an_address_carries_nothing_behind_it(text: str, may_be: bool) -> None:
    assert is_address(text) is may_be
