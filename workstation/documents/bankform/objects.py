"""Objects of a PDF as plain values: texts in whatever encoding, inherited entries, colours, rectangles, default appearances."""

from __future__ import annotations

import re
from typing import Any, Final

import pikepdf
from pikepdf import Name

from workstation.documents.bankform.pdf_form import Rect, Style

DEEPEST: Final = 64
"""A field tree of honest forms is four or five deep."""
_NUMBER: Final = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)")
_HIGH: Final = re.compile(rb"[\x80-\xff]+")
_SERIF: Final = re.compile("times|serif|roman|song|simsun|ming|宋|georgia|garamond", re.IGNORECASE)


def text_of(value: Any) -> str:
    """A PDF text or name as text. Bytes of old Chinese forms that claim no encoding are read as GB 2312 where they are that."""
    if isinstance(value, pikepdf.Stream):
        return value.read_bytes().decode("utf-8", "replace")
    if isinstance(value, pikepdf.String):
        raw = bytes(value)
        if not raw.startswith((b"\xfe\xff", b"\xff\xfe", b"\xef\xbb\xbf")) and _is_gb(raw):
            return raw.decode("gb2312")
        return str(value).replace("\r\n", "\n").replace("\r", "\n")
    if isinstance(value, Name):
        return str(value)[1:]
    return "" if value is None else str(value)


def _is_gb(raw: bytes) -> bool:
    """Whether every high byte is one of a pair of GB 2312; a lone é of a western name is not."""
    runs = _HIGH.findall(raw)
    if not runs or any(len(run) % 2 for run in runs):
        return False
    try:
        raw.decode("gb2312")
    except UnicodeDecodeError:
        return False
    return True


def inherited(node: Any, key: Name) -> Any:
    """The entry of a field or of the nearest ancestor that has it; None when none does."""
    for _ in range(DEEPEST):
        if not isinstance(node, pikepdf.Dictionary):
            return None
        if key in node:
            return node[key]
        node = node.get(Name.Parent)
    return None


def style_of(appearance: str, align: int, fonts: Any) -> Style:
    """What a default appearance (``/Helv 9 Tf 0 g``) asks for."""
    numbers: list[float] = []
    font, size, colour = "", 0.0, (0.0, 0.0, 0.0)
    for word in appearance.split():
        if _NUMBER.fullmatch(word):
            numbers.append(float(word))
            continue
        if word == "Tf" and numbers:
            size = numbers[-1]
        elif word in ("g", "rg", "k"):
            colour = _rgb(numbers, colour)
        elif word.startswith("/"):
            font = word
        numbers = []
    base = font
    if isinstance(fonts, pikepdf.Dictionary) and font in fonts and isinstance(fonts[font], pikepdf.Dictionary):
        base = text_of(fonts[font].get(Name.BaseFont))
    return Style(abs(size), align if align in (1, 2) else 0, colour, bool(_SERIF.search(base)), "bold" in base.lower())


def _rgb(parts: list[float], otherwise: tuple[float, float, float]) -> tuple[float, float, float]:
    """Grey, RGB or CMYK as RGB."""
    clean = [min(1.0, max(0.0, part)) for part in parts]
    match clean:
        case [grey]:
            return grey, grey, grey
        case [red, green, blue]:
            return red, green, blue
        case [cyan, magenta, yellow, black]:
            return (1 - cyan) * (1 - black), (1 - magenta) * (1 - black), (1 - yellow) * (1 - black)
    return otherwise


def colour_of(value: Any) -> tuple[float, float, float] | None:
    """A colour array of a widget's look; None for none."""
    if not isinstance(value, pikepdf.Array) or len(value) not in (1, 3, 4):
        return None
    return _rgb([float(part) for part in value], (0.0, 0.0, 0.0))


def rect_of(value: Any) -> Rect:
    """A rectangle with its corners in order; all zero when it is none."""
    if not isinstance(value, pikepdf.Array) or len(value) != 4:
        return 0.0, 0.0, 0.0, 0.0
    left, bottom, right, top = (float(edge) for edge in value)
    return min(left, right), min(bottom, top), max(left, right), max(bottom, top)


def whole(value: Any) -> int:
    """A whole number, 0 for whatever is none."""
    try:
        return int(value) if value is not None else 0
    except (TypeError, ValueError):
        return 0
