"""The words of the trade and the sentences of findings, by language, read from resources/wording/<language>/*.toml.

Window and command line share this catalogue; labels of pages belong to Qt Linguist, texts of rules to the packs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Final

import resources
from workstation.errors import Finding

if TYPE_CHECKING:
    from workstation.catalogue import Catalogue

LANGUAGES: Final = ("zh-Hans", "zh-Hant", "en")

_OWN_FIGURE: Final = {"zh-Hant": "_hant", "en": "_en"}
"""Behind the name of a figure that is itself words and so comes once a language; without any it is simplified."""
_PLACEHOLDER: Final = r"\{(\w+)(?:\|([^{}|]*)\|([^{}|]*))?\}"


@cache
def _section(language: str, section: str) -> Mapping[str, str]:
    prefix, near = section + ".", _catalogue(language).under(section.partition(".")[0])
    return {key[len(prefix) :]: text for key, text in near.items() if key.startswith(prefix)}


def load_words(language: str) -> None:
    """Read the sentences of a language now, which takes some 50 ms: on another thread, before anybody waits for one."""
    _catalogue(tongue(language)[0]).read()


@cache
def _catalogue(language: str) -> Catalogue:
    from workstation.catalogue import Catalogue

    return Catalogue(sorted(resources.path("wording", language).glob("*.toml")))


def filled(text: str, figures: Mapping[str, object]) -> str:
    """``text`` with its places ``{name}`` filled in one go; ``{name|day|days}`` is the word for one, or for any other number."""

    def one(match: re.Match[str]) -> str:
        said = str(figures.get(match[1], match[0]))
        return said if match[2] is None else match[2] if said == "1" else match[3]

    return re.sub(_PLACEHOLDER, one, text)


def tongue(language: str) -> tuple[str, str]:
    """The language of the catalogue that a BCP 47 tag names, and its region: ``zh-Hant-TW`` → (``zh-Hant``, ``TW``)."""
    known = next((one for one in LANGUAGES if language == one or language.startswith(f"{one}-")), "")
    return (known, language[len(known) + 1 :]) if known else (LANGUAGES[0], "")


class Wording:
    """Sentences in one language; an unknown key answers with itself, so that nothing is ever shown empty.

    With a region, a text of that region under ``<region>.<key>`` takes the place of the one for everywhere.
    """

    def __init__(self, language: str) -> None:
        self.language, self.region = tongue(language)
        self._own = f"{self.region}." if self.region else ""

    @property
    def _texts(self) -> Catalogue:
        """Opened when the first sentence is asked for: an answer in figures needs none."""
        return _catalogue(self.language)

    def has(self, key: str) -> bool:
        """Whether the catalogue knows the key."""
        return self._texts.get(key) is not None

    def text(self, key: str, figures: Mapping[str, str] | None = None) -> str:
        """The sentence of a dotted key, ``{name}`` places filled from ``figures``; a missing figure stays visible."""
        found = self._texts.get(self._own + key) or self._texts.get(key)
        text = key if found is None else found
        return filled(text, figures) if figures else text

    def day(self, day: date | None) -> str:
        """A day as papers of the region print it, ``2026-11-29`` or ``115年11月29日``; nothing for None."""
        if day is None:
            return ""
        year = day.year - int(self.text("paper.era"))
        figures = {"year": str(year), "month": f"{day:%m}", "day": f"{day:%d}"}
        return self.text("paper.day", figures) if year > 0 else day.isoformat()

    def year(self, year: int) -> str:
        """A year as papers of the region print it, ``2026`` or ``115年``."""
        return self.text("paper.year", {"year": str(year - int(self.text("paper.era")))})

    def finding(self, finding: Finding) -> str:
        """The sentence of a finding: ``{subject}`` is its place as data, ``{place}`` the same in words, where there are any."""
        place = self.text(f"place.{finding.subject}") if self.has(f"place.{finding.subject}") else finding.subject
        known = finding.figures
        own = _OWN_FIGURE.get(self.language, "")
        figures = {name: self._spoken(name, known.get(f"{name}{own}", value)) for name, value in known.items()}
        return self.text(
            f"finding.{finding.code}", {**figures, "subject": self._subject(finding.subject), "place": place}
        )

    def _subject(self, subject: str) -> str:
        """``row 57`` as people of the language say it; every other subject is kept as it is."""
        word, _, number = subject.partition(" ")
        return self.text("row.numbered", {"row": number}) if word == "row" and number else subject

    def _spoken(self, name: str, value: str) -> str:
        """A figure that is a code of the catalogue in words: ``authority`` = supervisor → 主管."""
        found = self._texts.get(f"{name}.{value}")
        return value if found is None else found

    def choices(self, section: str) -> dict[str, str]:
        """Code → label of one section (``housing``, ``reason`` …), in the order of the file."""
        return dict(_section(self.language, section))
