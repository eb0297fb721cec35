"""Gathers the tables of costs from plans that are kept: items, their rates, and what comes only when a plan is not kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from workstation.casework.case_file import CaseFile
from workstation.documents.packet.plan_figures import account_label
from workstation.documents.papers.reckoning.cost_figures import CostFigures, CostLine, CostSheet
from workstation.money import Money
from workstation.plan.rate.true_rate import TrueRate
from workstation.plan.schedule.calculate import schedule
from workstation.plan.schedule.cost import cost_of_schedule
from workstation.plan.version import PlanVersion
from workstation.profile.account import Account
from workstation.rates import Rate, rounded
from workstation.wording import Wording

_NONE: Final = ("—", "—")
_PLACES: Final = 4


def cost_figures(file: CaseFile, plans: Sequence[tuple[Account, PlanVersion]]) -> CostFigures:
    """The tables of a case, one plan each."""
    words = Wording(file.case.language)
    return CostFigures(
        language=file.case.language,
        number=file.case.number,
        made_on=file.today.isoformat(),
        name=file.debtor.name,
        desk=file.settings.desk_name,
        sheets=tuple(_sheet(file, account, plan, words) for account, plan in plans),
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
