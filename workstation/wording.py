"""The words of the trade and the sentences of findings, by language, read from resources/wording/<language>/*.toml.

Window and command line share this catalogue; labels of pages belong to Qt Linguist, texts of rules to the packs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, Final

import resources
from workstation.errors import Finding

LANGUAGES: Final = ("zh-Hans", "zh-Hant", "en")

_OWN_FIGURE: Final = {"zh-Hant": "_hant", "en": "_en"}
"""Behind the name of a figure that is itself words and so comes once a language; without any it is simplified."""
_PLACEHOLDER: Final = r"\{(\w+)(?:\|([^{}|]*)\|([^{}|]*))?\}"


@cache
def _section(language: str, section: str) -> Mapping[str, str]:
    prefix, texts = section + ".", _catalogue(language)
    near = _keys(language).get(section.partition(".")[0], ())
    return {key[len(prefix) :]: texts[key] for key in near if key.startswith(prefix)}


@cache
def _keys(language: str) -> Mapping[str, Sequence[str]]:
    """The keys by their first word: a window asks for some fifty sections; to look through every sentence for each is felt."""
    found: dict[str, list[str]] = {}
    for key in _catalogue(language):
        found.setdefault(key.partition(".")[0], []).append(key)
    return found


def load_words(language: str) -> None:
    """Read the sentences of a language now, which takes some 50 ms: on another thread, before anybody waits for one."""
    language = tongue(language)[0]
    _catalogue(language)
    _keys(language)


@cache
def _catalogue(language: str) -> Mapping[str, str]:
    import tomllib

    texts: dict[str, str] = {}
    for file in sorted(resources.path("wording", language).glob("*.toml")):
        texts.update(_flat(tomllib.loads(file.read_text("utf-8")), ""))
    return texts


def _flat(tree: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, str]]:
    for key, value in tree.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield prefix + key, str(value)


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
    def _texts(self) -> Mapping[str, str]:
        """Read when the first sentence is asked for: an answer in figures needs none."""
        return _catalogue(self.language)

    def has(self, key: str) -> bool:
        """Whether the catalogue knows the key."""
        return key in self._texts

    def text(self, key: str, figures: Mapping[str, str] | None = None) -> str:
        """The sentence of a dotted key, ``{name}`` places filled from ``figures``; a missing figure stays visible."""
        text = self._texts.get(self._own + key) or self._texts.get(key, key)
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
        return self._texts.get(f"{name}.{value}", value)

    def choices(self, section: str) -> dict[str, str]:
        """Code → label of one section (``housing``, ``reason`` …), in the order of the file."""
        return dict(_section(self.language, section))
