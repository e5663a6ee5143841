"""What the stand-in does differently from its default while a switch is on: conflicting or rare behaviour of iCloud.

Every field is JSON (a string, a number, a boolean), so that the control port can set it. The comment names the row of
the fact sheet's §9.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Switches:
    below_root: str = "serve"  # 1: what the entry host answers to /<dsid>/… : serve | 404 | 301
    bare_principal: bool = False  # 8: the principal calls itself /principal/
    cdata: bool = True  # 7: calendar data in CDATA, else with entities
    duplicates: bool = False  # 13: a sync-collection lists each member twice
    invalid_token: str = "A"
    uid_filter: str = "412"  # 16: 412 | empty
    ghosts: str = ""  # 19: regular expression of names that are listed but 404 in a multiget and for GET
    expand: str = "two-stamps"  # 21: two-stamps | masters | nothing
    forget_etag_every: int = 0  # 26: every n-th successful PUT has no ETag; 0: never
    resave_every: int = 0  # 27: before every n-th conditional write the object is saved anew, so its etag has moved
    tombstones: bool = False  # 28: PUT of a deleted name or UID is 412
    hide_new: float = 0.0  # 29: seconds a new object is left out of listings and reports; GET finds it
    delete_ignores_stale: bool = False  # §5.2: DELETE with a stale If-Match is accepted
    no_dashes: bool = False  # §2: the password is also taken without its dashes
    zone_needs_definition: bool = False  # §5.1: a TZID without its VTIMEZONE is 400
    well_known: str = "301"  # §1: 301 to / | 404
    names_default: bool = False  # §3: the inbox has a schedule-default-calendar-URL
    gzip: bool = False  # bodies are packed for clients that accept it
