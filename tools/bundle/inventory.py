"""What a bundle is made of, for those who must know: a CycloneDX list, licence texts, and every file with its digest."""

from __future__ import annotations

import json
import shutil
import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from tools.bundle.archives import sha256_of
from tools.bundle.fetching import HERE, ROOT, read_toml
from tools.bundle.wheel import Wheel

FONT_LICENCE: Final = "OFL-1.1"
_NAMES: Final = {
    "MIT License": "MIT", "Apache Software License": "Apache-2.0", "BSD License": "BSD-3-Clause", "BSD": "BSD-3-Clause",
    "Python Software Foundation License": "PSF-2.0", "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "BSD license (see license.txt for details), Copyright (c) 2000-2025, ReportLab Inc.": "BSD-3-Clause",
}  # fmt: skip


def write_inventory(bundle: Path, wheels: list[Wheel], sources: Mapping[str, Any], version: str) -> None:
    """Put licences/, sbom.cdx.json and NOTICES.txt into the bundle. ``sources``: those of the interpreter."""
    parts = read_toml("parts.toml")
    kept = sorted((one for one in wheels if one.name not in parts["packages"]["without"]), key=lambda one: one.name)
    licences = bundle / "licences"
    lines = [
        "Concord is distributed under the Apache License 2.0 (LICENSE). It contains the works below, each under its own licence.",
        "Qt and PySide6 are used as shared libraries under the LGPL 3.0; each may be replaced by another build of the same",
        "version: put its files in place of those under packages/PySide6. Their source code is that of the versions named below.",
        "",
    ]
    components = []
    for wheel in kept:
        licence = parts["licences"].get(wheel.name) or _NAMES.get(wheel.licence, wheel.licence)
        texts = wheel.licence_texts()
        if "LGPL" in licence:
            texts |= {name: (HERE / "licences" / name).read_bytes() for name in ("LGPL-3.0.txt", "GPL-3.0.txt")}
        for name, text in texts.items():
            _write(licences / wheel.name / name, text)
        lines.append(
            f"{wheel.name} {wheel.version}: {licence or 'see its files'} ({', '.join(sorted(texts)) or 'no text in its wheel'})"
        )
        components.append(
            _component(wheel.name, wheel.version, licence, f"pkg:pypi/{wheel.name}@{wheel.version}", wheel.digest)
        )
    for name, one in sources.items():
        archive = next(digest for file, digest in one["files"].items() if ".orig." in file)
        lines.append(f"{name} {one['version']}: {one['licence']} (built into the interpreter)")
        components.append(
            _component(
                name, one["version"], one["licence"], f"pkg:deb/debian/{name}@{one['version']}?arch=source", archive
            )
        )
    for font in sorted((ROOT / "resources" / "fonts").glob("*.ttf")):
        components.append(_component(font.stem, "", FONT_LICENCE, "", sha256_of(font), kind="data"))
    lines.append("Noto fonts: OFL-1.1 (app/resources/fonts/OFL-*.txt)")
    _write(bundle / "NOTICES.txt", ("\n".join(lines) + "\n").encode("utf-8"))
    for name in ("LICENSE", "NOTICE"):
        shutil.copyfile(ROOT / name, bundle / name)
    _write(
        bundle / "sbom.cdx.json",
        (json.dumps(_bill(components, version), ensure_ascii=False, indent=1) + "\n").encode("utf-8"),
    )


def copy_source_licences(sources: Path, bundle: Path, names: Mapping[str, Any]) -> None:
    """What Debian says of the copyright of each source package."""
    for name in names:
        _write(bundle / "licences" / name / "copyright.txt", (sources / name / "debian" / "copyright").read_bytes())


def write_sums(bundle: Path) -> None:
    """SHA256SUMS: a line a file, as `sha256sum -c` reads it."""
    lines = [
        f"{sha256_of(file)}  {file.relative_to(bundle).as_posix()}"
        for file in sorted(bundle.rglob("*"))
        if file.is_file() and not file.is_symlink() and file.name != "SHA256SUMS"
    ]
    (bundle / "SHA256SUMS").write_text("\n".join(lines) + "\n", "utf-8")


def _bill(components: list[dict[str, Any]], version: str) -> dict[str, Any]:
    root = {
        "type": "application",
        "bom-ref": "concord",
        "name": "concord-workstation",
        "version": version,
        "licenses": [{"license": {"id": "Apache-2.0"}}],
    }
    number = uuid.uuid5(uuid.NAMESPACE_OID, json.dumps(components, sort_keys=True))
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{number}",
        "version": 1,
        "metadata": {"component": root},
        "components": components,
        "dependencies": [{"ref": "concord", "dependsOn": [one["bom-ref"] for one in components]}],
    }


def _component(name: str, version: str, licence: str, purl: str, digest: str, kind: str = "library") -> dict[str, Any]:
    found: dict[str, Any] = {"type": kind, "bom-ref": purl or f"file:{name}", "name": name, "version": version}
    found["hashes"] = [{"alg": "SHA-256", "content": digest}]
    if licence:
        one = {"expression": licence} if " " not in licence or " OR " in licence or " AND " in licence else None
        found["licenses"] = [one] if one else [{"license": {"name": licence}}]
    if purl:
        found["purl"] = purl
    return found


def _write(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
