"""Bytes of mails and pages as text: by the encoding that they declare, where that holds, else by one that explains them."""

from __future__ import annotations

import codecs
import re
from typing import Final

_MARKS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED: Final = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9._-]+)""", re.IGNORECASE)
_WIDER: Final = {
    "gb2312": "gb18030",
    "gb_2312-80": "gb18030",
    "gbk": "gb18030",
    "cp936": "gb18030",
    "hz": "hz",
    "big5": "big5hkscs",
}
"""Encodings as they are named in China, and the one that holds all that is written under the name."""
_HEAD: Final = 4096


def written_text(data: bytes, declared: str = "") -> tuple[str, str]:
    """The text and the name of its encoding. Bytes that no encoding explains become U+FFFD, which is seen."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), encoding
    found = _DECLARED.search(data[:_HEAD])
    told = [wider(one) for one in (declared, found[1].decode("ascii") if found else "") if one]
    for encoding in (*told, "utf-8", "gb18030", "big5hkscs"):
        try:
            return data.decode(encoding), encoding
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("gb18030", "replace"), "gb18030"


def wider(encoding: str) -> str:
    """The encoding that a name is used for."""
    name = encoding.strip().lower()
    return _WIDER.get(name, name)
