"""Update files that are not what they say, or not for this program: refused before anything of them is used."""

from __future__ import annotations

import sys
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.updates.made import (
    KEYS,
    STRANGER,
    bundle,
    packed,
    parts_of,
    program,
    refused,
    seen,
    update,
    with_list,
    with_payload,
)
from tools.update_file import update_file
from workstation.updates.installing import install
from workstation.updates.update_file import MANIFEST, PAYLOAD, SIGNATURE

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")


def _flip(file: Path, member: str) -> Path:
    parts = parts_of(file)
    data = bytearray(parts[member])
    data[len(data) // 2] ^= 1
    return packed(file, {**parts, member: bytes(data)})


def _without(file: Path, member: str) -> Path:
    return packed(file, {name: data for name, data in parts_of(file).items() if name != member})


def _more(name: str, **fields: object) -> Callable[[Path], Path]:
    def made(file: Path) -> Path:
        def entries(folder: str) -> list[tuple[tarfile.TarInfo, bytes]]:
            entry = tarfile.TarInfo(name.format(folder=folder))
            for field, value in fields.items():
                setattr(entry, field, value)
            return [(entry, b"" if entry.type != tarfile.REGTYPE else b"more")]

        return with_payload(file, entries)

    return made


def _named(name: str) -> Callable[[Path], Path]:
    return lambda file: with_list(file, lambda told: told["files"].update({name: [4, "0" * 64, False]}))


def _as(**fields: object) -> Callable[[Path], Path]:
    return lambda file: with_list(file, lambda told: told.update(fields))


def _written(data: bytes) -> Callable[[Path], Path]:
    def made(file: Path) -> Path:
        file.write_bytes(data)
        return file

    return made


BAD: dict[str, tuple[Callable[[Path], Path], str]] = {
    "another signature": (lambda file: _flip(file, SIGNATURE), "update_unsigned"),
    "another list": (lambda file: _flip(file, MANIFEST), "update_unsigned"),
    "another payload": (lambda file: _flip(file, PAYLOAD), "update_content_wrong"),
    "payload cut": (
        lambda file: packed(file, {**parts_of(file), PAYLOAD: parts_of(file)[PAYLOAD][:-40]}),
        "update_content_wrong",
    ),
    "no payload": (lambda file: _without(file, PAYLOAD), "update_unreadable"),
    "no signature": (lambda file: _without(file, SIGNATURE), "update_unreadable"),
    "no list": (lambda file: _without(file, MANIFEST), "update_unreadable"),
    "no zip": (_written(b"PK\x03\x04 not"), "update_unreadable"),
    "empty": (_written(b""), "update_unreadable"),
    "gone": (lambda file: file.rename(file.with_name("elsewhere")).with_name("gone"), "update_missing"),
    "form of later": (_as(form="concord-update-9"), "update_unreadable"),
    "no version": (_as(version="latest"), "update_unreadable"),
    "no files": (_as(files={}, links={}), "update_unreadable"),
    "huge": (_as(files={"workstation": [2**40, "0" * 64, True]}, links={}), "update_unreadable"),
    "negative": (_as(files={"workstation": [-1, "0" * 64, True]}, links={}), "update_unreadable"),
    "text for a size": (_as(files={"workstation": ["4", "0" * 64, True]}, links={}), "update_unreadable"),
    "folder above": (_as(folder="../up"), "update_unreadable"),
    "hidden folder": (_as(folder=".up"), "update_unreadable"),
    "link to elsewhere": (_as(links={"python3": "../workstation"}), "update_unreadable"),
    "link to nothing": (_as(links={"python3": "nothing"}), "update_unreadable"),
    **{
        f"named {name}": (_named(name), "update_unreadable")
        for name in ("../up", "/etc/x", "a//b", "a/./b", "a/..", "c:x", "a\\b", "", "a\nb")
    },
    "listed and lacking": (_named("lacking.py"), "update_content_wrong"),
    "more than listed": (_more("{folder}/more.py"), "update_content_wrong"),
    "above": (_more("../up.py"), "update_content_wrong"),
    "absolute": (_more("/tmp/up.py"), "update_content_wrong"),
    "twice": (_more("{folder}/lib/b.py"), "update_content_wrong"),
    "a link": (_more("{folder}/lib/c.py", type=tarfile.SYMTYPE, linkname="/etc"), "update_content_wrong"),
    "a hard link": (_more("{folder}/lib/c.py", type=tarfile.LNKTYPE, linkname="lib/b.py"), "update_content_wrong"),
    "a device": (_more("{folder}/lib/c.py", type=tarfile.CHRTYPE), "update_content_wrong"),
    "of a stranger": (
        lambda file: update_file(bundle(file.parent / "s", "0.2.0"), STRANGER, file.parent),
        "update_unsigned",
    ),
    "for another": (_as(platform="plan9-mips"), "update_other_platform"),
    "the same": (_as(version="0.1.0"), "update_not_newer"),
    "older": (_as(version="0.0.9"), "update_not_newer"),
    "not yet released": (_as(version="0.1.0.dev3"), "update_not_newer"),
}


@pytest.mark.parametrize("name", BAD)
def test_refused_and_left(name, tmp_path) -> None:
    here = program(tmp_path / "某 place", "0.1.0")
    change, code = BAD[name]
    file = change(update(tmp_path))
    before = seen(here.beside)
    assert refused(lambda: install(file, here, KEYS)) == code
    assert seen(here.beside) == before and {path.name for path in here.beside.iterdir()} == {here.folder.name}
