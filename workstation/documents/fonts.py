"""The four embedded faces of the papers: which characters they hold, how wide a text is, and how it breaks into lines.

Chinese lines never begin with a closing mark nor end with an opening one; words and amounts stay whole while they fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from threading import Lock
from typing import Final, Literal

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

import resources

Face = Literal["sans", "sans_bold", "serif", "serif_bold"]

FACES: Final[dict[Face, str]] = {
    "sans": "NotoSansSC-Regular",
    "sans_bold": "NotoSansSC-Bold",
    "serif": "NotoSerifSC-Regular",
    "serif_bold": "NotoSerifSC-Bold",
}
"""Face → name of the font and of its file under resources/fonts."""

_OPENING: Final = "（《「『【〈〔［｛“‘(\\[{"
_CLOSING: Final = "，。、；：？！）》」』】〉〕］｝”’…—％‰·・,.;:?!)\\]}%"
_CLUSTER: Final = re.compile(
    f"[{_OPENING}]*(?:[!-~\u00a0-\u2010\u2012-\u2bff]+|.)?[{_CLOSING}]*[ \t\u3000]*",
    re.DOTALL,
)

_UNSEEN: Final = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_CONTROL: Final = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]")


def literal(text: str) -> str:
    """``text`` as one line that shows what it holds: marks that reorder or hide text are taken out, controls become spaces."""
    if text.isascii() and text.isprintable():
        return text
    return _CONTROL.sub(" ", _UNSEEN.sub("", text))


class _Widths(dict[str, float]):
    """Width of each character per point of size, learnt on first use."""

    def __init__(self, font: TTFont) -> None:
        super().__init__()
        self._widths = font.face.charWidths
        self._default = font.face.defaultWidth

    def __missing__(self, char: str) -> float:
        width = float(self._widths.get(ord(char), self._default)) / 1000
        self[char] = width
        return width


@cache
def load_fonts() -> Fonts:
    """The faces of this process: parsing takes about a tenth of a second a face, and the library keeps them by name anyway."""
    return Fonts()


class Fonts:
    """The faces, parsed. ``writing`` is held while a PDF is written: the library reads a face's file through one cursor."""

    def __init__(self) -> None:
        self.writing = Lock()
        known = pdfmetrics.getRegisteredFontNames()
        for name in FACES.values():
            if name not in known:
                pdfmetrics.registerFont(TTFont(name, str(resources.path("fonts", f"{name}.ttf")), shapable=False))
        self._fonts: dict[Face, TTFont] = {face: pdfmetrics.getFont(name) for face, name in FACES.items()}
        self._widths = {face: _Widths(font) for face, font in self._fonts.items()}
        self._held = {face: font.face.charToGlyph for face, font in self._fonts.items()}

    def font(self, face: Face) -> TTFont:
        """The font object of a face, for the writer."""
        return self._fonts[face]

    def width(self, text: str, face: Face, size: float) -> float:
        """Points that ``text`` takes in one line."""
        return size * sum(map(self._widths[face].__getitem__, text))

    def tabular(self, text: str, face: Face, size: float) -> float:
        """Points that ``text`` takes when a 1 is given the width of a 0, so that columns of figures stand even."""
        narrow = self._widths[face]["0"] - self._widths[face]["1"]
        return self.width(text, face, size) + size * narrow * text.count("1")

    def shown(self, text: str, face: Face) -> str:
        """``text`` with every character the face cannot draw spelled out as 〔U+XXXX〕: seen and searchable, never lost."""
        held = self._held[face]
        if held.keys() >= set(map(ord, text)):
            return text
        return "".join(char if ord(char) in held else f"〔U+{ord(char):04X}〕" for char in text)

    def undrawable(self, text: str) -> str:
        """The characters of ``text`` that the serif face lacks, each once, in order."""
        held = self._held["serif"]
        return "".join(dict.fromkeys(char for char in literal(text) if ord(char) not in held))

    def lines(self, text: str, face: Face, size: float, width: float, indent: float = 0.0) -> tuple[str, ...]:
        """``text`` broken into lines of at most ``width`` points; the first line of each paragraph loses ``indent``."""
        result: list[str] = []
        for paragraph in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
            shown = self.shown(literal(paragraph), face)
            if self.width(shown, face, size) <= width - indent:
                result.append(shown)
            else:
                result.extend(self._broken(shown, face, size, width, indent))
        return tuple(result)

    def fitted(self, text: str, face: Face, size: float, width: float) -> str:
        """One line, ended by … where it does not fit: for repeats of what stands in full elsewhere."""
        shown = self.shown(literal(text), face)
        if self.width(shown, face, size) <= width:
            return shown
        while shown and self.width(f"{shown}…", face, size) > width:
            shown = shown[:-1]
        return f"{shown.rstrip()}…"

    def _broken(self, text: str, face: Face, size: float, width: float, indent: float) -> Iterator[str]:
        line, room = "", width - indent
        for cluster in self._clusters(text, face, size, width - indent):
            taken = self.width(cluster.rstrip(), face, size)
            if line and taken > room:
                yield line.rstrip()
                line, room = "", width
            line += cluster
            room -= self.width(cluster, face, size)
        yield line.rstrip()

    def _clusters(self, text: str, face: Face, size: float, width: float) -> Iterator[str]:
        for cluster in _CLUSTER.findall(text):
            if self.width(cluster.rstrip(), face, size) <= width:
                if cluster:
                    yield cluster
            else:
                yield from self._pieces(cluster, face, size, width)

    def _pieces(self, word: str, face: Face, size: float, width: float) -> Iterator[str]:
        piece, taken = "", 0.0
        for char in word:
            step = self.width(char, face, size)
            if piece and taken + step > width:
                yield piece
                piece, taken = "", 0.0
            piece += char
            taken += step
        yield piece
