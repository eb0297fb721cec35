"""The four embedded faces of the papers: which characters they hold, how wide a text is, and how it breaks into lines.

Chinese lines never begin with a closing mark nor end with an opening one; words and amounts stay whole while they fit.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import Final, Literal, TypeVar

import resources
from workstation.documents.typesetting.system_fonts import system_typeface
from workstation.documents.typesetting.typeface import EVEN_ONE, Typeface

Face = Literal["sans", "sans_bold", "serif", "serif_bold"]

FACES: Final[dict[Face, str]] = {
    "sans": "NotoSansSC-Regular",
    "sans_bold": "NotoSansSC-Bold",
    "serif": "NotoSerifSC-Regular",
    "serif_bold": "NotoSerifSC-Bold",
}
"""Face → name of the font and of its file under resources/fonts."""

T = TypeVar("T")
Elsewhere = Callable[[int], Typeface | None]
"""Asked for a character that no font of ours holds."""

RARE: Final = ("NotoSerifRareTC-Regular", "NotoSerifRareJP-Regular")
"""Characters of Taiwan, Hong Kong and Japan that the faces lack."""

_REMEMBERED: Final = 4096
_SHORT: Final = 80
"""Characters of a text that may return, and is remembered."""
_OPENING: Final = "（《「『【〈〔［｛“‘(\\[{"
_CLOSING: Final = "，。、；：？！）》」』】〉〕］｝”’…—％‰·・,.;:?!)\\]}%"
_GROUPED: Final = r"(?<=\d) (?=\d{3,4}(?![\d-]|[.,]\d))"
"""The space inside a number written in groups, such as that of a telephone."""
_GROUP: Final = re.compile(r"[^ ]* *")
_CLUSTER: Final = re.compile(
    f"[{_OPENING}]*(?:(?:[!-~\u00a0-\u2010\u2012-\u2bff]|{_GROUPED})+|.)?[{_CLOSING}]*[ \t\u3000]*",
    re.DOTALL,
)

_UNSEEN: Final = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_MARKED: Final = re.compile("[A-Za-z\u00c0-\u024f][\u0300-\u036f]+")
_CONTROL: Final = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]")


def literal(text: str) -> str:
    """``text`` as one line that shows what it holds: marks that reorder or hide text are taken out, controls become spaces."""
    if text.isascii() and text.isprintable():
        return text
    return _CONTROL.sub(" ", _MARKED.sub(_joined, _UNSEEN.sub("", text)))


def _joined(found: re.Match[str]) -> str:
    """A letter and its marks as one character where there is one; Chinese is left as typed, whose forms this would change."""
    return unicodedata.normalize("NFC", found[0])


_OVERPRINTING: Final = ("Mn", "Me")  # marks that are drawn over the character before: named instead


class _ChainIndices(dict[str, int]):
    """Where each character is drawn from: the first typeface of a chain that holds it, -1 for none. Learnt on first use."""

    def __init__(self, chain: list[Typeface], elsewhere: Elsewhere) -> None:
        super().__init__()
        self._chain, self._elsewhere = chain, elsewhere

    def __missing__(self, char: str) -> int:
        point = ord("1" if char == EVEN_ONE else char)
        if unicodedata.category(char) in _OVERPRINTING:
            self[char] = -1
            return -1
        index = next((at for at, face in enumerate(self._chain) if point in face.glyphs), -1)
        if index < 0 and (found := self._elsewhere(point)) is not None:
            self._chain.append(found)
            index = len(self._chain) - 1
        self[char] = index
        return index


class _Widths(dict[str, float]):
    """Width of each character per point of size, learnt on first use."""

    def __init__(self, chain: list[Typeface], chain_indices: _ChainIndices) -> None:
        super().__init__()
        self._chain, self._chain_indices = chain, chain_indices

    def __missing__(self, char: str) -> float:
        face = self._chain[max(self._chain_indices[char], 0)]
        width = face.width(char) / 1000
        self[char] = width
        return width


class _ByFace(dict[Face, T]):
    """What each face has, made on first use."""

    def __init__(self, make: Callable[[Face], T]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, face: Face) -> T:
        self[face] = made = self._make(face)
        return made


@cache
def _typeface(name: str) -> Typeface:
    """Parsing takes about a tenth of a second, so a process does it once."""
    return Typeface(resources.path("fonts", f"{name}.ttf"))


def _chain(face: Face, language: str) -> list[Typeface]:
    name = FACES[face]
    own = [f"{name.replace('SC-', 'TC-')}-Forms"] if language.startswith("zh-Hant") else []
    return [_typeface(one) for one in (*own, name, *RARE)]


@cache
def load_fonts(language: str = "zh-Hans") -> Fonts:
    """The faces in which a language is printed."""
    return Fonts(language)


class Fonts:
    """The four faces. Each is a chain: the forms of the language where they differ, the face itself, rare characters, and

    for a character that none of ours holds, a font of this machine (`system_typeface`). A face is parsed when it is first used.
    """

    def __init__(self, language: str = "zh-Hans", elsewhere: Elsewhere = system_typeface) -> None:
        self._chains = _ByFace(lambda face: _chain(face, language))
        self.chain_indices = _ByFace(lambda face: _ChainIndices(self._chains[face], elsewhere))
        self._widths = _ByFace(lambda face: _Widths(self._chains[face], self.chain_indices[face]))
        # A cell is measured for its column, its line and its place; labels and amounts return on every paper.
        self._unit = lru_cache(_REMEMBERED)(self._added)
        self._even = lru_cache(_REMEMBERED)(self._evened)
        self._index = lru_cache(_REMEMBERED)(self._one_index)
        self._plain = lru_cache(_REMEMBERED)(self._drawable)

    def typeface(self, face: Face, index: int) -> Typeface:
        """The typeface at an index of a chain, as `chain_indices` answers; that of the missing glyph for none."""
        return self._chains[face][max(index, 0)]

    def one_index(self, text: str, face: Face) -> int | None:
        """The index of the one typeface that draws all of ``text``; None where there are several."""
        return self._index(text, face)

    def _one_index(self, text: str, face: Face) -> int | None:
        found = set(map(self.chain_indices[face].__getitem__, text))
        return found.pop() if len(found) == 1 else None

    def width(self, text: str, face: Face, size: float) -> float:
        """Points that ``text`` takes in one line."""
        return size * self._unit(text, face)

    def _added(self, text: str, face: Face) -> float:
        return sum(map(self._widths[face].__getitem__, text))

    def _drawable(self, text: str, face: Face) -> str:
        return self.shown(literal(text), face)

    def tabular(self, text: str, face: Face, size: float) -> float:
        """Points that ``text`` takes when a 1 is given the width of a 0, so that columns of figures stand even."""
        return size * self._even(text, face)

    def _evened(self, text: str, face: Face) -> float:
        narrow = self._widths[face]["0"] - self._widths[face]["1"]
        return self._unit(text, face) + narrow * text.count("1")

    def shown(self, text: str, face: Face) -> str:
        """``text`` with every character no face can draw spelled out as 〔U+XXXX〕: seen and searchable, never lost."""
        chain_indices = self.chain_indices[face]
        if min(map(chain_indices.__getitem__, text), default=0) >= 0:
            return text
        return "".join(char if chain_indices[char] >= 0 else f"〔U+{ord(char):04X}〕" for char in text)

    def printed(self, text: str) -> str:
        """One paragraph as it stands on paper: nothing that turns or hides text, and codes for what no face can draw."""
        return self.shown(literal(text), "serif")

    def undrawable(self, text: str) -> str:
        """The characters of ``text`` that nothing here can draw, each once, in order."""
        chain_indices = self.chain_indices["serif"]
        return "".join(dict.fromkeys(char for char in literal(text) if chain_indices[char] < 0))

    def lines(self, text: str, face: Face, size: float, width: float, indent: float = 0.0) -> tuple[str, ...]:
        """``text`` broken into lines of at most ``width`` points; the first line of each paragraph loses ``indent``."""
        if len(text) < _SHORT and "\n" not in text and "\r" not in text:
            shown = self._plain(text, face)
            if size * self._unit(shown, face) <= width - indent:
                return (shown,)
        result: list[str] = []
        for paragraph in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
            shown = self.shown(literal(paragraph), face)
            if self.width(shown, face, size) <= width - indent:
                result.append(shown)
            else:
                result.extend(self._broken(shown, face, size, width, indent))
        return tuple(result)

    def longest(self, text: str, face: Face, size: float) -> float:
        """Points that the longest part of ``text`` takes that breaks only where it must: a number, a word."""
        parts = _CLUSTER.findall(self.shown(literal(text), face))
        return max((self.width(part.rstrip(), face, size) for part in parts), default=0.0)

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
                for group in _GROUP.findall(cluster):
                    yield from self._pieces(group, face, size, width)

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
