"""Rates as exact decimals per unit (0.18 = 18 %), per year, month or day. Conversion between them is simple proportion."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Final, Literal

from workstation.errors import Finding, Refused
from workstation.money import HALF_UP, Exact

Span = Literal["annual", "monthly", "daily"]
SHOWN_PLACES: Final = 4
"""Places of a share per unit as people read it: 0.1956 is 19.56 %."""
_PERCENT_PLACES: Final = 2
DayCount = Literal["30/360", "actual/365", "actual/360", "actual/actual"]


@dataclass(frozen=True, slots=True)
class Rate:
    """``value`` per unit and span; kept as the exact decimal that was agreed."""

    value: Decimal
    per: Span = "annual"

    @classmethod
    def parse(cls, text: str, per: Span = "annual") -> Rate:
        """Read ``0.18``, ``18%`` or ``万分之五`` style ``5‱``; raises `Refused` with ``rate_unreadable``."""
        plain = text.strip().replace("％", "%")
        scale = {"%": Decimal("0.01"), "‰": Decimal("0.001"), "‱": Decimal("0.0001")}.get(plain[-1:])
        try:
            value = Decimal(plain[:-1].strip() if scale else plain)
        except InvalidOperation:
            raise Refused(Finding("rate_unreadable", "", {"text": text})) from None
        if not value.is_finite():
            raise Refused(Finding("rate_unreadable", "", {"text": text}))
        return cls(value * scale if scale else value, per)

    def per_day(self, year_days: int) -> Fraction:
        """Exact daily rate in a year of ``year_days``; a monthly rate counts 12 months a year."""
        return (
            Fraction(self.value)
            * {
                "annual": Fraction(1, year_days),
                "monthly": Fraction(12, year_days),
                "daily": Fraction(1),
            }[self.per]
        )

    def text(self) -> str:
        """The decimal as text without exponent, ``0.18``."""
        return format(self.value, "f")

    def percent(self) -> str:
        """For people: ``18.00%``, ``0.05%``, ``0.035%``: two decimals or more, never rounded."""
        shown = (self.value * 100).normalize()
        places = max(_PERCENT_PLACES, -int(shown.as_tuple().exponent))
        return f"{shown:.{places}f}%"


def rounded(share: Exact, places: int = SHOWN_PLACES) -> Decimal:
    """A share per unit to so many places, half up: the one rounding of rates that were worked out, for people and for caps."""
    top, bottom = share.as_integer_ratio()
    return Decimal(HALF_UP.of_ratio(top * 10**places, bottom)).scaleb(-places)


def percent(share: Exact, places: int = 2) -> str:
    """For people: ``19.56%`` of a share per unit that was worked out. What was agreed is never rounded: `Rate.percent`."""
    return f"{rounded(share, places + 2).scaleb(2):f}%"


def share_percent(share: Fraction) -> str:
    """A part of a whole as a calculator shows it, ``69.2%``: one place, half up."""
    return f"{HALF_UP.whole(share * 1000) / Decimal(10):.1f}%"
