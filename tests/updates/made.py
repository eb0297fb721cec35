"""Small bundles and signed update files of them."""

from __future__ import annotations

import io
import json
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tools.update_file import public_half, update_file
from workstation.errors import Refused
from workstation.updates.update_file import MANIFEST, PAYLOAD, SIGNATURE, SIGNED
from workstation.updates.versions_here import Program, this_platform

KEY, STRANGER = (Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32) for number in (1, 2))
KEYS = {"someone else": public_half(Ed25519PrivateKey.from_private_bytes(bytes([3]) * 32)), "tests": public_half(KEY)}
FILES = {
    "workstation": b"\x7fELF",
    "app/workstation/a.py": b"a = 1\n",
    "app/资料/名 字.txt": "字".encode(),
    "lib/b.py": b"",
}
SCHEMA = 25


def folder_name(version: str) -> str:
    return f"concord-{version}-{this_platform()}"


def bundle(place: Path, version: str) -> Path:
    made = place / folder_name(version)
    for name, data in {**FILES, "VERSION": f"{version}\n".encode()}.items():
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_bytes(data)
        (made / name).chmod(0o755 if name == "workstation" else 0o644)
    (made / "python3").symlink_to("workstation")
    return made


def program(place: Path, version: str) -> Program:
    return Program(bundle(place, version), version, this_platform())


def update(tmp: Path, version: str = "0.2.0", key: Ed25519PrivateKey = KEY) -> Path:
    (tmp / "made").mkdir(exist_ok=True)
    return update_file(bundle(tmp / "made" / version, version), key, tmp / "made", schema=SCHEMA)


def parts_of(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as box:
        return {name: box.read(name) for name in box.namelist()}


def packed(file: Path, parts: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(file, "w") as box:
        for name, data in parts.items():
            box.writestr(name, data)
    return file


def with_list(file: Path, change: Callable[[dict[str, Any]], object]) -> Path:
    """The same update with another list, signed by the key that is trusted."""
    parts = parts_of(file)
    told = json.loads(parts[MANIFEST])
    change(told)
    data = json.dumps(told).encode()
    return packed(file, {**parts, MANIFEST: data, SIGNATURE: KEY.sign(SIGNED + data)})


def with_payload(file: Path, entries: Callable[[str], list[tuple[tarfile.TarInfo, bytes]]]) -> Path:
    """The same update with other members in its payload after those that belong there."""
    parts = parts_of(file)
    out = io.BytesIO()
    with (
        tarfile.open(fileobj=io.BytesIO(parts[PAYLOAD]), mode="r:gz") as old,
        tarfile.open(fileobj=out, mode="w:gz") as new,
    ):
        for entry in old.getmembers():
            new.addfile(entry, old.extractfile(entry))
        for entry, data in entries(json.loads(parts[MANIFEST])["folder"]):
            entry.size = len(data)
            new.addfile(entry, io.BytesIO(data))
    return packed(file, {**parts, PAYLOAD: out.getvalue()})


def seen(folder: Path) -> dict[str, bytes | str]:
    """Everything below a folder."""
    return {
        path.relative_to(folder).as_posix(): str(path.readlink()) if path.is_symlink() else path.read_bytes()
        for path in folder.rglob("*")
        if path.is_symlink() or path.is_file()
    }


def refused(work: Callable[[], object]) -> str:
    with pytest.raises(Refused) as caught:
        work()
    return caught.value.findings[0].code
