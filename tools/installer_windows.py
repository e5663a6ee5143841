"""The installer for Windows: a Setup.exe of the app that `dev.py freeze` left in `dist`, made by NSIS.

It puts exactly the files of the frozen folder, and takes exactly these away again. NSIS is also in Debian, where the
tests compile the script around a few files. With WORKESTRA_SIGN_THUMBPRINT (of a certificate in the user's store) and
WORKESTRA_SIGN_TIMESTAMP (the address of a time-stamp server) the programs, the Setup.exe and its uninstaller are
signed; without them one line says that they are not.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from workestra_desktop import __version__

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = ROOT / "packaging" / "windows" / "installer.nsi"
PROGRAMS = ("workestra-desktop.exe", "workestra.exe")
PUBLISHER = "The Workestra Desktop authors"
THUMBPRINT, TIMESTAMP = "WORKESTRA_SIGN_THUMBPRINT", "WORKESTRA_SIGN_TIMESTAMP"
_NOT_IN_NAMES = frozenset('<>:"|?*\\')
_LIMIT_SECONDS = 1200


class NotMade(Exception):  # noqa: N818 - named for what it says
    """Why there is no installer."""


def files_of(frozen: Path) -> list[PurePosixPath]:
    """Every file below `frozen`, sorted. Raises `NotMade` for names that Windows has not, or without our programs."""
    found = sorted(PurePosixPath(file.relative_to(frozen).as_posix()) for file in frozen.rglob("*") if file.is_file())
    if bad := [str(each) for each in found if _NOT_IN_NAMES & set(str(each)) or not str(each).isprintable()]:
        raise NotMade(f"Windows has no such file names: {', '.join(bad)}")
    if missing := [name for name in PROGRAMS if PurePosixPath(name) not in found]:
        raise NotMade(f"{frozen} holds no {' and no '.join(missing)}.")
    return found


def payload(frozen: Path, files: Sequence[PurePosixPath]) -> str:
    """NSIS script with two macros: put the files, and take away these and the folders that are then empty."""
    folders = sorted({folder for file in files for folder in file.parents if folder.parts})
    put, take = ["!macro PUT_FILES"], ["!macro TAKE_FILES"]
    here: PurePosixPath | None = None
    for file in sorted(files, key=lambda each: (each.parent, each.name)):
        if file.parent != here:
            here = file.parent
            put.append(f'  SetOutPath "{_installed(here)}"')
        put.append(f'  File "{frozen / file}"')
        take.append(f'  Delete "{_installed(file)}"')
    take += [f'  RMDir "{_installed(folder)}"' for folder in reversed(folders)]
    return "\n".join([*put, "!macroend", *take, "!macroend", ""])


def _installed(path: PurePosixPath) -> str:
    return "\\".join(["$INSTDIR", *(_escaped(part) for part in path.parts)])


def _escaped(text: str) -> str:
    return text.replace("$", "$$")


def numbers(version: str) -> str:
    """The four numbers that Windows wants of a version."""
    parts = [part for part in version.partition("+")[0].split(".")[:3] if part.isdecimal()]
    return ".".join([*parts, "0", "0", "0", "0"][:4])


def signing(env: Mapping[str, str]) -> list[str] | None:
    """The beginning of signtool's line, to be followed by files; None without the secrets. The key stays in the
    user's certificate store, so no secret is on the line. Raises `NotMade` if only half of what it needs is there."""
    thumbprint, stamp = env.get(THUMBPRINT, ""), env.get(TIMESTAMP, "")
    if not thumbprint and not stamp:
        return None
    if not thumbprint or not stamp:
        raise NotMade(f"For signing both {THUMBPRINT} and {TIMESTAMP} are needed.")
    if not thumbprint.isalnum() or not stamp.startswith(("http://", "https://")) or not set(stamp).isdisjoint("'\"` $"):
        raise NotMade(f"{THUMBPRINT} or {TIMESTAMP} is not what it should be.")
    return ["signtool", "sign", "/fd", "sha256", "/sha1", thumbprint, "/tr", stamp, "/td", "sha256"]


def build(frozen: Path, out: Path, *, icon: Path, env: Mapping[str, str] | None = None) -> Path:
    """Makes the installer of the frozen folder in the folder `out`. Raises `NotMade` with the reason if it cannot."""
    sign = signing(os.environ if env is None else env)
    made = out / f"workestra-desktop-{__version__}-windows-x86_64-setup.exe"
    files = files_of(frozen)
    if sign is None:
        print(f"Not signed: {THUMBPRINT} is not set. Windows will warn of an unknown publisher.")
    else:
        _run([*sign, *(str(frozen / program) for program in PROGRAMS)])
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="workestra-installer-") as folder:
        listed = Path(folder) / "payload.nsh"
        listed.write_text(payload(frozen.resolve(), files), encoding="utf-8-sig")
        side = Path(folder) / "side.bmp"
        side_picture(side)
        size = sum((frozen / file).stat().st_size for file in files)
        told = {
            "VERSION": __version__, "NUMBERS": numbers(__version__), "PUBLISHER": PUBLISHER,
            "COPYRIGHT": f"© {PUBLISHER}. MIT licence.", "SIZE_KB": str(-(-size // 1024)), "OUT": str(made.resolve()),
            "ICON": str(icon.resolve()), "SIDE": str(side), "PAYLOAD": str(listed),
            **({} if sign is None else {"SIGN": " ".join(sign)}),
        }  # fmt: skip
        defines = [f"-D{name}={text}" for name, text in told.items()]
        _run([_makensis(), "-V2", "-WX", "-INPUTCHARSET", "UTF8", *defines, str(SCRIPT)])
    return made


def side_picture(file: Path) -> None:
    """The last page's left side, in place of NSIS' own: 164 × 314 dialog pixels, for 200 %, without alpha."""
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QColor, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    from tools.app_icon import MARK

    image = QImage(2 * 164, 2 * 314, QImage.Format.Format_RGB888)
    image.fill(QColor("#e8eefb"))
    painter = QPainter(image)
    QSvgRenderer(str(MARK)).render(painter, QRectF(68, 96, 192, 192))
    painter.end()
    if not image.save(str(file)):
        raise NotMade(f"{file} could not be written.")


def _makensis() -> str:
    beside = [
        Path(os.environ.get(name, "")) / "NSIS" / "makensis.exe" for name in ("ProgramFiles(x86)", "ProgramFiles")
    ]
    found = shutil.which("makensis") or next((str(file) for file in beside if file.is_file()), None)
    if found is None:
        raise NotMade("NSIS is not installed: nsis.sourceforge.io, or Debian's package nsis.")
    return found


def _run(line: Sequence[str]) -> None:
    done = subprocess.run(line, capture_output=True, text=True, errors="replace", timeout=_LIMIT_SECONDS, check=False)
    if done.returncode != 0:
        raise NotMade(f"{Path(line[0]).name} failed ({done.returncode}):\n{done.stdout}{done.stderr}")


def verify(setup: Path) -> Iterator[str]:
    """Installs, checks itself and is taken away again, silently and in a folder of its own: on a Windows on which it
    is not installed, as what it writes into the registry is the user's one. Yields what was found; raises `NotMade`."""
    if os.name != "nt":
        raise NotMade("The installer can be tried on Windows only.")
    with tempfile.TemporaryDirectory(prefix="Workestra trial ") as folder:
        place = Path(folder) / "Workestra Desktop"
        # NSIS wants /D last and without quotes, whatever is in it.
        _run_line(f'"{setup}" /S /D={place}')
        _run([str(place / "workestra-desktop.exe"), "--self-check"])
        yield f"installed, {sum(1 for each in place.rglob('*') if each.is_file())} files; self-check passed"
        _run_line(f'"{place / "uninstall.exe"}" /S _?={place}')
        (place / "uninstall.exe").unlink(missing_ok=True)
        left = [str(each.relative_to(place)) for each in place.rglob("*")] if place.exists() else []
        if left:
            raise NotMade(f"Left behind: {', '.join(left)}")
        yield "uninstalled, nothing left behind"


def _run_line(line: str) -> None:
    done = subprocess.run(line, capture_output=True, timeout=_LIMIT_SECONDS, check=False)
    if done.returncode != 0:
        raise NotMade(f"{line} failed ({done.returncode}).")


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="dev.py installer", description="Makes the Setup.exe.")
    parser.add_argument("--verify", action="store_true", help="then install, check and uninstall it, silently")
    options = parser.parse_args(arguments)
    frozen = ROOT / "dist" / "workestra-desktop"
    try:
        if not frozen.is_dir():
            raise NotMade("There is no frozen app: first `dev.py freeze`.")
        with tempfile.TemporaryDirectory(prefix="workestra-icon-") as folder:
            from tools.app_icon import write

            write(Path(folder))
            made = build(frozen, ROOT / "dist", icon=Path(folder) / "workestra.ico")
        print(f"{made.name}: {made.stat().st_size / 2**20:.1f} MiB")
        for line in verify(made) if options.verify else ():
            print(line)
    except NotMade as reason:
        print(reason, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
