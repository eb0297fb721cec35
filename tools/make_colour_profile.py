"""Writes resources/theme/sRGB.icc, which papers name as their colour space; needed only when it is renewed.

``python -m tools.make_colour_profile``: sRGB as LittleCMS describes it ("No copyright, use freely"), through Pillow. What differs
from day to day and from machine to machine is fixed: date, platform, version (4.2, the newest of PDF 1.7) and identifier.
"""

from __future__ import annotations

import hashlib
import struct
from typing import Final

from PIL import ImageCms

import resources

_VERSION: Final = slice(8, 12)
_DATE: Final = slice(24, 36)
_PLATFORM: Final = slice(40, 44)
_FLAGS: Final = slice(44, 48)
_INTENT: Final = slice(64, 68)
_ID: Final = slice(84, 100)


def profile() -> bytes:
    """The profile with its fixed header (ICC.1:2004-10 §7.2)."""
    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    made[_VERSION], made[_PLATFORM] = b"\x04\x20\0\0", bytes(4)
    made[_DATE] = struct.pack(">6H", 2026, 1, 1, 0, 0, 0)
    blank = bytearray(made)
    for part in (_FLAGS, _INTENT, _ID):
        blank[part] = bytes(part.stop - part.start)
    made[_ID] = hashlib.md5(blank, usedforsecurity=False).digest()
    return bytes(made)


if __name__ == "__main__":
    resources.path("theme", "sRGB.icc").write_bytes(profile())
