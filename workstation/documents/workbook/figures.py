"""The figures of a case workbook, gathered from a case file: values and labels only, no layout."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from workstation.casework.case_file import CaseFile
from workstation.casework.claims.lender_costs import kept_table, lent_accounts
from workstation.casework.debt_orders import DebtOrders, OrderLine, order_lines, orders_or_why
from workstation.casework.keeping.accounts import is_kept, kept_account, owed_today
from workstation.documents.packet.figures import PacketFigures
from workstation.documents.workbook.option_figures import AccountOptionFigures, Evaluated, option_figures
from workstation.documents.workbook.sources import SourceFigures, source_figures
from workstation.evidence.checklist import ChecklistLine, alternatives, line_met
from workstation.evidence.verification import EvidenceItem
from workstation.money import Money
from workstation.plan.rate.cost_table import CostTable
from workstation.plan.schedule.calculate import Schedule, schedule
from workstation.plan.schedule.cost import cost_of_schedule
from workstation.plan.schedule.lender_table import lender_costs
from workstation.plan.version import PlanVersion
from workstation.profile.account import Account
from workstation.profile.budget import Budget
from workstation.wording import Wording

FALLBACK_LANGUAGE: Final = "zh-Hans"


@dataclass(frozen=True, slots=True)
class AccountSheetFigures:
    """One account as the summary shows it, with what is owed today; only the tail of its number leaves the desk."""

    account: Account
    product: str
    days_overdue: int
    bucket: str


@dataclass(frozen=True, slots=True)
class PlanSheetFigures:
    """A chosen plan with its schedule. ``granted``: the bank has said yes; until then it reads as applied for.

    ``received``: the number of a row and what came of it, where the plan is kept.
    """

    account: AccountSheetFigures
    version: int
    schedule: Schedule
    granted: bool
    received: tuple[tuple[int, Money], ...] = ()


@dataclass(frozen=True, slots=True)
class EvidenceFigures:
    """One required proof and the item that stands for it (blank fields when none was received). ``check`` as a catalogue key."""

    title: str
    state: str
    issuer: str = ""
    form: str = ""
    file_name: str = ""
    issued_on: date | None = None
    received_on: date | None = None
    check: str = ""
    checked_by: str = ""
    checked_on: date | None = None
    stale_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class PlanCosts:
    """The costs of a chosen plan item by item, under its account; ``lender``: of a lender's table, its items as typed."""

    title: str
    table: CostTable
    lender: bool = False


@dataclass(frozen=True, slots=True)
class OrderSheetFigures:
    """The orders of paying several debts, or what keeps them from being compared, as sentences; neither for a single debt."""

    lines: tuple[OrderLine, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WorkbookFigures:
    """Everything a case workbook shows, in the language of the papers, as of ``on``."""

    language: str
    on: date
    case_number: str
    name: str
    agent: str
    desk: str
    reason: str
    requests: tuple[str, ...]
    source: str
    accounts: tuple[AccountSheetFigures, ...]
    plans: tuple[PlanSheetFigures, ...]
    budget: Budget
    evidence: tuple[EvidenceFigures, ...]
    max_instalments: int
    options: tuple[AccountOptionFigures, ...] = ()
    sources: tuple[SourceFigures, ...] = ()
    orders: OrderSheetFigures = OrderSheetFigures()
    costs: tuple[PlanCosts, ...] = ()


@dataclass(frozen=True, slots=True)
class Bound:
    """The packet of one bank as far as the workbook speaks of it: its figures, and the page of each anchor (none: not bound)."""

    packet: PacketFigures
    pages: Mapping[str, int]


def workbook_figures(
    file: CaseFile, evaluated: Sequence[Evaluated] = (), packets: Sequence[Bound] = ()
) -> WorkbookFigures:
    """What the workbook of a case shows: read from its file, the options that were ``evaluated``, the sources of its packets."""
    words, case = Wording(file.paper_language), file.case
    accounts = {account.id: account_figures(file, account, words) for account in file.accounts}
    return WorkbookFigures(
        language=file.paper_language,
        on=file.today,
        case_number=case.number,
        name=file.debtor.name,
        agent=file.settings.agent,
        desk=file.settings.desk_name,
        reason=_label(file, "reasons", case.reason),
        requests=tuple(_label(file, "requests", code) for code in case.requests),
        source=case.repayment_source,
        accounts=tuple(accounts.values()),
        plans=tuple(plan_figures(file, plan, accounts[plan.account_id]) for plan in file.chosen_plans),
        budget=file.budget,
        evidence=tuple(one for line in file.checklist for one in _evidence(file, line)),
        max_instalments=file.pack.limits.max_instalments,
        options=option_figures(file, evaluated, words),
        sources=tuple(one for bound in packets for one in source_figures(bound.packet, bound.pages, words)),
        orders=_orders(file, words),
        costs=tuple(_costs(file, accounts)),
    )


def _costs(file: CaseFile, accounts: Mapping[str, AccountSheetFigures]) -> Iterator[PlanCosts]:
    """As the paper of the same figures, none for cases of another place, since both sums name rules of the mainland."""
    if not file.mainland:
        return
    for account in lent_accounts(file, ""):
        if (kept := kept_table(file, account)) is not None:
            yield PlanCosts(f"{account.bank}　{account.tail}", lender_costs(kept), True)
    for plan in file.chosen_plans:
        table, account = cost_of_schedule(schedule(plan.terms)), accounts[plan.account_id].account
        if table is not None:
            yield PlanCosts(f"{account.bank}　{account.tail}", table)


def _orders(file: CaseFile, words: Wording) -> OrderSheetFigures:
    found = orders_or_why(file)
    if isinstance(found, DebtOrders):
        return OrderSheetFigures(order_lines(found, words))
    return OrderSheetFigures(missing=tuple(words.finding(one) for one in found))


def account_figures(file: CaseFile, account: Account, words: Wording) -> AccountSheetFigures:
    """One account of a case."""
    key = f"product.{account.product}"
    product = words.text(key) if words.has(key) else account.product
    owed = owed_today(file, account)
    late = account.days_overdue(file.today) if owed.owed else 0
    return AccountSheetFigures(owed, product, late, file.pack.bucket(late))


def plan_figures(file: CaseFile, plan: PlanVersion, account: AccountSheetFigures) -> PlanSheetFigures:
    """One chosen plan of a case."""
    decision = file.decision(plan.id, "bank")
    granted = decision is not None and decision.decision == "granted"
    received = _received(file, plan) if is_kept(file, plan) else ()
    return PlanSheetFigures(account, plan.version, file.schedules[plan.id], granted, received)


def _received(file: CaseFile, plan: PlanVersion) -> tuple[tuple[int, Money], ...]:
    """What came of each row; one that was moved is still the row of its number."""
    found: dict[int, Money] = {}
    for one in kept_account(file, file.account(plan.account_id)).keeping.instalments:
        if one.received:
            found[one.no] = found.get(one.no, Money.zero(one.currency)) + one.received
    return tuple(found.items())


def _label(file: CaseFile, section: str, code: str) -> str:
    labelled = getattr(file.pack, section).get(code)
    return _titled(labelled.title, file.case.language) if labelled else code


def _titled(title: dict[str, str], language: str) -> str:
    return title.get(language) or title[FALLBACK_LANGUAGE]


def _evidence(file: CaseFile, line: ChecklistLine) -> list[EvidenceFigures]:
    title = _titled(dict(line.requirement.title), file.case.language)
    if line.state == "missing" and any(line_met(one, "received") for one in alternatives(file.checklist, line)):
        return [EvidenceFigures(title, "not_needed")]
    if not line.items:
        return [EvidenceFigures(title, line.state, stale_on=line.stale_on, note=_waiver(file, line))]
    return [_item(file, line, title, item) for item in line.items]


def _item(file: CaseFile, line: ChecklistLine, title: str, item: EvidenceItem) -> EvidenceFigures:
    checks = [one for one in file.verifications if one.item_id == item.id]
    last = checks[-1] if checks else None
    return EvidenceFigures(
        title=title,
        state=line.state,
        issuer=line.requirement.issuer_text(item.issuer, file.case.language),
        form=item.form,
        file_name=item.file_name,
        issued_on=item.issued_on,
        received_on=file.day_of(item.received_at),
        check=last.check if last else "",
        checked_by=last.by if last else "",
        checked_on=file.day_of(last.at) if last else None,
        stale_on=line.stale_on,
        note=(last.note if last else "") or item.note or _waiver(file, line),
    )


def _waiver(file: CaseFile, line: ChecklistLine) -> str:
    found = [waiver for waiver in file.waivers if waiver.requirement == line.requirement.code]
    return found[-1].reason if found and line.state == "waived" else ""
