"""HTML without what is no text and what a parser would search for again and again: scripts, styles, comments, loose ends."""

from __future__ import annotations

import re
from typing import Final

_MARKS: Final = re.compile(r"<(/?)(script|style)\b[^>]*>|<!-->|<!--|-->", re.IGNORECASE)
_ENDS: Final = {"script": ("/script",), "style": ("/style",), "<!--": ("-->", "<!-->")}
"""What begins a part that is no text, and what ends it. ``<!-->`` is a comment of nothing, and ends one."""
_DECLARATION: Final = re.compile(r"<[!?][^>]*>")


def tamed(text: str) -> str:
    """The same text to any reader of HTML. A part that never ends is no such part: what stands in it is kept."""
    last = text.rfind(">") + 1
    whole, loose = text[:last], text[last:].replace("<", "&lt;")
    kept: list[str] = []
    begun, at, inside = 0, 0, ""
    for found in _MARKS.finditer(whole):
        mark = f"{found[1]}{found[2]}".lower() if found[2] else found[0]
        if not inside and mark in _ENDS:
            kept.append(whole[at : found.start()])
            begun, inside = found.start(), mark
        elif inside and mark in _ENDS[inside]:
            at, inside = found.end(), ""
    kept.append(_MARKS.sub("", whole[begun:]) if inside else whole[at:])
    return _DECLARATION.sub("", "".join(kept)) + loose
