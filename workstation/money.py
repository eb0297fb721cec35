"""Money as whole minor units (fen) of one currency. Nothing here rounds unless the caller names the rounding."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal

from workstation.errors import Finding, Refused, WorkstationError

RoundingMode = Literal["half_up", "half_even", "up", "down"]
Exact = int | Decimal | Fraction

MINOR_DIGITS: Final = {
    "CNY": 2, "TWD": 2, "HKD": 2, "USD": 2, "EUR": 2, "GBP": 2, "CAD": 2, "AUD": 2, "SGD": 2, "INR": 2,
    "JPY": 0, "KRW": 0, "VND": 0,
}  # fmt: skip
"""Digits after the point, ISO 4217: amounts are stored so, and screen, papers and workbook all show them so. TWD has two, too:
interest of a bank in Taiwan may well run into cents, and whole dollars show ``.00`` as any whole amount does.
"""
SIGNS: Final = {"CNY": "¥", "HKD": "HK$", "TWD": "NT$", "USD": "US$", "EUR": "€", "GBP": "£", "JPY": "JP¥"}
"""What stands before an amount, unlike for every currency; others stand by their code."""
_USUAL_DIGITS: Final = 2

_AMOUNT: Final = re.compile(r"[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?")
_LEFT_OUT: Final = str.maketrans("", "", "¥￥ \t\u00a0")


def minor_digits(currency: str) -> int:
    """Digits after the point of a currency; two for those outside the table."""
    return MINOR_DIGITS.get(currency, _USUAL_DIGITS)


def minor_units(currency: str) -> int:
    """How many minor units make one major unit."""
    return int(10 ** minor_digits(currency))


class CurrencyMismatch(WorkstationError):
    """Two amounts of unlike currencies met in one sum or comparison."""


@dataclass(frozen=True, slots=True)
class Rounding:
    """How an exact amount becomes whole minor units: to a multiple of ``unit`` (minor units), by ``mode``."""

    unit: int = 1
    mode: RoundingMode = "half_up"

    def whole(self, exact: Exact) -> int:
        """The multiple of ``unit`` that ``exact`` (minor units) rounds to; modes act on the magnitude, keeping the sign."""
        value = Fraction(exact) / self.unit
        magnitude, sign = abs(value), -1 if value < 0 else 1
        floor, rest = divmod(magnitude.numerator, magnitude.denominator)
        twice = 2 * rest - magnitude.denominator
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
        """Read a typed or printed amount: ``1234.5``, ``1,234.50``, ``¥ 1,234.50``, full-width digits, brackets for minus.

        Raises `Refused` with ``amount_unreadable`` or ``amount_too_fine`` (more digits than the currency has).
        """
        digits = minor_digits(currency)
        plain = unicodedata.normalize("NFKC", text).strip()
        if plain.startswith("(") and plain.endswith(")"):
            plain = "-" + plain[1:-1]
        plain = plain.translate(_LEFT_OUT).replace("\u2212", "-")
        if not _AMOUNT.fullmatch(plain) or not plain.isascii():
            raise Refused(Finding("amount_unreadable", "", {"text": text}))
        exact = Fraction(plain.replace(",", "")) * 10**digits
        if exact.denominator != 1:
            raise Refused(Finding("amount_too_fine", "", {"text": text, "digits": str(digits)}))
        return cls(exact.numerator, currency)

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
        return Money(rounding.whole(self.minor * Fraction(factor)), self.currency)

    def share_of(self, whole: Money) -> Fraction:
        """This amount as an exact part of another; raises ZeroDivisionError for a zero whole."""
        return Fraction(self.minor, self._same(whole))


def total(amounts: Sequence[Money], currency: str = "CNY") -> Money:
    """The sum of amounts of one currency; an empty sum is zero of ``currency``."""
    result = Money.zero(amounts[0].currency if amounts else currency)
    for amount in amounts:
        result = result + amount
    return result


def in_order(amounts: Iterable[Money]) -> tuple[Money, ...]:
    """Amounts of unlike currencies in the order in which lists show and group them: that of the table of currencies."""
    return tuple(sorted(amounts, key=lambda amount: currency_rank(amount.currency)))


def currency_rank(currency: str) -> tuple[int, str]:
    """Where a currency stands in lists; currencies outside the table come last, by their codes."""
    known = tuple(MINOR_DIGITS)
    return (known.index(currency) if currency in MINOR_DIGITS else len(known)), currency


def _placed(minor: int, digits: int, separator: str) -> str:
    sign, size = ("-" if minor < 0 else ""), abs(minor)
    whole, part = divmod(size, 10**digits)
    grouped = f"{whole:,}" if separator else str(whole)
    return f"{sign}{grouped}.{part:0{digits}d}" if digits else f"{sign}{grouped}"
