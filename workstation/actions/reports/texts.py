"""How the figures of the reports read: each rate with its formula, on the screen as in a file."""

from __future__ import annotations

from fractions import Fraction

from workstation.actions.keep.register_texts import percent
from workstation.actions.reports.figures import BucketLine, MovementLine, PacketLine
from workstation.money import Money
from workstation.wording import Wording

__all__ = ["percent"]


def share_formula(line: BucketLine) -> str:
    """``1,500.00 / 2,000.00 = 75.0 %``; empty where nothing is owed."""
    return formula(line.amount.grouped(), line.of_amount.grouped(), line.share)


def roll_formula(line: MovementLine) -> str:
    """``2 / 8 = 25.0 %``: worse over all."""
    return formula(str(line.counts["worse"]), str(line.count), line.rolled)


def cure_formula(line: MovementLine) -> str:
    """``(1 + 2) / 8 = 37.5 %``: cured and settled over all."""
    return formula(f"({line.counts['cured']} + {line.counts['settled']})", str(line.count), line.cured)


def grant_formula(line: PacketLine) -> str:
    """``3 / 4 = 75.0 %``: granted over answered; empty before the first answer."""
    return formula(str(line.counts["granted"]), str(line.answered), line.granted)


def days_text(days: Fraction | None) -> str:
    """A median of days, with a half where it has one; empty for none."""
    if days is None:
        return ""
    return str(days.numerator) if days.denominator == 1 else f"{days.numerator // days.denominator}.5"


def sum_before(line: MovementLine) -> Money:
    """What the accounts of a line owed on the first day."""
    amounts = list(line.amounts.values())
    return Money(sum(one.minor for one in amounts), line.currency)


def bucket_name(line: BucketLine | MovementLine, words: Wording) -> str:
    """The bucket of a line, or that nobody knows a due day."""
    return line.bucket or words.text("report.no_due_day")


def formula(part: str, whole: str, share: Fraction | None) -> str:
    """A share with what it is made of; empty for none."""
    return "" if share is None else f"{part} / {whole} = {percent(share)}"
