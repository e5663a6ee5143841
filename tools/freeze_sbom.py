"""The bill of materials of the frozen app, CycloneDX 1.6 as JSON (ECMA-424): what is in it, in which versions.

What Python packages say of parts within their own compiled libraries (PEP 770, `sboms/` in their metadata) is taken
over below them. Hashes are those of the run lock: the ways a package may be had for any system.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from tools.licences import PartOfOthers

_PIN = re.compile(r"^([\w.-]+)==(\S+)[^\n]*((?:\n    --hash=sha256:\w+[ \\]*)*)", re.MULTILINE)
Json = dict[str, Any]


def document(version: str, parts: Sequence[PartOfOthers], within: Mapping[str, Sequence[Json]], made: str) -> Json:
    """Of Workestra Desktop `version`; `within` has components inside a package, by its name; `made` is RFC 3339."""
    product = f"pkg:generic/workestra-desktop@{version}"
    listed = [_component(part, within.get(part.package, ())) for part in parts if part.package != "workestra-desktop"]
    told = json.dumps([listed, version, made], sort_keys=True)
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, told)}",
        "version": 1,
        "metadata": {
            "timestamp": made,
            "component": {
                "type": "application",
                "bom-ref": product,
                "name": "workestra-desktop",
                "version": version,
                "licenses": [{"license": {"id": "MIT"}}],
                "purl": product,
            },
        },
        "components": listed,
        "dependencies": [{"ref": product, "dependsOn": sorted({each["bom-ref"] for each in listed})}],
    }


def _component(part: PartOfOthers, within: Iterable[Json]) -> Json:
    version = f"@{part.version}" if part.version else ""
    name = part.package or re.sub(r"[^a-z0-9]+", "-", part.name.lower()).strip("-")
    purl = f"pkg:{'pypi' if part.package else 'generic'}/{name}{version}"
    made: Json = {"type": "library", "bom-ref": purl, "name": part.name, "purl": purl}
    if part.version:
        made["version"] = part.version
    made["licenses"] = [{"expression": part.licence}]
    if inner := [
        {key: each[key] for key in ("type", "name", "version", "purl", "licenses") if key in each} for each in within
    ]:
        made["components"] = inner
    return made


def with_hashes(bill: Json, lock: str) -> Json:
    """`bill` with references to what `lock` allows of each package."""
    hashes = {
        f"pkg:pypi/{name}@{version}": re.findall(r"sha256:(\w+)", found) for name, version, found in _PIN.findall(lock)
    }
    listed = []
    for each in bill["components"]:
        known = [{"alg": "SHA-256", "content": digest} for digest in hashes.get(each["purl"], ())]
        place = {"type": "distribution", "url": each["purl"], "hashes": known}
        listed.append({**each, "externalReferences": [place]} if known else each)
    return {**bill, "components": listed}


def inner_parts(files: Iterable[Path]) -> list[Json]:
    """Components of the CycloneDX documents among `files`; those of another kind are passed over."""
    found: list[Json] = []
    for file in files:
        told: Json = json.loads(file.read_text(encoding="utf-8"))
        if told.get("bomFormat") == "CycloneDX":
            found += told.get("components", [])
    return found


def text(bill: Json) -> str:
    return json.dumps(bill, indent=2, ensure_ascii=False) + "\n"


def faults(bill: Json) -> str:
    """What CycloneDX' own schema finds wrong with it; empty if nothing. In the building environment only."""
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    wrong = JsonStrictValidator(SchemaVersion.V1_6).validate_str(json.dumps(bill))
    return "" if wrong is None else str(wrong)
