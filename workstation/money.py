"""Money as whole minor units (fen) of one currency. Nothing here rounds unless the caller names the rounding."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Final, Literal

from workstation.currencies import MINOR_DIGITS as MINOR_DIGITS
from workstation.currencies import SIGNS as SIGNS
from workstation.currencies import minor_digits as minor_digits
from workstation.currencies import minor_units as minor_units
from workstation.errors import Finding, Refused, WorkstationError

RoundingMode = Literal["half_up", "half_even", "up", "down"]
Exact = int | Decimal | Fraction
_USUAL_DIGITS: Final = 2
MOST: Final = 10**15
"""Minor units that an amount may have at most, either way: ten million million yuan is no debt but a slip of the keyboard, and
nine thousand such amounts together still fit the whole numbers of the database (below 2**63).
"""

_USUAL: Final = re.compile(r"([+-]?)([0-9]{1,3}(?:,[0-9]{3})*|[0-9]+)(?:\.([0-9]{1,2}))?")
"""Nearly every amount is written like this; read without the detours that the others need."""
_SHOWN: Final = 40


class CurrencyMismatch(WorkstationError):
    """Two amounts of unlike currencies met in one sum or comparison."""


@dataclass(frozen=True, slots=True)
class Rounding:
    """How an exact amount becomes whole minor units: to a multiple of ``unit`` (minor units), by ``mode``."""

    unit: int = 1
    mode: RoundingMode = "half_up"

    def whole(self, exact: Exact) -> int:
        """The multiple of ``unit`` that ``exact`` (minor units) rounds to; modes act on the magnitude, keeping the sign."""
        return self.of_ratio(*exact.as_integer_ratio())

    def of_ratio(self, top: int, bottom: int) -> int:
        """`whole` of ``top`` / ``bottom`` (above 0), which need not be in lowest terms."""
        sign, bottom = -1 if top < 0 else 1, bottom * self.unit
        floor, rest = divmod(abs(top), bottom)
        twice = 2 * rest - bottom
        match self.mode:
            case "down":
                up = False
            case "up":
                up = rest > 0
            case "half_up":
                up = twice >= 0
            case _:
                up = twice > 0 or (twice == 0 and floor % 2 == 1)
        return sign * (floor + up) * self.unit


HALF_UP: Final = Rounding()


@dataclass(frozen=True, slots=True)
class Money:
    """``minor`` whole minor units of ``currency`` (ISO 4217 code)."""

    minor: int
    currency: str = "CNY"

    @classmethod
    def zero(cls, currency: str = "CNY") -> Money:
        """Nothing, in a currency."""
        return cls(0, currency)

    @classmethod
    def parse(cls, text: str, currency: str = "CNY") -> Money:
        """Read a typed or printed amount: ``1234.5``, ``1,234.50``, ``¥ 1,234.50``, ``5万``, ``（3.00）``, ``伍万元整``.

        Raises `Refused`: ``amount_unreadable``, ``amount_too_fine`` (more digits than the currency has),
        ``amount_currency_unknown``, ``amount_other_currency`` (it names one that is not ``currency``).
        """
        digits = minor_digits(currency)
        if digits == _USUAL_DIGITS and (usual := _USUAL.fullmatch(text)):
            minor = int(usual[2].replace(",", "") + (usual[3] or "").ljust(digits, "0"))
            return cls(-minor if usual[1] == "-" else minor, currency)
        from workstation.amount_text import read_amount  # for what is written in another way than usual

        minor, named = read_amount(text, currency)
        if named != currency:
            shown = {"text": text, "found": named, "currency": currency}
            raise Refused(Finding("amount_other_currency", "", shown))
        return cls(minor, currency)

    @classmethod
    def parse_kept(cls, text: str, currency: str = "CNY") -> Money:
        """Read an amount that may be stored: as `parse`, and raises `Refused` with ``amount_beyond_range`` for more than `MOST`.

        The calculator alone takes more: it keeps nothing.
        """
        return cls.parse(text, currency).within_range(text)

    def within_range(self, text: str) -> Money:
        """This amount, read from ``text``. Raises `Refused` with ``amount_beyond_range`` when it is more than `MOST`."""
        if abs(self.minor) > MOST:
            figures = {"text": text[:_SHOWN], "most": Money(MOST, self.currency).grouped()}
            raise Refused(Finding("amount_beyond_range", "", figures))
        return self

    @property
    def digits(self) -> int:
        """Digits after the point in this currency."""
        return minor_digits(self.currency)

    def text(self) -> str:
        """Plain decimal string in major units, ``1234.50``: for data files and the command line."""
        return _placed(self.minor, self.digits, "")

    def grouped(self) -> str:
        """Decimal string with thousands separators, ``1,234.50``: for screens and papers."""
        return _placed(self.minor, self.digits, ",")

    def split(self, parts: int) -> tuple[Money, ...]:
        """``parts`` amounts that differ by one minor unit at most and add up to this one; the larger come first."""
        return self.split_by((1,) * parts)

    def split_by(self, weights: Sequence[int]) -> tuple[Money, ...]:
        """Shares by weight (largest remainder, ties to the earlier), adding up to this amount to the minor unit.

        Raises ValueError when weights are negative or all zero.
        """
        whole = sum(weights)
        if whole <= 0 or min(weights) < 0:
            raise ValueError("weights must be non-negative and not all zero")
        sign, size = (-1 if self.minor < 0 else 1), abs(self.minor)
        shares = [size * weight // whole for weight in weights]
        order = sorted(range(len(weights)), key=lambda i: -(size * weights[i] % whole))
        for i in order[: size - sum(shares)]:
            shares[i] += 1
        return tuple(Money(sign * share, self.currency) for share in shares)

    def _same(self, other: Money) -> int:
        if self.currency != other.currency:
            raise CurrencyMismatch(f"{self.currency} with {other.currency}")
        return other.minor

    def __add__(self, other: Money) -> Money:
        return Money(self.minor + self._same(other), self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.minor - self._same(other), self.currency)

    def __neg__(self) -> Money:
        return Money(-self.minor, self.currency)

    def __lt__(self, other: Money) -> bool:
        return self.minor < self._same(other)

    def __le__(self, other: Money) -> bool:
        return self.minor <= self._same(other)

    def __gt__(self, other: Money) -> bool:
        return self.minor > self._same(other)

    def __ge__(self, other: Money) -> bool:
        return self.minor >= self._same(other)

    def __bool__(self) -> bool:
        return self.minor != 0

    def times(self, factor: Exact, rounding: Rounding) -> Money:
        """This amount times an exact factor, rounded as named."""
        top, bottom = factor.as_integer_ratio()
        return Money(rounding.of_ratio(self.minor * top, bottom), self.currency)

    def share_of(self, whole: Money) -> Fraction:
        """This amount as an exact part of another; raises ZeroDivisionError for a zero whole."""
        return Fraction(self.minor, self._same(whole))


def total(amounts: Sequence[Money], currency: str = "CNY") -> Money:
    """The sum of amounts of one currency; an empty sum is zero of ``currency``."""
    of = amounts[0].currency if amounts else currency
    minor = 0
    for amount in amounts:
        if amount.currency != of:
            raise CurrencyMismatch(f"{of} with {amount.currency}")
        minor += amount.minor
    return Money(minor, of)


def in_order(amounts: Iterable[Money]) -> tuple[Money, ...]:
    """Amounts of unlike currencies in the order in which lists show and group them: that of the table of currencies."""
    return tuple(sorted(amounts, key=lambda amount: currency_rank(amount.currency)))


@lru_cache(256)
def currency_rank(currency: str) -> tuple[int, str]:
    """Where a currency stands in lists; currencies outside the table come last, by their codes."""
    known = tuple(MINOR_DIGITS)
    return (known.index(currency) if currency in MINOR_DIGITS else len(known)), currency


def _placed(minor: int, digits: int, separator: str) -> str:
    sign, size = ("-" if minor < 0 else ""), abs(minor)
    whole, part = divmod(size, 10**digits)
    grouped = f"{whole:,}" if separator else str(whole)
    return f"{sign}{grouped}.{part:0{digits}d}" if digits else f"{sign}{grouped}"
