"""The disk image for macOS, on a stand-in for the Mac at the one place where other programs are started."""

from __future__ import annotations

import base64
import json
import plistlib
import re
import runpy
import shutil
import stat
import struct
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.support.servers import ROOT
from tools.installer_macos import Unfit, bundle_of, check_fit, main, make_image
from tools.macos_machine import Refused, ThisMac
from tools.macos_secrets import Unusable, certificate, notary_key
from tools.macos_signing import NotNotarised

ARM, INTEL = 0x0100000C, 0x01000007
FINGERPRINT = "0123456789ABCDEF0123456789ABCDEF01234567"
PASSWORD, P8 = "open$sesame'1", "-----BEGIN PRIVATE KEY-----\nnotary\n-----END PRIVATE KEY-----"
SECRETS = {
    "MACOS_CERTIFICATE": base64.b64encode(b"a certificate").decode(),
    "MACOS_CERTIFICATE_PASSWORD": PASSWORD,
    "MACOS_NOTARY_KEY": P8,
    "MACOS_NOTARY_KEY_ID": "KEY1",
    "MACOS_NOTARY_ISSUER": "issuer-1",
}
SIGNED_ONLY = {name: value for name, value in SECRETS.items() if "NOTARY" not in name}


def code(kind: int = 6, macos: tuple[int, int] = (13, 0), processor: int = ARM) -> bytes:
    version = struct.pack("<IIIIII", 0x32, 24, 1, macos[0] << 16 | macos[1] << 8, 0, 0)
    return struct.pack("<IIIIIIII", 0xFEEDFACF, processor, 0, kind, 1, len(version), 0, 0) + version


def bundle(folder: Path) -> Path:
    """Laid out as PyInstaller does: data beside code, symbolic links between the two, a framework with versions."""
    app = folder / "Workestra Desktop.app"
    contents = app / "Contents"
    framework = contents / "Frameworks" / "PySide6" / "Qt" / "lib" / "QtCore.framework"
    for made in (contents / "MacOS", contents / "Resources", framework / "Versions" / "A" / "Resources"):
        made.mkdir(parents=True)
    plist = runpy.run_path(str(ROOT / "packaging" / "macos" / "info_plist.py"))["info_plist"]("1.2.3")
    (contents / "Info.plist").write_bytes(plistlib.dumps(plist))
    for program in ("workestra-desktop", "workestra"):
        (contents / "MacOS" / program).write_bytes(code(kind=2))
    (framework / "Versions" / "A" / "QtCore").write_bytes(code())
    (framework / "Versions" / "Current").symlink_to("A")
    (framework / "QtCore").symlink_to("Versions/Current/QtCore")
    (contents / "Frameworks" / "QtCore").symlink_to(framework / "QtCore")
    (contents / "Frameworks" / "libpython3.11.dylib").write_bytes(code())
    (contents / "Frameworks" / "lxml").mkdir()
    (contents / "Frameworks" / "lxml" / "etree.so").write_bytes(code())
    (contents / "Resources" / "lxml").symlink_to("../Frameworks/lxml")
    (contents / "Resources" / "base_library.zip").write_bytes(b"PK")
    return app


class Mac:
    """Writes down what is started, and answers as macOS would; `refuses` is a part of a command it says no to."""

    def __init__(self) -> None:
        self.done: list[list[str]] = []
        self.said: list[str] = []
        self.files: dict[str, tuple[bytes, int]] = {}
        self.status, self.identities = "Accepted", f'  1) {FINGERPRINT} "Developer ID Application: A (T)"\n'
        self.refuses: tuple[str, int, str] = ("", 0, "")
        self.paused = 0.0
        self.secret_files: set[Path] = set()
        self.lying: list[str] = []

    def pause(self, seconds: float) -> None:
        self.paused += seconds

    def run(self, command: Sequence[str], said: str = "", within: float = 600) -> str:
        assert within >= 60
        self.done.append(list(command))
        self.said.append(said)
        part, times, reason = self.refuses
        if times and part in " ".join(command):
            self.refuses = (part, times - 1, reason)
            raise Refused(reason)
        told = " ".join([*command, said])
        self.lying += [file.name for file in self.secret_files if file.exists() and str(file) not in told]
        self.secret_files.update(Path(named) for named in re.findall(r'[^\s"]*\.(?:p8|p12)', told))
        for named in re.findall(r'[^\s"]*\.(?:p8|p12)|\S*entitlements\.plist', told):
            self.files[Path(named).name] = (Path(named).read_bytes(), stat.S_IMODE(Path(named).stat().st_mode))
        match list(command):
            case ["hdiutil", "attach", *_, place, _]:
                shutil.copytree(self.laid_out(), place, dirs_exist_ok=True, symlinks=True)
            case ["ditto", "-c", *_, archive]:
                Path(archive).write_bytes(b"PK")
            case ["ditto", app, copy]:
                shutil.copytree(app, copy, symlinks=True)
            case [_, "list-keychains", "-d", "user"]:
                return '    "/Users/host/Library/Keychains/login.keychain-db"\n    "/Library/Other.keychain"\n'
            case [_, "find-identity", *_]:
                return self.identities
            case ["xcrun", "notarytool", "submit", *_]:
                return json.dumps({"id": "7-7", "status": self.status})
            case ["xcrun", "notarytool", "log", *_]:
                return "the reason in full"
            case _:
                pass
        return ""

    def laid_out(self) -> str:
        (create,) = [each for each in self.done if each[:2] == ["hdiutil", "create"]][-1:]
        return create[create.index("-srcfolder") + 1]

    def steps(self) -> list[str]:
        """Each command by its name and what it is about."""
        return [step_of(each) for each in self.done]


def step_of(command: list[str]) -> str:
    match [Path(command[0]).name, *command[1:]]:
        case ["codesign", "--verify", *_, what]:
            return f"codesign --verify {Path(what).name}"
        case ["codesign" | "spctl" | "ditto" as name, *_, what]:
            return f"{name} {Path(what).name}"
        case ["security", what, *_]:
            return f"security {what}"
        case [*words]:
            return " ".join(words[:3])
    raise AssertionError(command)


def made(mac: Mac, folder: Path, env: dict[str, str], processor: str = "arm64") -> Path:
    return make_image(mac, env, bundle(folder), folder / "out", processor)


def signings(mac: Mac) -> list[list[str]]:
    return [each for each in mac.done if each[0] == "codesign" and "--sign" in each]


def test_without_secrets_it_is_signed_ad_hoc_and_says_what_is_skipped(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mac = Mac()
    image = made(mac, tmp_path, dict.fromkeys(SECRETS, ""))
    assert image == tmp_path / "out" / "Workestra-Desktop-1.2.3-macos-arm64.dmg"
    said = capsys.readouterr().out.splitlines()
    assert len(said) == 2 and all("skipped" in line for line in said)
    for command in signings(mac):
        assert command[:5] == ["codesign", "--force", "--sign", "-", "--timestamp=none"]
        assert "runtime" not in command and "--entitlements" not in command, "nobody's libraries would not load"
    assert not {"security", "xcrun", "spctl"} & {Path(each[0]).name for each in mac.done}
    app = "Workestra Desktop.app"
    assert [step for step in mac.steps() if not step.startswith("codesign")] == [
        "workestra-desktop --self-check", "workestra --version", f"ditto {app}", "hdiutil create -volname",
        f"hdiutil verify {image}", "hdiutil attach -readonly", "workestra-desktop --self-check",
        "workestra --version", "hdiutil detach -force",
    ]  # fmt: skip
    assert mac.steps()[4] == f"codesign --verify {app}", "before anything is started"


def test_from_the_inside_out(tmp_path: Path) -> None:
    mac = Mac()
    made(mac, tmp_path, {})
    app = tmp_path / "Workestra Desktop.app"
    contents = app / "Contents"
    version = contents / "Frameworks" / "PySide6" / "Qt" / "lib" / "QtCore.framework" / "Versions" / "A"
    about = [[part for part in command if part.startswith(str(tmp_path))] for command in signings(mac)]
    assert about == [
        [str(contents / "Frameworks" / "lxml" / "etree.so"), str(contents / "Frameworks" / "libpython3.11.dylib")],
        [str(version)],
        [str(contents / "MacOS" / "workestra")],
        [str(app)],
    ], "neither by way of a link nor twice"


def test_the_image_has_the_app_and_the_way_to_applications(tmp_path: Path) -> None:
    class Looking(Mac):
        seen: list[str]

        def run(self, command: Sequence[str], said: str = "", within: float = 600) -> str:
            if list(command[:2]) == ["hdiutil", "create"]:
                folder = Path(command[list(command).index("-srcfolder") + 1])
                self.seen = sorted(each.name for each in folder.iterdir())
                assert (folder / "Applications").readlink() == Path("/Applications")
            return super().run(command, said, within)

    mac = Looking()
    made(mac, tmp_path, {})
    assert mac.seen == ["Applications", "Workestra Desktop.app"]


def test_with_all_secrets(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mac = Mac()
    image = made(mac, tmp_path, SECRETS)
    assert "skipped" not in capsys.readouterr().out
    app, dmg = "Workestra Desktop.app", image.name
    steps = mac.steps()
    order = [
        "security create", f"codesign --verify {app}", "workestra-desktop --self-check", "ditto app.zip",
        "notarytool app.zip", f"staple {app}", f"validate {app}", f"ditto {app}", "hdiutil create -volname",
        f"sign {dmg}", f"notarytool {dmg}", f"staple {dmg}", f"validate {dmg}", f"spctl {app}", f"spctl {dmg}",
        "security delete-keychain",
    ]  # fmt: skip
    places = [next(at for at, done in enumerate(mac.done) if means(done, mac.said[at], each)) for each in order]
    assert places == sorted(places), list(zip(order, places, strict=True))
    assert steps[-1] == "security delete-keychain", "whatever happens in between"
    libraries, frameworks, programs, whole, own = signings(mac)
    for command in (libraries, frameworks, programs, whole):
        assert command[3] == FINGERPRINT and "--keychain" in command
        assert command[6:9] == ["--timestamp", "--options", "runtime"]
    assert [("--entitlements" in each) for each in (libraries, frameworks, programs, whole, own)] == [
        False, False, True, True, False,
    ]  # fmt: skip
    assert programs[programs.index("--identifier") + 1] == "org.workestra.desktop"
    given = mac.files["entitlements.plist"][0]
    assert b"<!--" not in given, "codesign's reader is a strict one"
    assert plistlib.loads(given) == {"com.apple.security.cs.allow-unsigned-executable-memory": True}


def means(command: list[str], said: str, wanted: str) -> bool:
    word, _, what = wanted.partition(" ")
    if word == "security":
        return Path(command[0]).name == "security" and (what in command[1] or said.startswith(what))
    if word == "notarytool":
        return "submit" in command and Path(command[3]).name == what
    if word in {"staple", "validate"}:
        return command[1:3] == ["stapler", word] and Path(command[-1]).name == what
    if word == "sign":
        return "--sign" in command and Path(command[-1]).name == what
    return step_of(command) == wanted


def test_secrets_are_neither_arguments_nor_left_lying(tmp_path: Path) -> None:
    mac = Mac()
    made(mac, tmp_path, SECRETS)
    arguments = " ".join(part for command in mac.done for part in command)
    for secret in (PASSWORD, P8, "notary\n", SECRETS["MACOS_CERTIFICATE"]):
        assert secret not in arguments
    assert "-p " not in arguments.replace("-p codesigning", ""), "nor is the keychain's own"
    assert f'-P "{PASSWORD}"' in "".join(mac.said)
    assert mac.files["certificate.p12"] == (b"a certificate", 0o600)
    for name in ("notary-app.p8", "notary-Workestra-Desktop-1.2.3-macos-arm64.p8"):
        assert mac.files[name] == (f"{P8}\n".encode(), 0o600)
    assert len(mac.secret_files) == 3 and not mac.lying, "none is there any longer than it is needed"
    assert PASSWORD not in repr(certificate(SECRETS)) and P8 not in repr(notary_key(SECRETS))


def test_the_list_of_keychains_is_put_back(tmp_path: Path) -> None:
    mac = Mac()
    made(mac, tmp_path, SIGNED_ONLY)
    first, second = [each[5:] for each in mac.done if each[1:2] == ["list-keychains"] and "-s" in each]
    assert second == ["/Users/host/Library/Keychains/login.keychain-db", "/Library/Other.keychain"]
    assert first[1:] == second and first[0].endswith("signing.keychain-db")


@pytest.mark.parametrize("part", ["codesign --verify", "--self-check", "hdiutil create", "notarytool", "stapler"])
def test_a_step_that_fails_stops_all_and_leaves_no_keychain(tmp_path: Path, part: str) -> None:
    mac = Mac()
    mac.refuses = (part, 1, "no")
    with pytest.raises(Refused, match="no"):
        made(mac, tmp_path, SECRETS)
    assert mac.steps()[-1] == "security delete-keychain"
    assert "hdiutil attach -readonly" not in mac.steps()


def test_the_volume_is_let_go_even_if_its_app_does_not_start(tmp_path: Path) -> None:
    class Spoilt(Mac):
        def run(self, command: Sequence[str], said: str = "", within: float = 600) -> str:
            if "/mounted/" in command[0]:
                raise Refused("damaged")
            return super().run(command, said, within)

    mac = Spoilt()
    with pytest.raises(Refused, match="damaged"):
        made(mac, tmp_path, {})
    assert mac.steps()[-1] == "hdiutil detach -force"


@pytest.mark.parametrize(("times", "enough"), [(1, True), (5, True), (6, False)])
def test_a_busy_disk_is_asked_again(tmp_path: Path, times: int, enough: bool) -> None:
    mac = Mac()
    mac.refuses = ("hdiutil create", times, "hdiutil: create failed - Resource busy")
    with ExitStack() as expected:
        if not enough:
            expected.enter_context(pytest.raises(Refused, match="busy"))
        made(mac, tmp_path, {})
    assert mac.steps().count("hdiutil create -volname") == min(times + 1, 6)
    assert mac.paused == 10 * min(times, 5)


def test_apples_no_is_told_with_its_reasons(tmp_path: Path) -> None:
    mac = Mac()
    mac.status = "Invalid"
    with pytest.raises(NotNotarised, match=r"app.zip is Invalid:\nthe reason in full"):
        made(mac, tmp_path, SECRETS)
    assert "notary-app.p8" in mac.files and not any("stapler" in each for each in mac.done)


@pytest.mark.parametrize("identities", ["     0 valid identities found\n", f'1) {FINGERPRINT} "Apple Development: A"'])
def test_a_certificate_of_another_kind_is_refused(tmp_path: Path, identities: str) -> None:
    mac = Mac()
    mac.identities = identities
    with pytest.raises(Unusable, match="holds 0 valid"):
        made(mac, tmp_path, SECRETS)
    assert mac.steps()[-1] == "security delete-keychain"


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"MACOS_CERTIFICATE_PASSWORD": ""}, "missing: MACOS_CERTIFICATE_PASSWORD"),
        ({"MACOS_NOTARY_ISSUER": " "}, "missing: MACOS_NOTARY_ISSUER"),
        ({"MACOS_CERTIFICATE": "no base64!"}, "is not base64"),
        ({"MACOS_CERTIFICATE_PASSWORD": 'two" -A "words'}, "MACOS_CERTIFICATE_PASSWORD may have"),
        ({"MACOS_CERTIFICATE_PASSWORD": "two\nlines"}, "MACOS_CERTIFICATE_PASSWORD may have"),
        ({"MACOS_CERTIFICATE": "", "MACOS_CERTIFICATE_PASSWORD": ""}, "only what is signed"),
    ],
)
def test_half_a_set_of_secrets_is_refused_before_anything_is_done(
    tmp_path: Path, changed: dict[str, str], told: str
) -> None:
    mac = Mac()
    with pytest.raises(Unusable, match=told) as caught:
        made(mac, tmp_path, {**SECRETS, **changed})
    assert not mac.done
    assert not any(value.strip() and value in str(caught.value) for value in changed.values())


# --- what is in the bundle -----------------------------------------------------------------------------------------


def test_a_bundle_for_the_other_processor_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unfit, match="is for arm64, not x86_64"):
        made(Mac(), tmp_path, {}, "x86_64")


def test_a_library_for_a_newer_macos_is_refused(tmp_path: Path) -> None:
    app = bundle(tmp_path)
    check_fit(app, "arm64", "13.0")
    (app / "Contents" / "Frameworks" / "libpython3.11.dylib").write_bytes(code(macos=(14, 1)))
    check_fit(app, "arm64", "14.1")
    with pytest.raises(Unfit, match=r"libpython3.11.dylib needs macOS 14.1.0; Info.plist promises 13.0"):
        check_fit(app, "arm64", "13.0")


def test_bindings_may_say_a_newer_macos_but_no_program_may(tmp_path: Path) -> None:
    app = bundle(tmp_path)
    (app / "Contents" / "Frameworks" / "PySide6" / "QtCore.abi3.so").write_bytes(code(macos=(15, 0)))
    check_fit(app, "arm64", "13.0")
    (app / "Contents" / "Frameworks" / "PySide6" / "program").write_bytes(code(kind=2, macos=(15, 0)))
    with pytest.raises(Unfit, match="program needs macOS 15"):
        check_fit(app, "arm64", "13.0")


def test_a_broken_info_plist_stops_it(tmp_path: Path) -> None:
    app, mac = bundle(tmp_path), Mac()
    (app / "Contents" / "Info.plist").write_bytes(plistlib.dumps({"CFBundleName": "x"}))
    with pytest.raises(ValueError, match="CFBundleIdentifier is missing"):
        make_image(mac, {}, app, tmp_path, "arm64")
    assert not mac.done


def test_the_app_lies_in_or_beside_what_was_frozen_and_there_is_one(tmp_path: Path) -> None:
    app, folder = bundle(tmp_path), tmp_path / "workestra-desktop"
    folder.mkdir()
    assert [bundle_of(each) for each in (app, tmp_path, folder)] == [app, app, app]
    for wrong in (tmp_path / "None.app", tmp_path / "out" / "workestra-desktop"):
        with pytest.raises(Unfit, match=r"one \.app is to be"):
            bundle_of(wrong)
    (folder / "Another.app").mkdir()
    with pytest.raises(Unfit, match="not 2"):
        bundle_of(folder)


def test_an_unknown_option_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--sign"]) == 2
    assert "--verify" in capsys.readouterr().err


# --- the edge itself -----------------------------------------------------------------------------------------------


def test_programs_are_really_started(tmp_path: Path) -> None:
    mac = ThisMac({"PATH": "/usr/bin:/bin", "SEEN": "yes"})
    assert mac.run(["sh", "-c", 'cat; printf "%s" "$SEEN$MACOS_CERTIFICATE"'], "hello ") == "hello yes"
    with pytest.raises(Refused, match=r"(?s)sh -c ended with 3\nout\nwhy$") as caught:
        mac.run(["sh", "-c", "echo out; echo why >&2; exit 3"], "a secret")
    assert "secret" not in str(caught.value)
    with pytest.raises(Refused, match="could not be started"):
        mac.run([str(tmp_path / "none")])
    with pytest.raises(Refused, match="did not end within 0 s"):
        mac.run(["sleep", "30"], within=0.1)
