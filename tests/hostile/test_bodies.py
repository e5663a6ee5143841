"""No document type gets past the look at the bytes, however it is written: entities are unfolded in no attribute."""

from __future__ import annotations

import pytest
from lxml.etree import XMLSyntaxError

from workestra_desktop.core.trouble import Failure
from workestra_desktop.sync.body import tree

TYPE = '<!DOCTYPE m [<!ENTITY a "unfolded">]><m x="&a;"/>'
HEAD = '<?xml version="1.0"?>'


@pytest.mark.parametrize(
    "body",
    [
        (HEAD + TYPE).encode(),
        (HEAD + TYPE).encode("utf-16"),
        (HEAD + TYPE).encode("utf-16-be"),
        (HEAD + TYPE).encode("utf-16-le"),
        (HEAD + TYPE).encode("utf-32-be"),
        (HEAD + TYPE).encode("cp037"),
        b'<?xml version="1.0" encoding = "UTF-7"?>' + TYPE.replace("<!", "+ADwAIQ-").encode(),
        b'<?xml version="1.0" encoding="iso-8859-1"?>' + TYPE.encode(),
        (HEAD + TYPE.replace("DOC", "DO\x01C")).encode(),
        (HEAD + TYPE.replace("DOC", "D&#1;OC")).encode(),
        (HEAD + "<!-- > --><?x ?>\n" + TYPE).encode(),
        b"\xef\xbb\xbf\n" + TYPE.encode(),
    ],
)
def test_a_document_type_is_never_read(body: bytes) -> None:
    with pytest.raises((Failure, XMLSyntaxError)):
        tree(body, "text/xml")


def test_what_is_sound_is_read_in_its_encoding() -> None:
    assert tree('<?xml version="1.0" encoding = "ISO-8859-1"?><m>é</m>'.encode("latin-1"), "").text == "é"
    assert tree('<?xml version="1.0"?><m>é</m>'.encode("utf-16"), "").text == "é"
    assert tree("\n<m>é\U0001f600</m>".encode(), "text/xml").text == "é\U0001f600"
    assert tree(b"<m>a\xffb\x01&#2;</m>", "text/xml").text == "a\ufffdb"
    assert tree(b"", "text/xml") is None
    assert tree(b"BEGIN:VCALENDAR", "text/calendar") is None
    assert tree(b"<html><p></html>", "text/html") is None
