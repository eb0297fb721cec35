"""The bundle of Windows, which cannot be run here: its import tables are read, its script asks for no rights and no network."""

from __future__ import annotations

import re
import struct

import pytest

from tools.bundle.fetching import HERE, Unavailable
from tools.bundle.pe import NotPe, imported_by, of_windows
from tools.bundle.windows import LONGEST, refuse_incomplete

DESK = HERE / "windows_desk"


def little_pe(*libraries: str, machine: int = 0x8664) -> bytes:
    """A file of one section, which holds its table of imports."""
    names = b"".join(name.encode() + b"\0" for name in libraries)
    begins, pointer, table = 0x1000, 0x400, 20 * (len(libraries) + 1)
    entries, at = b"", begins + table
    for name in libraries:
        entries += struct.pack("<IIIII", 0, 0, 0, at, 0)
        at += len(name) + 1
    section = entries + bytes(20) + names
    optional = (
        struct.pack("<H", 0x20B)
        + bytes(110)
        + struct.pack("<II", 0, 0)
        + struct.pack("<II", begins, table)
        + bytes(112)
    )
    head = b"MZ" + bytes(58) + struct.pack("<I", 64)
    coff = b"PE\0\0" + struct.pack("<HHIIIHH", machine, 1, 0, 0, 0, len(optional), 0)
    sections = struct.pack("<8sIIIIIIHHI", b".idata", len(section), begins, len(section), pointer, 0, 0, 0, 0, 0)
    return (head + coff + optional + sections).ljust(pointer, b"\0") + section


def test_imports_are_read() -> None:
    assert imported_by(little_pe("Qt6Core.dll", "KERNEL32.dll")) == ["kernel32.dll", "qt6core.dll"]
    assert imported_by(little_pe()) == []
    assert (
        of_windows("kernel32.dll") and of_windows("api-ms-win-crt-runtime-l1-1-0.dll") and not of_windows("qt6core.dll")
    )


@pytest.mark.parametrize("data", [b"", b"MZ", b"\x7fELF" + bytes(100), little_pe("a.dll", machine=0xAA64)])
def test_what_is_no_such_file_is_refused(data) -> None:
    with pytest.raises(NotPe):
        imported_by(data)


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("packages/a.pyd", little_pe("python311.dll", "b.dll", "kernel32.dll"), ""),
        ("packages/a.pyd", little_pe("c.dll"), "packages/a.pyd: c.dll"),
        ("packages/a.pyd", b"text", "no library"),
        (f"app/{'n' * LONGEST}", b"", "too long"),
    ],
)
def test_a_bundle_that_lacks_a_library_is_refused(tmp_path, name, data, told) -> None:
    for file, content in (("packages/B.dll", little_pe("user32.dll")), (name, data)):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_bytes(content)
    if not told:
        refuse_incomplete(tmp_path)
        return
    with pytest.raises(Unavailable, match=told):
        refuse_incomplete(tmp_path)


def test_the_installer_asks_for_no_rights_and_no_network() -> None:
    script = (DESK / "install.ps1").read_text("utf-8")
    assert re.findall(r"(?i)RunAs|HKLM|Invoke-WebRequest|DownloadFile|Start-Process|ProgramFiles|https?:", script) == []
    assert (
        re.findall(r"(?:Test-Path|Remove-Item|Copy-Item|Move-Item|Get-Content|Get-ChildItem) (?!-LiteralPath)", script)
        == []
    )
    assert (
        script.index(".part")
        < script.index("ExtractToDirectory")
        < script.index("Move-Item")
        < script.index("CreateShortcut")
    )


def test_paths_of_the_launcher_may_hold_blanks() -> None:
    for name in ("workstation.cmd", "install.cmd"):
        lines = (DESK / name).read_text("utf-8").splitlines()
        assert [line for line in lines if "%~dp0" in line.replace('"%~dp0', "")] == []
