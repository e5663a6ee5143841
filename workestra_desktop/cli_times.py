"""The part of `workestra` that writes free times for a guest: to paste into a mail, or as a calendar file."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, assert_never
from uuid import uuid4

import click

from workestra_desktop.cli_free_output import span_json
from workestra_desktop.cli_run import Command, Run
from workestra_desktop.core.commands import ShareTimes
from workestra_desktop.core.offer import Offer, coming_days
from workestra_desktop.core.offer_formats import as_html, as_markdown, as_text
from workestra_desktop.core.offer_words import EnglishVoice, proposals, sheet

if TYPE_CHECKING:
    from workestra_desktop.sync.desk import Desk

MOST_DAYS = 92


class Format(StrEnum):
    TEXT = "text"
    HTML = "html"
    MARKDOWN = "markdown"
    ICS = "ics"


def _no_holds(_: click.Context, __: click.Parameter, value: str | None) -> None:
    if value is not None:
        raise click.UsageError("Times cannot be held yet. Leave --hold out: they are offered without being reserved.")


@click.command(cls=Command)
@click.argument("slug")
@click.option(
    "--days", type=click.IntRange(1, MOST_DAYS), default=7, show_default=True, metavar="N",
    help="How many days, today included.",
)  # fmt: skip
@click.option("--minutes", type=int, metavar="N", help="One of the link's durations.")
@click.option(
    "--format", "wanted", type=click.Choice([str(f) for f in Format]), default=str(Format.TEXT), show_default=True,
    help="How they are written.",
)  # fmt: skip
@click.option("--timezone", metavar="ZONE", default="", help="The guest's zone in addition, like America/New_York.")
@click.option("--hold", metavar="T", expose_value=False, hidden=True, callback=_no_holds)
@click.pass_obj
def times(run: Run, slug: str, days: int, minutes: int | None, wanted: str, timezone: str) -> None:
    """Write free times to send to a guest. They are not reserved."""
    with run.desk() as desk:
        span = coming_days(desk.clock(), days, desk.host_zone)
        offer = desk.execute(ShareTimes(slug, span, minutes, timezone))
        assert isinstance(offer, Offer)
        text = _written(offer, Format(wanted), desk) if offer.slots else ""
        slots = [span_json(slot, desk.host_zone) for slot in offer.slots]
        if run.as_json or wanted != Format.ICS:
            run.result({"text": text, "slots": slots}, text.splitlines)
        else:
            with run.stdout():
                sys.stdout.buffer.write(text.encode())  # its line ends are part of the format
    if not offer.slots:  # beside the result, which may be on its way into a mail
        more = "Try a larger --days, or see" if days < MOST_DAYS else "See"
        run.say(
            f"“{slug}” has no free time from today on for {days} day{'s' if days > 1 else ''}. "
            f"{more} what is in the way with workestra explain."
        )


def _written(offer: Offer, wanted: Format, desk: Desk) -> str:
    voice = EnglishVoice()
    match wanted:
        case Format.TEXT:
            return as_text(sheet(offer, voice))
        case Format.HTML:
            return as_html(sheet(offer, voice))
        case Format.MARKDOWN:
            return as_markdown(sheet(offer, voice))
        case Format.ICS:
            from workestra_desktop.ical.proposals import proposal_file

            return proposal_file(proposals(offer, voice), desk.clock(), uuid4().hex)
        case _:
            assert_never(wanted)
