"""What an ELF file asks for is read from its bytes, as binutils would tell it."""

from __future__ import annotations

import struct
import sys
from pathlib import Path

import pytest

from tools.bundle.elf import NotElf, asked_by


def little_elf(library: str, version: str, machine: int = 62) -> bytes:
    """A file of four sections: nothing, strings, one needed library, one needed version."""
    strings = b"\0" + library.encode() + b"\0" + version.encode() + b"\0"
    dynamic = struct.pack("<QQQQ", 1, 1, 0, 0)
    needs = struct.pack("<HHIII", 1, 1, 1, 16, 0) + struct.pack("<IHHII", 0, 0, 2, 2 + len(library), 0)
    parts, body, at = [(3, strings, 0, 0), (6, dynamic, 1, 0), (0x6FFFFFFE, needs, 1, 1)], b"", 64
    table = struct.pack("<IIQQQQIIQQ", *([0] * 10))
    for kind, data, link, info in parts:
        table += struct.pack("<IIQQQQIIQQ", 0, kind, 0, 0, at + len(body), len(data), link, info, 1, 0)
        body += data
    head = (
        b"\x7fELF\x02\x01\x01"
        + bytes(9)
        + struct.pack("<HHIQQQIHHHHHH", 3, machine, 1, 0, 0, at + len(body), 0, 64, 0, 0, 64, 4, 0)
    )
    return head + body + table


@pytest.mark.parametrize(
    ("version", "highest"),
    [
        ("GLIBC_2.28", {"GLIBC": (2, 28)}),
        ("GLIBC_2.4", {"GLIBC": (2, 4)}),
        ("GLIBCXX_3.4.25", {"GLIBCXX": (3, 4, 25)}),
        ("LIBPNG16_0", {}),
    ],
)
def test_a_version_is_read_as_numbers(version, highest) -> None:
    asked = asked_by(little_elf("libc.so.6", version))
    assert (asked.machine, asked.libraries, asked.highest) == ("x86_64", ("libc.so.6",), highest)


def test_another_machine_is_told() -> None:
    assert asked_by(little_elf("libc.so.6", "GLIBC_2.17", 183)).machine == "aarch64"


@pytest.mark.parametrize("data", [b"", b"#!/bin/sh\n", b"\x7fELF\x01\x01" + bytes(60), b"\x7fELF\x02\x01" + bytes(60)])
def test_what_is_no_such_file_is_refused(data) -> None:
    with pytest.raises(NotElf):
        asked_by(data)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="an ELF file of this machine")
def test_a_wheel_of_the_lock_keeps_the_floor() -> None:
    import PySide6

    library = next(Path(PySide6.__file__).parent.glob("Qt/lib/libQt6Core.so.6"))
    asked = asked_by(library.read_bytes())
    assert "libc.so.6" in asked.libraries
    assert (2, 17) <= asked.highest["GLIBC"] <= (2, 39)
