"""Gathers the tables of costs: those of lenders as they were typed, then those of plans that are kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from workstation.casework.case_file import CaseFile
from workstation.casework.claims.lender_costs import CostLine as Checked
from workstation.casework.claims.lender_costs import check_table, kept_table
from workstation.documents.packet.plan_figures import account_label
from workstation.documents.papers.reckoning.cost_figures import CostFigures, CostLine, CostSheet
from workstation.money import Money
from workstation.plan.rate.true_rate import TrueRate
from workstation.plan.schedule.calculate import schedule
from workstation.plan.schedule.cost import cost_of_schedule
from workstation.plan.schedule.lender_table import INTEREST, LenderTable
from workstation.plan.version import PlanVersion
from workstation.profile.account import Account
from workstation.rates import Rate, rounded
from workstation.wording import Wording

_NONE: Final = ("—", "—")
_PLACES: Final = 4


def cost_figures(
    file: CaseFile, plans: Sequence[tuple[Account, PlanVersion]], lent: Sequence[Account] = ()
) -> CostFigures:
    """The tables of a case: of the accounts ``lent``, which have a lender's table, then one plan each.

    Raises `Refused` as `check_table`; what is kept was asked before.
    """
    words = Wording(file.case.language)
    return CostFigures(
        language=file.case.language,
        number=file.case.number,
        made_on=file.today.isoformat(),
        name=file.debtor.name,
        desk=file.settings.desk_name,
        sheets=(
            *(_lender_sheet(file, account, kept, words) for account in lent if (kept := kept_table(file, account))),
            *(_sheet(file, account, plan, words) for account, plan in plans),
        ),
    )


def _lender_sheet(file: CaseFile, account: Account, kept: LenderTable, words: Wording) -> CostSheet:
    check = check_table(file, account, kept)
    *items, added, single = check.lines
    method = words.text(f"lent_method.{kept.method}")
    loan = {
        "day": words.day(kept.on),
        "first": words.day(kept.first_due),
        "method": method,
        "count": str(kept.instalments),
    }
    return CostSheet(
        bank=account.bank,
        account=account_label(account, words),
        plan=words.text("paper.cost.loan_text", {**loan, "days": kept.day_count}),
        lent=kept.lent,
        cost=check.table.cost,
        lines=tuple(_line(one, account, words) for one in items),
        added=_rates(added.rate),
        single=_rates(single.rate),
        contingent=tuple(words.finding(one) for one in check.findings),
        lender=True,
        stated=added.stated.percent() if added.stated else "",
    )


def _line(line: Checked, account: Account, words: Wording) -> CostLine:
    assert line.cost is not None
    name = words.text("paper.cost.interest") if line.code == INTEREST else line.code
    stated = line.stated.percent() if line.stated else ""
    return CostLine(
        name,
        line.payee or (account.bank if line.code == INTEREST else "—"),
        line.cost.total,
        *_rates(line.rate),
        stated,
    )


def _sheet(file: CaseFile, account: Account, version: PlanVersion, words: Wording) -> CostSheet:
    plan = schedule(version.terms)
    table = cost_of_schedule(plan)
    which = words.text("paper.comparison.version", {"no": str(version.version)})
    method = words.text(f"paper.method.{plan.terms.method}")
    lines = tuple(
        CostLine(words.text(f"paper.cost.{one.item.code}"), account.bank, one.total, *_rates(one.rate))
        for one in (table.items if table else ())
    )
    return CostSheet(
        bank=account.bank,
        account=account_label(account, words),
        plan=words.text("paper.formulas.plan", {"which": which, "method": method, "count": str(len(plan.rows))}),
        lent=table.lent if table else Money.zero(account.currency),
        cost=table.cost if table else Money.zero(account.currency),
        lines=lines,
        added=_rates(table.added) if table else _NONE,
        single=_rates(table.single) if table else _NONE,
        contingent=tuple(_contingent(file, account, words)),
    )


def _rates(rate: TrueRate) -> tuple[str, str]:
    return Rate(rounded(rate.simple, _PLACES)).percent(), Rate(rounded(rate.compound, _PLACES)).percent()


def _contingent(file: CaseFile, account: Account, words: Wording) -> Iterator[str]:
    """By the rules of the case; the contract decides."""
    growth, surcharge = file.pack.growth_of(account.product), file.pack.limits.penalty_surcharge
    if growth.penalty_rate is not None:
        yield words.text("paper.cost.penalty", {"rate": Rate(growth.penalty_rate).percent(), "payee": account.bank})
    if surcharge is not None and account.product != "credit_card":
        yield words.text("paper.cost.surcharge", {"rate": Rate(surcharge).percent(), "payee": account.bank})
