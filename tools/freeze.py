"""`dev.py freeze`: the app as a folder that needs no Python, for the system this runs on. In `.venv-build` only.

What comes of it, the same on the three systems:

    dist/workestra-desktop/                 may be put anywhere, as a whole
        workestra-desktop[.exe]             the window; a program without a console
        workestra[.exe]                     the command
        _internal/                          Python, Qt, our resources; never started by itself
        licences/, THIRD-PARTY.txt          whose work is in it, and on which terms (tools/licences.py)
        sbom.cdx.json                       the same for machines (tools/freeze_sbom.py)

and on macOS `dist/Workestra Desktop.app` of the same, with the papers in Contents/Resources. Whatever makes installers
takes these as they are. Linux: libraries of the desktop (X11, Wayland, GLib, fontconfig, zlib, the C++ library, …) are
not in it (tools/freeze_pruning.py). Everything made on the way is in build/freeze.

The app is installed from a copy of its own into the environment first, so that tests, tools and sample calendars are
not there to be taken. Afterwards the folder is held against packaging/contents-*.txt, and its self-check is run.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from importlib.metadata import distributions, version
from pathlib import Path

from tools import bundle_contents, freeze_figures, freeze_sbom, licences
from tools.freeze_pruning import plain

ROOT = Path(__file__).resolve().parents[1]
WORK, DIST = ROOT / "build" / "freeze", ROOT / "dist"
MADE = WORK / "made"
"""Where it is made and checked; what is whole goes to `DIST`, so that nothing else ever lies there."""
FOLDER = MADE / "workestra-desktop"
MAC_APP = MADE / "Workestra Desktop.app"
PATIENCE = 300
"""Seconds for the self-check of a copy that was never started before: a virus scanner may read all of it first."""
BUILDERS = ("pyinstaller", "pyinstaller-hooks-contrib")
"""Something of them is in every bundle: what starts a program, and what it does first."""
BYSTANDERS = frozenset({"pycparser"})
"""Of the run lock, what has no code that the app ever loads: cffi reads C by it, for others."""


class Stop(Exception):  # noqa: N818 - named for what it does
    """Ends the build; says what is wrong."""


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="dev.py freeze", description="makes the frozen app of this system")
    parser.add_argument("--record", action="store_true", help="keep the figures as those of this release")
    options = parser.parse_args(arguments)
    try:
        install()
        app_version = version("workestra-desktop")
        pyinstaller(app_version)
        contents = bundle_contents.read(FOLDER, programs())
        check(contents)
        papers(app_version, contents)
        check(bundle_contents.read(FOLDER, programs()))
        if sys.platform == "darwin":
            into_mac_app()
        self_check()
        figures(app_version, record=options.record)
        hand_over()
    except (Stop, licences.NoText) as stop:
        say(str(stop))
        return 1
    return 0


def programs() -> tuple[str, str]:
    end = ".exe" if sys.platform == "win32" else ""
    return f"workestra-desktop{end}", f"workestra{end}"


def install() -> None:
    """The project as it would be published, from a copy: a build folder of an earlier one would be packed again."""
    with tempfile.TemporaryDirectory(prefix="workestra-") as copy:
        source = Path(copy) / "source"
        for folder in ("workestra_desktop", "resources"):
            shutil.copytree(ROOT / folder, source / folder, ignore=shutil.ignore_patterns("__pycache__"))
        for name in ("pyproject.toml", "README.md", "LICENSE"):
            shutil.copy(ROOT / name, source)
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"]
        run([*pip, "--no-deps", "--no-index", "--no-build-isolation", "--force-reinstall", str(source)], "pip")


def pyinstaller(app_version: str) -> None:
    from tools import app_icon

    shutil.rmtree(MADE, ignore_errors=True)
    work = WORK / "workestra"  # PyInstaller's name for it: that of the spec
    app_icon.write(work)
    if sys.platform == "win32":
        from tools.freeze_version import write

        write(work, app_version, programs())
    say("PyInstaller (a minute or two)")
    told = [sys.executable, "-P", "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    places = ["--distpath", str(MADE), "--workpath", str(WORK)]
    # Equal sources make equal archives: sets are walked in the same order.
    env = {**os.environ, "PYINSTALLER_CONFIG_DIR": str(WORK / "cache"), "PYTHONHASHSEED": "1"}
    run([*told, *places, str(ROOT / "packaging" / "workestra.spec")], "PyInstaller", env)


def check(contents: bundle_contents.Contents) -> None:
    """Raises `Stop` naming everything that is in it and may not be, or is not and must be, or that nobody locked."""
    wrong = [f"not allowed: {name}" for name in bundle_contents.Allowed.on(sys.platform).intruders(contents)]
    wrong += [f"missing: {name}" for name in bundle_contents.missing(contents)]
    found, locked = bundle_contents.owners(contents), run_lock()
    wrong += [f"not in requirements/run.txt: {name}" for name in sorted(found - locked)]
    wrong += [f"of requirements/run.txt, but not in the app: {name}" for name in sorted(locked - found - BYSTANDERS)]
    if wrong:
        raise Stop("The frozen app is not what it should be (packaging/contents-*.txt):\n  " + "\n  ".join(wrong))


def papers(app_version: str, contents: bundle_contents.Contents) -> None:
    """Licences and the bill of materials."""
    names = bundle_contents.owners(contents) | set(BUILDERS)
    parts = licences.packages(names) + licences.components(contents.files, versions())
    licences.write(parts, FOLDER)
    inner = {
        plain(each.name): freeze_sbom.inner_parts(
            Path(str(each.locate_file(file)))
            for file in each.files or ()
            if ".dist-info/sboms/" in file.as_posix() and file.suffix == ".json"
        )
        for each in distributions()
    }
    made = datetime.now(UTC).isoformat(timespec="seconds")
    bill = freeze_sbom.document(app_version, parts, inner, made)
    bill = freeze_sbom.with_hashes(bill, (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8"))
    if wrong := freeze_sbom.faults(bill):
        raise Stop(f"The bill of materials is no CycloneDX: {wrong}")
    (FOLDER / "sbom.cdx.json").write_text(freeze_sbom.text(bill), encoding="utf-8")
    say(f"licences: {len(parts)} parts")


def versions() -> dict[str, str]:
    """Of what is no Python package, where it tells."""
    import platform
    import sqlite3
    import ssl

    from PySide6.QtCore import qVersion

    return {
        "Qt": qVersion(),
        "Python": platform.python_version(),
        "OpenSSL": ssl.OPENSSL_VERSION.split()[1],
        "SQLite": sqlite3.sqlite_version,
    }


def run_lock() -> set[str]:
    """Plain names of what the run lock wants on this system, and the app itself."""
    from packaging.requirements import Requirement

    lines = (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8").splitlines()
    asked = [Requirement(line.rstrip(" \\")) for line in lines if "==" in line and line[0] not in " #"]
    return {plain(each.name) for each in asked if each.marker is None or each.marker.evaluate()} | {"workestra-desktop"}


def into_mac_app() -> None:
    resources = MAC_APP / "Contents" / "Resources"
    shutil.copytree(FOLDER / "licences", resources / "licences", dirs_exist_ok=True)
    for name in ("THIRD-PARTY.txt", "sbom.cdx.json"):
        shutil.copy(FOLDER / name, resources)
    # PyInstaller signed it, for this computer only, before these came; Apple's processors start nothing unsigned.
    run(["codesign", "--force", "--deep", "--sign", "-", str(MAC_APP)], "codesign")


def self_check() -> None:
    with tempfile.TemporaryDirectory(prefix="workestra-") as folder:
        report = Path(folder) / "report.txt"
        command = [str(FOLDER / programs()[0]), "--self-check", str(report)]
        try:
            failed = subprocess.run(command, cwd=folder, timeout=PATIENCE, check=False).returncode != 0
        except subprocess.TimeoutExpired:
            failed = True
            say(f"the self-check did not end within {PATIENCE} s; the part after the last line does not")
        if sys.platform == "win32" and report.exists():  # a program without a console says nothing
            for line in report.read_text(encoding="utf-8").splitlines():
                say(line)
        if failed:
            raise Stop("The frozen app does not work: see above.")


def figures(app_version: str, *, record: bool) -> None:
    now = freeze_figures.measured(FOLDER, FOLDER / programs()[0])
    kept = freeze_figures.KEPT.read_text(encoding="utf-8")
    for line in freeze_figures.compared(now, kept, freeze_figures.key()):
        say(line)
    if record:
        new = freeze_figures.recorded(now, kept, freeze_figures.key(), app_version)
        freeze_figures.KEPT.write_text(new, encoding="utf-8")


def hand_over() -> None:
    DIST.mkdir(exist_ok=True)
    for made in (FOLDER, *([MAC_APP] if sys.platform == "darwin" else [])):
        if (DIST / made.name).exists():
            shutil.rmtree(DIST / made.name)
        made.rename(DIST / made.name)
        say(f"made {(DIST / made.name).relative_to(ROOT).as_posix()}")


def run(command: list[str], name: str, env: dict[str, str] | None = None) -> None:
    done = subprocess.run(command, cwd=ROOT, env=env, check=False)
    if done.returncode:
        raise Stop(f"{name} failed: see above.")


def say(text: str) -> None:
    print(f"freeze: {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
