"""Gathers what one application for all creditors says from a case file: causes, claims and shares, stages, the statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from workstation.casework.case_file import CaseFile
from workstation.casework.income.necessary_living import necessary_living
from workstation.documents.packet.figures import AccountFigures, PlanFigures
from workstation.documents.packet.filing.figures import (
    CauseFigures,
    ClockFigures,
    CreditorFigures,
    EntryFigures,
    FilingFigures,
    LivingFigures,
    SecuredFigures,
    StageFigures,
    TogetherRow,
)
from workstation.documents.packet.plan_figures import account_label
from workstation.money import Money, total
from workstation.policy.rules import label
from workstation.profile.account import Account
from workstation.profile.account_fact import AccountFact, securities
from workstation.profile.statement import ASSETS, DEPENDANTS, StatementLine
from workstation.rates import share_percent
from workstation.wording import Wording

_LIST = "creditor_list"


def filing_figures(
    file: CaseFile, accounts: Sequence[AccountFigures], plans: Sequence[PlanFigures], words: Wording
) -> FilingFigures | None:
    """The figures of one application for all creditors; None where each bank is asked apart."""
    if not file.pack.filing.single or not file.addressees:
        return None
    rule, language, largest = file.pack.filing, file.case.language, file.addressees[0]
    currency = file.pack.currency
    here = [account for account in accounts if account.owed.currency == currency]
    claims = total([account.owed for account in here], currency)
    theirs = total([account.owed for account in here if account.bank == largest], currency)
    cause, reason = rule.cause_of(file.case.reason), file.pack.reasons.get(file.case.reason)
    plans = [plan for plan in plans if plan.currency == currency]
    rows = tuple(together(plans))
    said = file.statement
    return FilingFigures(
        largest=largest,
        largest_owed=theirs,
        largest_share=_share(theirs, claims),
        causes=tuple(CauseFigures(one.code, one.text(language), one is cause) for one in rule.causes),
        uncoded=reason.text(language) if reason and cause is None else "",
        creditors=tuple(_creditors(file, here, claims, plans, words)),
        total=total([plan.overall - plan.total.interest for plan in plans], currency),
        rows=rows,
        stages=_stages(file, plans, rows),
        clocks=tuple(ClockFigures(one.text(language), one.days) for one in rule.clocks if one.starts == "filed"),
        assets=_entries(said.of(*ASSETS), words),
        counts=tuple(str(len(said.of(kind))) for kind in ("vehicle", "building", "land")),  # type: ignore[arg-type]
        trade=_entries(said.of("business"), words),
        incomes=_entries(said.of("income"), words),
        dependants=_entries(said.of(*DEPENDANTS), words),
        dependants_counted=_counted(file, words),
        receivables=_entries(said.of("receivable"), words),
        employer_number=said.employer_number,
        living=_living(file, words),
        listed_on=_listed_on(file, words),
        secured=tuple(_secured(file, account, words) for account in file.debts if file.kept_apart(account)),
    )


def _secured(file: CaseFile, account: Account, words: Wording) -> SecuredFigures:
    told = "\n".join(_security(fact, words) for fact in securities(file.facts, account.id))
    day = words.day(account.as_of or file.today)
    return SecuredFigures(account.bank, account_label(account, words), account.owed, day, told)


def _security(fact: AccountFact, words: Wording) -> str:
    named = {"kind": words.text(f"account_fact.{fact.kind}"), "party": fact.party, "day": words.day(fact.on)}
    told = [words.text("paper.creditors.security_one", named)]
    if fact.amount is not None:
        told.append(words.text("paper.creditors.security_amount", {"amount": fact.amount.grouped()}))
    if fact.proof:
        told.append(words.text("paper.creditors.security_proof", {"proof": fact.proof}))
    return words.text("paper.list_separator").join(told)


def _counted(file: CaseFile, words: Wording) -> str:
    count = file.debtor.dependants
    return words.text("paper.unit.persons", {"count": str(count)}) if count else ""


def _share(part: Money, whole: Money) -> str:
    return share_percent(part.share_of(whole)) if whole.minor else ""


def _creditors(
    file: CaseFile, accounts: Sequence[AccountFigures], claims: Money, plans: Sequence[PlanFigures], words: Wording
) -> Iterator[CreditorFigures]:
    by_account = {plan.account_id: plan for plan in plans}
    for account in accounts:
        plan, reach = by_account.get(account.id), file.bank_contact(account.bank)
        yield CreditorFigures(
            bank=account.bank,
            label=_with_guarantors(file, account, words),
            owed=account.owed,
            share=_share(account.owed, claims),
            monthly=plan.rows[0].payment if plan is not None else None,
            largest=account.bank in file.addressees,
            as_of=account.as_of,
            reach=" ".join(filter(None, (reach.phone, reach.address))),
        )


def _with_guarantors(file: CaseFile, account: AccountFigures, words: Wording) -> str:
    """The debt with whoever stands for it."""
    names = [fact.party for fact in securities(file.facts, account.id, ("guaranteed",))]
    if not names:
        return account.label
    told = {"label": account.label, "names": words.text("paper.list_separator").join(names)}
    return words.text("paper.creditors.guaranteed", told)


def together(plans: Sequence[PlanFigures]) -> Iterator[TogetherRow]:
    """The payments of all plans day by day, where every plan has the same days and nothing is paid before."""
    days = {tuple(row.due_on for row in plan.rows) for plan in plans}
    if len(days) != 1 or len({plan.currency for plan in plans}) != 1 or any(plan.up_front for plan in plans):
        return
    for rows in zip(*(plan.rows for plan in plans), strict=True):
        payments = tuple(row.payment for row in rows)
        yield TogetherRow(rows[0].no, rows[0].due_on, payments, total(payments))


def _stages(file: CaseFile, plans: Sequence[PlanFigures], rows: Sequence[TogetherRow]) -> StageFigures | None:
    """Two stages, where the plans have them: every payment of the first is alike, without interest, and others follow."""
    rule = file.pack.filing.first_stage
    runs = [(amount, len(list(group))) for amount, group in groupby(row.total for row in rows)]
    if rule is None or len(runs) < 2 or runs[0][1] != rule.value:
        return None
    count, monthly = rule.value, runs[0][0]
    if any(row.interest for plan in plans for row in plan.rows[:count]):
        return None
    negotiated = total([plan.overall - plan.total.interest for plan in plans])
    rate = next((plan.rate for plan in plans if plan.rate), "0.00%")
    largest = max((row.total for row in rows[count:]), key=lambda amount: amount.minor)
    others = Money(monthly.minor * (count - 1), monthly.currency)
    return StageFigures(negotiated, count, monthly, negotiated - others, len(rows) - count, largest, rate)


def _entries(lines: Sequence[StatementLine], words: Wording) -> tuple[EntryFigures, ...]:
    return tuple(
        EntryFigures(
            words.text(f"statement_kind.{line.kind}"),
            line.name,
            line.amount,
            _year(line, words),
            share_text(line.share),
            line.note,
        )
        for line in lines
    )


def _year(line: StatementLine, words: Wording) -> str:
    return words.year(line.year) if line.year is not None else ""


def share_text(share: int | None) -> str:
    """``50.00%`` of 5000 hundredths of a percent."""
    return f"{share // 100}.{share % 100:02d}%" if share is not None else ""


def _living(file: CaseFile, words: Wording) -> LivingFigures | None:
    """What the stated spending is compared with: the figure of the place where the debtor lives, on the day of the papers."""
    found = necessary_living(file)
    if found is None:
        return None
    place = label(found.cost.place, file.case.language) if found.cost else ""
    factor, spent = f"{found.rule.factor.value.normalize():f}", file.budget.of("expense")
    year = words.year(file.today.year)
    return LivingFigures(place, year, factor, found.minimum, found.limit, spent, found.stated_source)


def _listed_on(file: CaseFile, words: Wording) -> str:
    issued = [item.issued_on for item in file.live_items if item.requirement == _LIST and item.issued_on]
    return words.day(max(issued)) if issued else ""
