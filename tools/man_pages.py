"""`python -m tools.man_pages`: the two manual pages in packaging/linux/man, written anew from the parsers themselves.

What a command takes and says comes from click and argparse; only what no parser knows (files, environment, exit codes)
stands here. Source of the macros: man(7), groff_man(7).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection, Iterator
from pathlib import Path

import click

from workestra_desktop.__main__ import argument_parser
from workestra_desktop.cli import cli

FOLDER = Path(__file__).resolve().parents[1] / "packaging" / "linux" / "man"

_PROFILE = ("WORKESTRA_PROFILE", "The folder that everything is kept in, unless --profile names one.")
_ENVIRONMENT = (
    _PROFILE,
    ("PYTHON_KEYRING_BACKEND", "The keychain to use, by its name in Python's keyring; else the one of the session."),
)
_FILES = (
    ("~/.local/share/Workestra Desktop/", "Bookings, links, settings and daily copies. Never the password."),
    ("~/.config/autostart/workestra-desktop.desktop", "There while the app starts at login."),
)
_EXITS = (
    ("0", "Done."),
    ("1", "Failed, and nothing is lost; the text says why and what to do."),
    ("2", "Wrong usage or input."),
)


def command_page() -> str:
    """workestra(1)."""
    context = click.Context(cli, info_name="workestra", **cli.context_settings)
    about = (cli.help or "").split("\n\n")
    lines = [_head("workestra"), ".SH NAME", rf"workestra \- {_roff(about[0].rstrip('.'))}"]
    lines += [".SH SYNOPSIS", ".B workestra", r"[\fIoptions\fR] \fIcommand\fR [\fIarguments\fR]"]
    lines += [".SH DESCRIPTION", *_paragraphs(cli.help or ""), ".SH OPTIONS", *_options(cli, context)]
    lines += [r"Each command takes \fB\-\-json\fR and \fB\-\-profile\fR as well.", ".SH COMMANDS"]
    shared = {parameter.name for parameter in cli.get_params(context)}
    for path, command, inner in _commands(cli, context):
        lines += [f".SS {_quoted(f'{path} {_usage(command, inner)}'.strip())}", *_paragraphs(command.help or "")]
        lines += _options(command, inner, shared=shared)
    lines += _terms("ENVIRONMENT", _ENVIRONMENT) + _terms("FILES", _FILES) + _terms("EXIT STATUS", _EXITS)
    return "\n".join([*lines, ".SH SEE ALSO", ".BR workestra\\-desktop (1)", ""])


def window_page() -> str:
    """workestra-desktop(1)."""
    window = argument_parser()
    lines = [_head("workestra-desktop"), ".SH NAME"]
    lines += [rf"workestra\-desktop \- {_roff((window.description or '').rstrip('.'))}"]
    usage = window.format_usage().removeprefix("usage: workestra-desktop").split()
    lines += [".SH SYNOPSIS", r".B workestra\-desktop", _roff(" ".join(usage)), ".SH DESCRIPTION"]
    lines += _paragraphs(
        "Opens the window. Once it is closed the app stays in the tray and looks at iCloud every ten minutes. There is "
        "one window for a profile: a second start brings the first one to the front."
    )
    lines.append(".SH OPTIONS")
    for action in window._actions:  # noqa: SLF001 - argparse has no public list of what a parser takes
        if action.help != argparse.SUPPRESS:
            lines += [".TP", _option_names(action), _roff(f"{_sentence(action.help or '')}")]
    lines += [".SH LINKS", *_paragraphs(window.epilog or "")]
    lines += _terms("ENVIRONMENT", (_PROFILE,)) + _terms("FILES", _FILES)
    return "\n".join([*lines, ".SH SEE ALSO", ".BR workestra (1)", ""])


PAGES = {"workestra.1": command_page, "workestra-desktop.1": window_page}


def _head(name: str) -> str:
    return f'.TH {_roff(name.upper())} 1 "" "Workestra Desktop" "User Commands"'


def _commands(
    group: click.Group, context: click.Context, path: str = ""
) -> Iterator[tuple[str, click.Command, click.Context]]:
    """Each command that does something, with the words that call it, by name."""
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        inner, words = click.Context(command, info_name=name, parent=context), f"{path} {name}".strip()
        if isinstance(command, click.Group):
            if command.invoke_without_command:
                yield words, command, inner
            yield from _commands(command, inner, words)
        elif not command.hidden:
            yield words, command, inner


def _usage(command: click.Command, context: click.Context) -> str:
    return " ".join(command.collect_usage_pieces(context))


def _options(command: click.Command, context: click.Context, shared: Collection[str | None] = ()) -> list[str]:
    """As terms; those named in `shared` are told of once for all."""
    lines = []
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record is None or not record[1] or parameter.name in shared:
            continue  # a mere name is in the synopsis already
        names, text = record
        lines += [".TP", rf"\fB{_roff(names)}\fR", _roff(_sentence(text))]
    return [*lines, ".PP"] if lines else lines


def _option_names(action: argparse.Action) -> str:
    names = ", ".join(action.option_strings)
    value = f"{action.metavar or action.dest}" if action.nargs != 0 else ""
    return " ".join(
        part for part in (rf"\fB{_roff(names)}\fR" if names else "", rf"\fI{_roff(value)}\fR" if value else "") if part
    )


def _paragraphs(text: str) -> list[str]:
    """click marks a paragraph that keeps its line ends with \\b."""
    lines: list[str] = []
    for paragraph in text.split("\n\n"):
        kept = [line.strip() for line in paragraph.strip().splitlines() if line.strip()]
        if kept and kept[0] == "\b":
            lines += [".PP", ".nf", *map(_roff, kept[1:]), ".fi"]
        elif kept:
            lines += [".PP", _roff(" ".join(kept))]
    return lines


def _terms(title: str, terms: tuple[tuple[str, str], ...]) -> list[str]:
    lines = [f".SH {title}"]
    for name, text in terms:
        lines += [".TP", rf"\fB{_roff(name)}\fR", _roff(text)]
    return lines


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "]")) else ".")


def _quoted(text: str) -> str:
    return '"' + _roff(text).replace('"', r"\(dq") + '"'


def _roff(text: str) -> str:
    """Backslashes and hyphens that are to be copied; a line may not begin as a request does."""
    plain = text.replace("\\", r"\e").replace("-", r"\-")
    return rf"\&{plain}" if plain.startswith((".", "'")) else plain


def main() -> int:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, page in PAGES.items():
        (FOLDER / name).write_text(page(), encoding="utf-8")
        print(f"{FOLDER / name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
