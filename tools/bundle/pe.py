"""Which libraries a file of Windows asks for: the import tables of a PE file. Standard library only."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

_AMD64, _PE32_PLUS = 0x8664, 0x20B
_IMPORTS, _DELAYED = 1, 13
_SYSTEM: Final = (
    "api-ms-win-", "ext-ms-", "kernel32", "user32", "gdi32", "advapi32", "shell32", "ole32", "oleaut32", "ws2_32",
    "crypt32", "bcrypt", "ntdll", "version", "winmm", "imm32", "comdlg32", "winspool", "shlwapi", "dwmapi", "uxtheme",
    "d3d", "dxgi", "dwrite", "dcomp", "rpcrt4", "netapi32", "userenv", "mpr", "authz", "secur32", "iphlpapi",
    "dnsapi", "winhttp", "wtsapi32", "setupapi", "shcore", "opengl32", "comctl32", "psapi", "ucrtbase", "msvcrt",
    "powrprof", "cfgmgr32", "bcryptprimitives", "ncrypt", "hid", "wldap32", "runtimeobject", "d2d1", "dbghelp", "uiautomationcore",
)  # fmt: skip
"""What Windows 10 brings, by the beginning of its name."""


class NotPe(Exception):
    """The bytes are no 64-bit PE file for x86_64."""


def imported_by(data: bytes) -> list[str]:
    """Names of the libraries, in small letters. Raises `NotPe`."""
    try:
        (head,) = struct.unpack_from("<I", data, 60)
        machine, count = struct.unpack_from("<HH", data, head + 4)
        (size,) = struct.unpack_from("<H", data, head + 20)
        (kind,) = struct.unpack_from("<H", data, head + 24)
        if data[:2] != b"MZ" or data[head : head + 4] != b"PE\0\0" or machine != _AMD64 or kind != _PE32_PLUS:
            raise NotPe
        sections = [struct.unpack_from("<8sIIII", data, head + 24 + size + 40 * number)[1:] for number in range(count)]
        return sorted({name.lower() for name in _names(data, head + 24 + 112, sections)})
    except struct.error:
        raise NotPe from None


def of_windows(name: str) -> bool:
    """Whether a library is Windows' own."""
    return name.startswith(_SYSTEM)


def _names(data: bytes, directories: int, sections: list[tuple[int, ...]]) -> Iterator[str]:
    for number, length, at_name in ((_IMPORTS, 20, 12), (_DELAYED, 32, 4)):
        (address,) = struct.unpack_from("<I", data, directories + 8 * number)
        entry = _offset(address, sections) if address else 0
        while entry:
            (name,) = struct.unpack_from("<I", data, entry + at_name)
            if not name:
                break
            start = _offset(name, sections)
            yield data[start : data.index(b"\0", start)].decode("ascii")
            entry += length


def _offset(address: int, sections: list[tuple[int, ...]]) -> int:
    for virtual, begins, raw, pointer in sections:
        if begins <= address < begins + max(virtual, raw):
            return address - begins + pointer
    raise NotPe
