"""What all statements of a case together say about income: who pays, the last six months, before and after the claimed day,
and how the stated income compares to it. A comparison for people; cash income is in no statement.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from workstation.casework.case_file import CaseFile
from workstation.errors import Finding
from workstation.evidence.hardship import (
    Change,
    change,
    evidenced_income,
    hardship_findings,
    own_money_findings,
    stated_findings,
)
from workstation.evidence.statements.continuity import continuity_findings, without_overlap
from workstation.evidence.statements.earnings import Earnings, MonthIncome, earnings
from workstation.evidence.statements.transactions import Statement
from workstation.money import Money


@dataclass(frozen=True, slots=True)
class IncomePicture:
    """``stated`` is the monthly income of the budget, ``evidenced`` that of the statements (None: no full month is covered),
    ``difference`` the first less the second. ``turned`` is None while no day of the hardship is known.
    """

    earnings: Earnings
    half_year: tuple[MonthIncome, ...]
    turned: Change | None
    stated: Money
    evidenced: Money | None
    difference: Money | None
    findings: tuple[Finding, ...]

    @property
    def fall(self) -> Decimal | None:
        """Share of the income before the claimed day that was lost; None where one side is not known."""
        lost = self.turned.fall if self.turned else None
        return Decimal(lost.numerator) / Decimal(lost.denominator) if lost is not None else None


def income_picture(file: CaseFile, statements: Sequence[Statement]) -> IncomePicture:
    """The picture of a case; money from the debtor's own name is no income, and rows that two statements share count once."""
    claimed, tolerance = file.case.reason_from, file.pack.limits.income_tolerance
    found = earnings(without_overlap(statements), file.debtor.name, file.budget.currency)
    stated = file.budget.of("income")
    evidenced = evidenced_income(found, file.today, claimed)
    findings = stated_findings(stated, evidenced, tolerance)
    if claimed is not None:
        findings = (*hardship_findings(found, claimed, tolerance), *findings)
    findings = (*continuity_findings(statements), *own_money_findings(found, file.debtor.name), *findings)
    return IncomePicture(
        earnings=found,
        half_year=found.half_year(file.today),
        turned=change(found, claimed) if claimed is not None else None,
        stated=stated,
        evidenced=evidenced,
        difference=stated - evidenced if evidenced is not None else None,
        findings=findings,
    )
