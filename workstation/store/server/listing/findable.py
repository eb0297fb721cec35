"""By what a case of a server desk is found: opened at the workstation, which alone can read it."""

from __future__ import annotations

from dataclasses import dataclass

from workstation.profile.debtor import Phone
from workstation.store.records.search_text import EDGE, SearchWord


@dataclass(frozen=True, slots=True)
class Findable:
    """By what one case is found."""

    case_id: str
    number: str
    named: tuple[str, tuple[Phone, ...], str]
    """Name, phones and number of the ID, of which ``text`` was made."""
    text: str
    accounts: tuple[tuple[str, str], ...]

    @property
    def name(self) -> str:
        """Of the person."""
        return self.named[0]


def found(one: Findable, word: SearchWord) -> bool:
    """Whether one word of a search finds it."""
    if any(all(part in one.text for part in way) for way in word.ways):
        return True
    number = one.number.lower() + EDGE
    if any(way[0] in number for way in word.ways if len(way) == 1):
        return True
    return word.number and any(
        all(part in what + EDGE for part in way) for _, what in one.accounts for way in word.ways
    )
