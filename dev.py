"""Everything a developer or a machine needs, in one command and from a bare Python.

    python3 dev.py test [pytest's arguments]   lint, types, layers, then all tests
    python3 dev.py check                       lint, types and layers only
    python3 dev.py demo [arguments]            the app on a stand-in iCloud with a made-up month
    python3 dev.py run [arguments]             the app itself
    python3 dev.py pictures                    the pictures of the documentation, made anew
    python3 dev.py screens [--accept] [NAME…]  every screen drawn anew and held against what was accepted
    python3 dev.py translations                the texts of the window in every language, brought up to date
    python3 dev.py faults                      the table of faults and outcomes, docs/faults.md, made anew
    python3 dev.py bench [arguments]           what performance means here, measured against yardsticks
    python3 dev.py freeze [--verify] [--record]
                                               the app as a folder that needs no Python, dist/workestra-desktop
    python3 dev.py installer [--verify]        the installer of this system, made from it, into dist
    python3 dev.py release                     a dry run of a release: what is missing, and its notes
    python3 dev.py live FILE                   the open questions about iCloud, put to your own account

On Windows: `py dev.py ...`. The first call makes `.venv` and fills it with the versions of `requirements/`; later calls
use it again until these change. On Debian and Ubuntu the system libraries that Qt needs are installed when this runs as
root; otherwise the one line that installs them is printed. Stdlib only, and readable by older Pythons, to tell them so.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
APP = ROOT / ".venv"
BUILD = ROOT / ".venv-build"
XANDIKOS = ROOT / ".venv-xandikos"
STAMP = "workestra-stamp"
OLDEST = (3, 11)

# What PySide6-Essentials 6.11 wants from the system: the file it loads, the Debian package that brings it. The first
# six are needed without a screen too, the others by windows under X11 (found by adding one at a time to a bare system).
QT_LIBRARIES = (
    ("libglib-2.0.so.0", "libglib2.0-0"),
    ("libGL.so.1", "libgl1"),
    ("libEGL.so.1", "libegl1"),
    ("libxkbcommon.so.0", "libxkbcommon0"),
    ("libfontconfig.so.1", "libfontconfig1"),
    ("libdbus-1.so.3", "libdbus-1-3"),
    ("libxcb-cursor.so.0", "libxcb-cursor0"),
    ("libxcb-icccm.so.4", "libxcb-icccm4"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    ("libxcb-shape.so.0", "libxcb-shape0"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
)
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts")
FONTS = "fonts-dejavu-core"


class Stop(Exception):  # noqa: N818 - named for what it does
    """Ends the program with exit code 1 and this text, which says what is missing and what to do."""


def main(arguments: list[str]) -> int:
    if sys.version_info < OLDEST:
        say(f"Workestra Desktop needs Python 3.11 or newer; this is Python {sys.version.split()[0]}.")
        return 1
    command, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    commands = {
        "test": test,
        "check": check,
        "demo": demo,
        "run": run,
        "pictures": pictures,
        "screens": screens,
        "translations": translations,
        "faults": faults,
        "bench": bench,
        "freeze": freeze,
        "installer": installer,
        "release": release,
        "live": live,
    }
    if command not in commands:
        print(__doc__)
        return 0 if command in ("-h", "--help", "help") else 2
    try:
        install_system_libraries()
        return commands[command](rest)
    except Stop as stop:
        say(str(stop))
        return 1
    except KeyboardInterrupt:
        return 130


def test(arguments: list[str]) -> int:
    environment(XANDIKOS, ROOT / "requirements" / "xandikos.txt")
    failed = check([])
    if failed:
        return failed
    say("pytest")
    # A worker a core and one more, as they often wait for a server; each file on one of them: its fixtures (servers,
    # windows) are then made once. They go in the order of tests/conftest.py, not by the number of tests in each, which
    # would leave the two longest to the end. What is asked for by name runs in this process, where its output and a
    # debugger can be seen.
    some = str((os.cpu_count() or 1) + 1)
    workers = [] if arguments else ["--numprocesses", some, "--dist", "loadfile", "--no-loadscope-reorder", "--quiet"]
    return in_app(["-m", "pytest", *workers, *arguments], {"QT_QPA_PLATFORM": "offscreen"}).returncode


def check(arguments: list[str]) -> int:
    """Runs every check, so that one report names all there is to mend; only a failing one is heard."""
    if arguments:
        raise Stop("check takes no arguments.")
    app_environment()
    checks = (
        ("ruff check", ["-m", "ruff", "check", "--quiet"]),
        ("ruff format --check", ["-m", "ruff", "format", "--check", "--quiet"]),
        ("mypy", ["-m", "mypy", "--no-error-summary"]),
        ("import-linter", ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]),
    )
    failed = []
    for name, command in checks:
        done = in_app(command, {}, quiet=True)
        say(f"{name}: {'failed' if done.returncode else 'fine'}")
        if done.returncode:
            sys.stderr.write(done.stdout.decode(errors="replace"))
            failed.append(name)
    if failed:
        say(f"Failed: {', '.join(failed)}.")
    return 1 if failed else 0


def demo(arguments: list[str]) -> int:
    return in_app(["-m", "workestra_desktop.demo", *arguments], {}).returncode


def run(arguments: list[str]) -> int:
    return in_app(["-m", "workestra_desktop", *arguments], {}).returncode


def pictures(arguments: list[str]) -> int:
    return in_app(
        ["-m", "workestra_desktop.demo", "--pictures", str(ROOT / "docs" / "pictures"), *arguments], {}
    ).returncode


def screens(arguments: list[str]) -> int:
    return in_app(["-m", "tests.screens", *arguments], {"QT_QPA_PLATFORM": "offscreen"}).returncode


def translations(arguments: list[str]) -> int:
    return in_app(["-m", "tools.translations", *arguments], {}).returncode


def faults(arguments: list[str]) -> int:
    table = str(ROOT / "docs" / "faults.md")
    return in_app(
        ["-m", "tests.icloud.matrix", "--write", table, *arguments], {"QT_QPA_PLATFORM": "offscreen"}
    ).returncode


def bench(arguments: list[str]) -> int:
    return in_app(["-m", "benchmarks", *arguments], {"QT_QPA_PLATFORM": "offscreen"}).returncode


def freeze(arguments: list[str]) -> int:
    """Made in an environment without anything for tests; with `--verify` its command is tried on a real server."""
    python = environment(BUILD, ROOT / "requirements" / "build.txt")
    asked = [argument for argument in arguments if argument != "--verify"]
    command = [str(python), "-m", "tools.freeze", *asked]
    made = subprocess.run(command, cwd=ROOT, env=clean_environment(), check=False).returncode
    if made or "--verify" not in arguments:
        return made
    return in_app(["-m", "tools.freeze_trial"], {}).returncode


def installer(arguments: list[str]) -> int:
    return in_app(["-m", "tools.installer", *arguments], {"QT_QPA_PLATFORM": "offscreen"}).returncode


def release(arguments: list[str]) -> int:
    return in_app(["-m", "tools.release", *arguments], {}).returncode


def live(arguments: list[str]) -> int:
    """Ctrl+C is for the child, which first removes the calendars it made; ignored here, it would be ignored there."""
    signal.signal(signal.SIGINT, lambda *_: None)
    return in_app(["-m", "tests.live.checklist", *arguments], {}).returncode


def in_app(command: list[str], settings: dict[str, str], *, quiet: bool = False) -> subprocess.CompletedProcess[bytes]:
    """Runs the app's Python in the project's folder. What a quiet one says is in the result's `stdout`."""
    python = app_environment()
    return subprocess.run(
        [str(python), *command],
        cwd=ROOT,
        env={**clean_environment(), "QT_API": "pyside6", **settings},
        stdout=subprocess.PIPE if quiet else None,
        stderr=subprocess.STDOUT if quiet else None,
        check=False,
    )


# ------------------------------------------------------------------------------------------------------ environments


def app_environment() -> Path:
    return environment(APP, ROOT / "requirements" / "dev.txt", project=ROOT)


def environment(folder: Path, lock: Path, project: Path | None = None) -> Path:
    """The Python of a virtual environment that holds exactly `lock`, and `project` itself with its two commands.

    The stamp is written last: an environment whose making was interrupted has none and is made anew.
    """
    python = python_of(folder, windows=os.name == "nt")
    stamp = folder / STAMP
    wanted = fingerprint(lock, project)
    if python.exists() and stamp.is_file() and stamp.read_text() == wanted:
        return python
    if folder.exists():
        if any(folder.iterdir()) and not (folder / "pyvenv.cfg").exists():
            raise Stop(f"{folder} is there but is no Python environment. Move it away, then try again.")
        shutil.rmtree(folder)
    say(f"making {folder.name} with Python {sys.version.split()[0]}")
    attempt([sys.executable, "-m", "venv", str(folder)], f"{folder} could not be made.")
    say(f"installing {lock.relative_to(ROOT).as_posix()} (once; it may take a few minutes)")
    pip = [str(python), "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check", "--no-deps"]
    attempt(
        [*pip, "--require-hashes", "--only-binary", ":all:", "-r", str(lock)],
        "The packages could not be installed. Their names and versions are in requirements/; pip's message above says "
        "what is wrong. Without a network, or behind a proxy pip does not know of, this cannot work.",
    )
    if project is not None:
        say("installing the project itself")
        attempt(
            [*pip, "--no-build-isolation", "--editable", str(project)],
            "The project itself could not be installed; pip's message above says why.",
        )
    stamp.write_text(wanted)
    return python


def fingerprint(lock: Path, project: Path | None) -> str:
    """Changes whenever the environment must be made anew: another lock, project file, Python or place."""
    parts = [lock.read_bytes(), sys.version.encode(), str(lock.parent).encode()]
    if project is not None:
        parts.append((project / "pyproject.toml").read_bytes())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def python_of(folder: Path, *, windows: bool) -> Path:
    return folder / "Scripts" / "python.exe" if windows else folder / "bin" / "python"


def clean_environment() -> dict[str, str]:
    """This process's environment without what would send pip or Python elsewhere."""
    unwanted = ("PYTHONHOME", "PYTHONPATH", "PIP_USER", "PIP_TARGET", "PIP_PREFIX", "VIRTUAL_ENV")
    return {name: value for name, value in os.environ.items() if name not in unwanted}


# --------------------------------------------------------------------------------------------------- system libraries


def install_system_libraries() -> None:
    """On Debian and Ubuntu, installs what is missing; elsewhere on Linux, names it. Does nothing on other systems."""
    if sys.platform != "linux":
        return
    missing = missing_packages()
    if not missing:
        return
    names = " ".join(missing)
    if shutil.which("apt-get") is None:
        raise Stop(f"These system libraries are missing (by their names on Debian): {names}")
    if os.geteuid() != 0:
        raise Stop(f"System packages are missing. Install them with this line, then try again:\n{apt_line(missing)}")
    say(f"installing system packages: {names}")
    settings = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    failure = f"The system packages could not be installed; apt's message above says why. By hand:\n{apt_line(missing)}"
    attempt(["apt-get", "update"], failure, settings)
    attempt(["apt-get", "install", "-y", "--no-install-recommends", *missing], failure, settings)


def missing_packages() -> list[str]:
    """Debian names of what this machine lacks to make environments and show windows."""
    missing = [package for library, package in QT_LIBRARIES if not loads(library)]
    if not any(next(Path(folder).rglob("*.[ot]tf"), None) for folder in FONT_FOLDERS):
        missing.append(FONTS)
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        missing.append(f"python{sys.version_info[0]}.{sys.version_info[1]}-venv")
    return missing


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def apt_line(packages: list[str]) -> str:
    return f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {' '.join(packages)}"


# ---------------------------------------------------------------------------------------------------------- speaking


def attempt(command: list[str], failure: str, settings: dict[str, str] | None = None) -> None:
    """Runs a command quietly; when it fails, shows what it said and raises `Stop` with `failure`."""
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=settings or clean_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
    except OSError as error:
        raise Stop(f"{failure}\n({error})") from None
    if done.returncode:
        sys.stderr.write(done.stdout.decode(errors="replace"))
        raise Stop(failure)


def say(text: str) -> None:
    print(f"dev.py: {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
