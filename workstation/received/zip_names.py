"""Names of the members of a ZIP as people wrote them, whatever program packed them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from zipfile import ZipInfo

_UTF8_FLAG: Final = 0x800
_UNICODE_PATH: Final = 0x7075
"""The extra field of Info-ZIP that repeats a name in UTF-8 (APPNOTE 4.6.9)."""


def member_name(entry: ZipInfo) -> str:
    """The name by its flag, by the field of Info-ZIP, as UTF-8 without a flag (Debian's zip), as GB18030 (Windows in Chinese)."""
    if entry.flag_bits & _UTF8_FLAG:
        return entry.filename
    if (told := _unicode_path(entry.extra)) is not None:
        return told
    try:
        raw = entry.orig_filename.encode("cp437")
    except UnicodeEncodeError:
        return entry.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return entry.filename


def _unicode_path(extra: bytes) -> str | None:
    at = 0
    while at + 4 <= len(extra):
        kind, length = (int.from_bytes(extra[at + part : at + part + 2], "little") for part in (0, 2))
        if kind == _UNICODE_PATH and length > 5:
            try:
                return extra[at + 9 : at + 4 + length].decode("utf-8")
            except UnicodeDecodeError:
                return None
        at += 4 + length
    return None
