"""The phrases of papers: texts of papers.toml in the language of the case, amounts with their sign, pages by anchor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from workstation.money import SIGNS, Money
from workstation.wording import Wording, filled

_NARROW: Final = str.maketrans("“”‘’", "\"\"''")
"""The curved marks of our fonts are as wide as a Chinese character, which tears English words apart."""
_HARD_SPACE: Final = "\u00a0"


class Phrases:
    """One language and the pages on which anchors stood in the setting pass before (0 before the first)."""

    def __init__(self, language: str, pages: Mapping[str, int]) -> None:
        self._words = Wording(language)
        self.language = self._words.language
        self._pages = pages
        self.referenced: dict[str, int] = {}
        """The anchors whose pages were asked for, and the answers: what was said holds as long as these do."""
        self.links: dict[str, str] = {}
        """What was said of a place on a page → its anchor."""

    def text(self, key: str, **figures: object) -> str:
        """The text ``paper.<key>`` with its places filled in one go, so that a figure that looks like a place stays as typed."""
        text = self._words.text(f"paper.{key}")
        if self.language == "en":
            text = text.translate(_NARROW)
        return filled(text, figures)

    def standing(self, paper: str, granted: str) -> str:
        """What a paper applies for, or that it was granted on a day."""
        return self.text(f"{paper}.standing_granted", day=granted) if granted else self.text(f"{paper}.standing")

    def money(self, amount: Money) -> str:
        """``¥ 1,234.50``, never broken over two lines."""
        sign = "−" if amount.minor < 0 else ""
        size = Money(abs(amount.minor), amount.currency).grouped()
        return f"{sign}{SIGNS.get(amount.currency, amount.currency)}{_HARD_SPACE}{size}"

    def day(self, day: date | None) -> str:
        """A day as papers of the region print it; nothing for None."""
        return self._words.day(day)

    def page(self, anchor: str) -> int:
        """The page of an anchor."""
        page = self.referenced[anchor] = self._pages.get(anchor, 0)
        return page

    def exhibit_ref(self, no: int, anchor: str) -> str:
        """``附件 3 · 第 9 页`` for exhibit ``no``; in a paper by itself the exhibit alone."""
        page = self.page(anchor)
        return self._linked(self.text("place", no=no, page=page), anchor) if page else self.text("place_alone", no=no)

    def seen(self, paper: str) -> str:
        """``第 4 页``, where a paper of the packet begins; ``附表`` where it is not bound in."""
        anchor = f"paper.{paper}"
        page = self.page(anchor)
        return self._linked(self.text("page", page=page), anchor) if page else self.text("page_of_paper")

    def _linked(self, said: str, anchor: str) -> str:
        self.links[said] = anchor
        return said

    def section(self, number: int, title: str) -> str:
        """``三  困难情况与证明``."""
        return self.text("section", numeral=self.numeral(number), title=title)

    def numeral(self, number: int) -> str:
        """``三``, ``十二``, ``二十一``; plain digits in English and where a list goes on past 99."""
        ones = self.text("numerals").split(",")
        if number <= len(ones):
            return ones[number - 1]
        tens, one = divmod(number, 10)
        if self.language == "en" or tens > 9:
            return str(number)
        return (ones[tens - 1] if tens > 1 else "") + ones[9] + (ones[one - 1] if one else "")

    def listed(self, texts: tuple[str, ...] | list[str]) -> str:
        """Texts in one line, separated as the language does."""
        return self.text("list_separator").join(texts)

    def word(self, section: str, code: str) -> str:
        """The word of the trade for a code, the same as on the screen."""
        return self._words.text(f"{section}.{code}")

    def currency(self, code: str) -> str:
        """The name of a currency on papers."""
        name = self.text(f"currency.{code}")
        return code if name.startswith("paper.") else name

    def join(self, sentences: Iterable[str]) -> str:
        """Sentences one after the other, with the space between them that the language has."""
        return (" " if self.language == "en" else "").join(sentences)
