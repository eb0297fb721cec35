"""How values of the trade read on the screen: amounts, days, codes and findings, through the shared catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, tzinfo
from typing import Final

from ui.privacy import Privacy
from workstation.dates import desk_time
from workstation.errors import Finding
from workstation.money import SIGNS, Money
from workstation.wording import Wording

_MINUTE: Final = "%Y-%m-%d %H:%M"
_MIB: Final = 1 << 20
NONE: Final = "—"
"""Stands where there is nothing to show."""


class Words:
    """Reads in one language; unknown codes show as themselves."""

    def __init__(self, language: str, privacy: Privacy | None = None) -> None:
        self.language = language
        self._privacy = privacy
        self._wording = Wording(language)

    def finding(self, finding: Finding) -> str:
        """The sentence of a finding, covered while privacy mode is on; places inside it read by their codes' labels."""
        return self._wording.finding(self._privacy.finding(finding) if self._privacy else finding)

    def finding_at(self, finding: Finding, field: str) -> str:
        """The sentence of a finding at the field called ``field``, which the sentence names in the place of its key."""
        said = self.finding(finding)
        return said.replace(finding.subject, field) if field and "." in finding.subject else said

    def label(self, section: str, code: str) -> str:
        """The label of a code in a section of the catalogue; an empty code reads as a dash."""
        key = f"{section}.{code}"
        if not code:
            return NONE
        return self._wording.text(key) if self._wording.has(key) else code

    def sentence(self, key: str, figures: Mapping[str, str]) -> str:
        """A sentence of the catalogue with its figures in place."""
        return self._wording.text(key, figures)

    def choices(self, section: str) -> dict[str, str]:
        """Code → label of a section."""
        return self._wording.choices(section)

    def attributed(self, who: str, what: str) -> str:
        """``who: what`` with the colon of the language."""
        return f"{who}：{what}" if self.language.startswith("zh") else f"{who}: {what}"

    def listed(self, parts: Iterable[str]) -> str:
        """Parts in a row with the comma of the language."""
        return ("、" if self.language.startswith("zh") else ", ").join(parts)

    @property
    def ten_thousand(self) -> str:
        """By what Chinese counts large amounts along an axis; nothing where thousands are grouped."""
        return {"zh-Hans": "万", "zh-Hant": "萬"}.get(self.language, "")

    def titled(self, texts: Mapping[str, str], code: str = "") -> str:
        """The text of a pack in this language, else in any it has, else the code."""
        return texts.get(self.language) or next(iter(texts.values()), code)


def amount(money: Money | None) -> str:
    """``¥ 1,234.50`` with the currency's sign; a dash for none."""
    if money is None:
        return NONE
    return f"{SIGNS.get(money.currency, money.currency)} {money.grouped()}"


def day(value: date | None) -> str:
    """ISO day, a dash for none."""
    return value.isoformat() if value else NONE


def moment(value: datetime | None, zone: tzinfo) -> str:
    """Day and minute of what happened to a case, in the zone of its pack as on its papers: an entry written by a machine that
    stands elsewhere would otherwise bear one day on the screen and another in the packet. A dash for none.
    """
    return value.astimezone(zone).strftime(_MINUTE) if value else NONE


def desk_moment(value: datetime | None) -> str:
    """Day and minute of what happened to the desk and to no case, by the machine's clock; a dash for none."""
    return desk_time(value).strftime(_MINUTE) if value else NONE


def megabytes(size: int) -> str:
    """Bytes as ``1,234.5 MB``."""
    tenths = size * 10 // _MIB
    return f"{tenths // 10:,}.{tenths % 10} MB"


def masked_name(name: str) -> str:
    """Only the first character stays: ``欧＊＊＊``."""
    return name[:1] + "＊" * max(1, len(name) - 1) if name else ""
