"""From the bytes of an answer to an XML tree: what cannot be trusted is cleaned or refused before a parser sees it.

Everything becomes UTF-8 here, and the parser is told so. A parser that guesses an encoding reads a document type in
UTF-16 without a mark or in UTF-7, where no look at the bytes would find it, and entities in attributes are unfolded
whatever is said about entities (measured 2026-11-22).
"""

from __future__ import annotations

import codecs
import re
from typing import Any

from lxml import etree

from workestra_desktop.core.trouble import Code, Scope, fail

TOO_LARGE = "answer too large"

_DECLARED = re.compile(rb"<\?xml\s[^>]*?\?>\s*+")
_ENCODING = re.compile(rb"\sencoding\s*=\s*[\"']([^\"']+)")
# A document type with declarations of its own, after whatever may stand before it.
_DOCTYPE = re.compile(
    rb"(?:\s++|<\?(?:(?!\?>).)*+\?>|<!--(?:(?!-->).)*+-->)*+<!DOCTYPE[^>\[]*\[", re.DOTALL | re.IGNORECASE
)
_ASCII_LIKE = re.compile(rb"(?i)iso-8859-(?:[1-9]|1[013456])|windows-125[0-8]|latin-?1|ascii")

_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\r"))
_CONTROL_REFERENCE = re.compile(rb"&#(?:x0*(?:[0-8bcef]|1[0-9a-f])|0*(?:[0-8]|1[124-9]|2\d|3[01]));", re.IGNORECASE)

_PIECE = 1024 * 1024
_MOST_MARKS = 2_000_000
"""Marks (`<`) and equal signs in markup. Each may cost the parser 250 bytes, so a small answer can be a large tree; the
listing of 50,000 objects, the most that iCloud keeps for an account, has 600,000."""
_MARKUP = re.compile(
    rb"<!\[CDATA\[(?:(?!\]\]>).)*+|<!--(?:(?!-->).)*+|(<(?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+)", re.DOTALL
)


def tree(body: bytes, content_type: str) -> Any:
    """The root element; None if `body` is empty, or is no XML and `content_type` does not say that it is.

    Raises lxml's XMLSyntaxError for XML that cannot be read, and `Failure` for what is not even tried.
    """
    text = _well_formed(body)
    if not text:
        return None
    try:
        _bound(text)
        # An event may have 20 MB (fact sheet §5.3), hence huge_tree; its size was bounded, and it has no entities.
        return etree.XML(
            text if text[:1] == b"<" else b"-",
            etree.XMLParser(
                encoding="utf-8", huge_tree=True, remove_blank_text=True, resolve_entities=False, no_network=True
            ),
        )
    except etree.XMLSyntaxError:
        if content_type.lower().startswith(("text/xml", "application/xml")):
            raise
        return None


def _well_formed(body: bytes) -> bytes:
    """`body` in UTF-8, without a declaration and without the control characters XML 1.0 §2.2 forbids, raw or as
    references, and with broken UTF-8 made readable: servers hand out what some program once wrote into an event, and
    one such event must not make a whole calendar unreadable. What is not markup stays as it is.
    """
    body = body.lstrip()
    if body[:2] in (b"\xff\xfe", b"\xfe\xff"):
        body = _DECLARED.sub(b"", body.decode("utf-16", "replace").encode(), count=1)
    body = body.removeprefix(b"\xef\xbb\xbf")
    if body[:1] != b"<":
        return body
    # One pattern for both held Python's lock, and with it the window, for 50 ms in a listing of 17,000 events; this
    # takes 7 (measured 2026-11-22).
    body = _CONTROL_REFERENCE.sub(b"", body.translate(None, _CONTROLS))
    if head := _DECLARED.match(body):
        body, encoding = body[head.end() :], _ENCODING.search(head[0])
        if encoding is not None and encoding[1].lower() not in (b"utf-8", b"utf8", b"us-ascii"):
            if not _ASCII_LIKE.fullmatch(encoding[1]):
                raise fail(Code.ICLOUD_DOWN, scope=Scope.ACCOUNT, detail="unknown encoding")
            body = body.decode(encoding[1].decode("ascii"), "replace").encode()
    if not body.isascii():
        body = _readable(body)
    # Last of all: what was taken out before might have hidden it.
    if _DOCTYPE.match(body):
        # WebDAV has none; entities are only there to be blown up.
        raise fail(Code.BLOCKED, scope=Scope.ACCOUNT, detail="a document type")
    return body


def _readable(body: bytes) -> bytes:
    """Valid UTF-8, made piece by piece: one emoji makes Python's text of a large answer four times as large."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    pieces = (body[at : at + _PIECE] for at in range(0, len(body), _PIECE))
    return b"".join([*(decoder.decode(piece).encode() for piece in pieces), decoder.decode(b"", final=True).encode()])


def _bound(text: bytes) -> None:
    """Refuses markup whose tree would be far larger than it is. Equal signs are looked at only where they abound: in
    the texts of events they are harmless."""
    marks = text.count(b"<")
    if marks <= _MOST_MARKS and text.count(b"=") > _MOST_MARKS:
        marks += sum(tag[1].count(b"=") for tag in _MARKUP.finditer(text) if tag[1])
    if marks > _MOST_MARKS:
        raise fail(Code.ICLOUD_DOWN, scope=Scope.ACCOUNT, detail=TOO_LARGE)
