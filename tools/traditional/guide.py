"""The guide in Traditional Chinese: zh-Hant follows from zh, page by page, and is never edited by hand.

What stands in “quotation marks”, **bold** or *italic* and is said by the window is said as the traditional window says it; whatever
the converter gets wrong besides stands in guide.toml.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final
from xml.sax.saxutils import unescape

import resources
from tools.traditional import window
from tools.traditional.converter import replaced, terms

SOURCE: Final = resources.path("guide", "zh")
TARGET: Final = resources.path("guide", "zh-Hant")
_MESSAGE: Final = re.compile(r"<translation[^>]*>([^<]*)</translation>")
_MNEMONIC: Final = re.compile(r"\(&\w\)|&")
_NAMED: Final = re.compile(r"“([^”\n]+)”|\*([^*\n]+)\*")
_BETWEEN: Final = re.compile(r"([、—；]|…$| → )")
_KEPT: Final = re.compile("\ue000(\\d+)\ue001")
_KEY_AFTER: Final = re.compile(r"(?<=[一-鿿])(?=Enter|Ctrl|Esc)")
_KEY_BEFORE: Final = re.compile(r"(?<=Enter)(?=[一-鿿])")
_PICTURE: Final = re.compile(r"(?<=\.\./pictures/)(\w+)(?=\.png)")


@cache
def names() -> Mapping[str, str]:
    """What the window says in Simplified Chinese → in Traditional, both without marks of keys."""
    texts = (unescape(found, {"&quot;": '"'}) for found in _MESSAGE.findall(window.SOURCE.read_text("utf-8")))
    return {_bare(text): _bare(window.said(text)) for text in texts}


def made(simplified: str) -> str:
    """A page of the traditional guide for the same page of the simplified one."""
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        parts = _BETWEEN.split(found[1] or found[2])
        if not any(part in names() for part in parts):
            return found[0]
        kept.append("".join(names().get(part) or _drafted(part) for part in parts))
        return found[0].replace(found[1] or found[2], f"\ue000{len(kept) - 1}\ue001")

    text = _drafted(_NAMED.sub(keep, simplified))
    text = _KEPT.sub(lambda found: kept[int(found[1])], text)
    return _PICTURE.sub(r"\1-hant", _KEY_BEFORE.sub(" ", _KEY_AFTER.sub(" ", text)))


def write() -> None:
    """Write every page anew; one that is no more in ``zh`` goes."""
    TARGET.mkdir(exist_ok=True)
    for page in TARGET.glob("*.md"):
        if not (SOURCE / page.name).exists():
            page.unlink()
    for page in SOURCE.glob("*.md"):
        (TARGET / page.name).write_text(made(page.read_text("utf-8")), "utf-8")


def _bare(text: str) -> str:
    return _MNEMONIC.sub("", text).removesuffix("…")


def _drafted(text: str) -> str:
    return replaced(window.drafted(text), terms("guide.toml"))
