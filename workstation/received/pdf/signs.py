"""The signs of a page: PDFium counts in halves of UTF-16, so that a rare character takes two places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import pypdfium2

_HIGH: Final = range(0xD800, 0xDC00)
_LOW: Final = range(0xDC00, 0xE000)
_UNKNOWN: Final = "\ufffd"


def signs_of(words: pypdfium2.PdfTextPage) -> list[tuple[int, str]]:
    """Each sign with the place of its first half; what is no character of Unicode is U+FFFD."""
    from pypdfium2 import raw

    found: list[tuple[int, str]] = []
    codes = [raw.FPDFText_GetUnicode(words, place) for place in range(words.count_chars())]
    for place, code in enumerate(codes):
        if code in _LOW and place and codes[place - 1] in _HIGH:
            found[-1] = (place - 1, joined(chr(codes[place - 1]) + chr(code)))
        else:
            found.append((place, joined(chr(code))))
    return found


def joined(text: str) -> str:
    """``text`` with the two halves of a character as one, and U+FFFD for a half that is alone."""
    return text if text.isascii() else text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
