"""What a statement of assets and income tells beside the budget: assets, trade, income of past years, dependants."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Final, Literal

from workstation.errors import Finding, Refused
from workstation.money import Money, total

StatementKind = Literal[
    "child", "parent", "other_dependant", "income", "business", "deposit", "building", "land", "vehicle", "security", "policy",
    "other_asset", "receivable",
]  # fmt: skip
KINDS: Final[tuple[StatementKind, ...]] = (
    "child", "parent", "other_dependant", "income", "business", "deposit", "building", "land", "vehicle", "security", "policy",
    "other_asset", "receivable",
)  # fmt: skip
"""In the order of screens; their words stand under ``statement_kind.<kind>``."""
DEPENDANTS: Final = ("child", "parent", "other_dependant")
ASSETS: Final = ("deposit", "building", "land", "vehicle", "security", "policy", "other_asset")
WHOLE_SHARE: Final = 10_000
"""A share of responsibility of 100 %, in hundredths of a percent."""


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One entry. ``amount``: the value of an asset or claim, the income or turnover of ``year``, the support paid a month.

    ``year``: of the common era, of an income or a trade; None elsewhere. ``share``: how much of the support of a person is this
    debtor's to bear, in hundredths of a percent (5000: half); None for what is no person, and where nobody has said it.
    """

    kind: StatementKind
    name: str
    amount: Money
    year: int | None = None
    share: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """All entries of one case. ``employer_number``: the tax number of the main employer; empty where it is not known."""

    case_id: str
    lines: tuple[StatementLine, ...] = ()
    currency: str = "CNY"
    employer_number: str = ""

    def of(self, *kinds: str) -> tuple[StatementLine, ...]:
        """The entries of some kinds, in order."""
        return tuple(line for line in self.lines if line.kind in kinds)

    def sum_of(self, *kinds: str) -> Money:
        """What the entries of some kinds come to."""
        return total([line.amount for line in self.of(*kinds)], self.currency)


NO_STATEMENT: Final = Statement("")
"""Of a case of which nothing of it was told."""


_FIRST_YEAR: Final = 1990
_NUMBER: Final = 8  # digits of the tax number of a business in Taiwan


def read_share(text: str) -> int:
    """A share as people write it, ``50%``, ``50``, ``0.5``, ``1/2``, in hundredths of a percent; thirds are rounded.

    Raises `Refused` (share_unreadable), also for a bare 1, which may mean all or one percent.
    """
    plain = text.strip().replace("％", "%")
    try:
        if plain.endswith("%"):
            share = Fraction(Decimal(plain[:-1].strip())) / 100
        elif "/" in plain:
            share = Fraction(plain.replace(" ", ""))
        else:
            share = Fraction(Decimal(plain)) / (1 if Decimal(plain) < 1 else 100)
    except (InvalidOperation, ValueError, ZeroDivisionError):
        raise Refused(Finding("share_unreadable", "", {"text": text[:20]})) from None
    if plain in ("1", "1.0") or not 0 < share <= 1:
        raise Refused(Finding("share_unreadable", "", {"text": text[:20]}))
    return round(share * WHOLE_SHARE)


def share_shown(share: int) -> str:
    """``50%``, ``33.33%``."""
    return f"{Decimal(share) / 100:f}%"


def statement_findings(statement: Statement, this_year: int) -> Iterator[Finding]:
    """What cannot be kept, at ``statement.<no>``: choice_unknown, required_field, amount_negative, share_impossible,
    year_impossible; at ``statement.employer_number``: employer_number_odd.
    """
    for no, line in enumerate(statement.lines, 1):
        yield from _of_line(f"statement.{no}", line, this_year)
    number = statement.employer_number
    if number and not (len(number) == _NUMBER and number.isdecimal()):
        yield Finding("employer_number_odd", "statement.employer_number", {"value": number[:20]})


def _of_line(place: str, line: StatementLine, this_year: int) -> Iterator[Finding]:
    if line.kind not in KINDS:
        yield Finding("choice_unknown", place, {"value": line.kind[:40], "choices": ", ".join(KINDS)})
    if not line.name.strip():
        yield Finding("required_field", place)
    if line.amount.minor < 0:
        yield Finding("amount_negative", place, {"amount": line.amount.grouped()})
    if line.share is not None and (line.kind not in DEPENDANTS or not 0 < line.share <= WHOLE_SHARE):
        yield Finding("share_impossible", place, {"share": share_shown(line.share)})
    if line.kind in ("income", "business"):
        if line.year is None or not _FIRST_YEAR <= line.year <= this_year:
            yield Finding("year_impossible", place, {"year": str(line.year or ""), "last": str(this_year)})
    elif line.year is not None:
        yield Finding("year_impossible", place, {"year": str(line.year), "last": str(this_year)})
