"""Gathers what a packet says from a case file: every sum, label and date is finished here, templates only place them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from workstation.casework.case_file import CaseFile
from workstation.casework.gates import monthly_payment
from workstation.casework.gating.asked_for import requested
from workstation.casework.income.living_costs import guideline_source, usual_costs
from workstation.casework.keeping.accounts import balances_on
from workstation.casework.said.fields import APPLICATION
from workstation.documents.packet.code.facts import code_facts
from workstation.documents.packet.exhibits.shown import exhibit_figures, waiver_figures
from workstation.documents.packet.figures import (
    AccountFigures,
    ApplicantFigures,
    BudgetFigures,
    BudgetLineFigures,
    HardshipFigures,
    OwedFigures,
    PacketFigures,
    PlannedFigures,
    SinceFigures,
)
from workstation.documents.packet.filing.gather import filing_figures
from workstation.documents.packet.plan_figures import account_label, granted_on, plan_figures
from workstation.documents.packet.provenance import provenance
from workstation.documents.typesetting.amounts_in_words import in_words
from workstation.money import Money, total
from workstation.plan.debt.balances import COMPONENTS
from workstation.profile.account import Account
from workstation.profile.account_fact import standing_facts
from workstation.profile.budget import Side
from workstation.rates import share_percent
from workstation.wording import Wording


def packet_figures(
    file: CaseFile, bank: str, version: int = 1, income_gaps: Sequence[str] = (), made_on: date | None = None
) -> PacketFigures:
    """All figures of the packet of one case for one bank.

    ``version`` counts the packets written for that bank; ``income_gaps`` are the months (``2026-08``) in which the
    statements show no income; ``made_on`` is the file's day unless named.
    """
    words, case = Wording(file.paper_language), file.case
    accounts = tuple(account_figures(file, account, words) for account in file.applied_for(bank))
    debts = tuple(account_figures(file, account, words) for account in file.debts)
    plans = tuple(
        plan_figures(plan, file.schedules[plan.id], account, words, case.language)
        for account in file.applied_for(bank)
        if (plan := file.chosen(account.id)) is not None
    )
    day = made_on or file.today
    exhibits = exhibit_figures(file, bank, words, day)
    figures = PacketFigures(
        language=file.paper_language,
        bank=bank,
        number=case.number,
        version=version,
        made_on=words.day(day),
        desk=file.settings.desk_name,
        agent=file.settings.agent,
        desk_phone=file.settings.phone,
        emergency=_emergency(file, bank, words),
        repayment_account=file.said(APPLICATION, bank).get("repayment_account", ""),
        adviser=file.settings.role == "debtor_adviser",
        applicant=applicant_figures(file, words),
        accounts=accounts,
        owed=owed(accounts, case.language),
        debts=debts,
        debts_owed=owed(
            accounts if file.pack.filing.single else debts, case.language
        ),  # what is kept apart is not added
        hardship=_hardship(file, bank, words, income_gaps),
        plans=plans,
        budget=_budget(file, words, planned_monthly(file, bank, words)),
        exhibits=exhibits,
        waivers=waiver_figures(file, words),
        provenance=(),
        papers=file.pack.filing.papers,
        filing=filing_figures(file, accounts, plans, words),
        granted=words.day(
            granted_on(file, [one for account in file.applied_for(bank) if (one := file.chosen(account.id))])
        ),
    )
    facts = code_facts(file, bank, figures)
    return replace(figures, facts=facts, provenance=provenance(file, bank, figures, words))


def applicant_figures(file: CaseFile, words: Wording) -> ApplicantFigures:
    """The debtor as the papers name them."""
    debtor = file.debtor

    def label(section: str, code: str) -> str:
        return words.text(f"{section}.{code}") if code else ""

    known = debtor.children is not None or debtor.other_dependants is not None
    return ApplicantFigures(
        name=debtor.name,
        resident_id=debtor.resident_id,
        sex=label("sex", debtor.sex or ""),
        phone=debtor.phone(),
        residence=debtor.address("residence"),
        registered=debtor.address("registered"),
        employer=debtor.employer,
        position=debtor.position,
        employment=label("employment", debtor.employment),
        marital=label("marital", debtor.marital),
        dependants=words.text("paper.unit.persons", {"count": str(debtor.dependants)}) if known else "",
        housing=label("housing", debtor.housing),
        pay_day=day_of_month(debtor.pay_day, words),
    )


def day_of_month(day: int | None, words: Wording) -> str:
    """``每月 15 日``; nothing where no day is known."""
    return words.text("paper.unit.day_of_month", {"day": str(day)}) if day else ""


def _emergency(file: CaseFile, bank: str, words: Wording) -> str:
    """The person around the debtor whom the application names: nobody who was not chosen for it, or who asked to be left alone."""
    name = file.said(APPLICATION, bank).get("emergency_contact", "")
    one = next((one for one in file.debtor.contacts if one.name == name and not one.stop), None)
    if one is None:
        return ""
    relation = words.text(f"relation.{one.relation}") if one.relation else ""
    return words.text("paper.list_separator").join(part for part in (one.name, relation, one.phone) if part)


def account_figures(file: CaseFile, account: Account, words: Wording) -> AccountFigures:
    """One debt, its parts and since when it is overdue; both are told as they are on one day, that of the balance."""
    day = account.as_of or file.today
    late = account.days_overdue(day)
    return AccountFigures(
        bank=account.bank,
        label=account_label(account, words),
        principal=account.principal,
        interest=account.interest,
        penalty=account.penalty,
        fees=account.fees,
        owed=account.owed,
        as_of=words.day(day),
        due_on=words.day(account.due_on),
        overdue_since=words.day(account.overdue_since),
        days=late,
        bucket=file.pack.bucket(late),
        purpose=account.purpose,
        card=account.product == "credit_card",
        id=account.id,
        number=account.number if file.pack.papers.account_number.value == "whole" else account.tail,
        statement_day=day_of_month(account.statement_day, words),
        limit=account.limit,
        assigned=assigned(file, account.id, words),
        since=_since(file, account, words),
    )


def _since(file: CaseFile, account: Account, words: Wording) -> SinceFigures | None:
    book = balances_on(file, account, file.today)
    charged = book.owed + book.received - Money(book.credit, book.currency) - account.owed
    if not book.received and not charged:
        return None
    parts = tuple((name, book.balances.part(name)) for name in COMPONENTS)
    return SinceFigures(book.received, charged, words.day(file.today), book.owed, parts)


def assigned(file: CaseFile, account_id: str, words: Wording) -> str:
    """Who became creditor of a debt last, and since when; empty while the bank is."""
    fact = next((one for one in reversed(standing_facts(file.facts, account_id)) if one.kind == "assigned"), None)
    told = {"party": fact.party, "day": words.day(fact.on)} if fact is not None else None
    return words.text("paper.application.assigned", told) if told is not None else ""


def owed(accounts: Sequence[AccountFigures], language: str) -> tuple[OwedFigures, ...]:
    """One sum a currency, in order of appearance."""
    found = []
    for currency in dict.fromkeys(account.owed.currency for account in accounts):
        group = [account for account in accounts if account.owed.currency == currency]
        sum_ = total([account.owed for account in group])
        found.append(
            OwedFigures(
                principal=total([account.principal for account in group]),
                interest=total([account.interest for account in group]),
                penalty=total([account.penalty for account in group]),
                fees=total([account.fees for account in group]),
                owed=sum_,
                words=in_words(sum_, language),
                currency=currency,
            )
        )
    return tuple(found)


def _hardship(file: CaseFile, bank: str, words: Wording, gaps: Sequence[str]) -> HardshipFigures:
    case, language = file.case, file.case.language
    reason = file.pack.reasons.get(case.reason)
    period = ""
    if case.reason_from:
        span = {"from": words.day(case.reason_from), "to": words.day(case.reason_to)}
        period = words.text("paper.from_to" if case.reason_to else "paper.since", span)
    return HardshipFigures(
        reason=reason.text(language) if reason else case.reason,
        period=period,
        note=case.reason_note,
        gaps=words.text("paper.list_separator").join(gaps),
        requests=tuple(
            request.text(language) if (request := file.pack.requests.get(code)) else code
            for code in requested(file, bank)
        ),
        source=case.repayment_source,
        proposal=case.repayment_proposal,
    )


def planned_monthly(file: CaseFile, bank: str, words: Wording) -> tuple[PlannedFigures, ...]:
    """What every chosen plan takes out of the month of this household; a lump sum is paid from elsewhere."""
    found = []
    for plan in file.running_plans:
        account, monthly = file.account(plan.account_id), monthly_payment(file, plan)
        if monthly is not None and monthly.currency == file.budget.currency:
            here = account in file.filed_with(bank)
            found.append(PlannedFigures(account.bank, account_label(account, words), monthly, here))
    return tuple(found)


def _budget(file: CaseFile, words: Wording, planned: tuple[PlannedFigures, ...]) -> BudgetFigures:
    budget, usual = file.budget, usual_costs(file, words)

    def lines(side: Side) -> tuple[BudgetLineFigures, ...]:
        return tuple(
            BudgetLineFigures(
                category=words.text(f"category.{side}.{line.category}"),
                every=words.text(f"every.{line.every}"),
                amount=line.amount,
                monthly=line.monthly(),
                note=line.note,
                usual=usual.get(line.category, "") if side == "expense" else "",
            )
            for line in budget.lines
            if line.side == side
        )

    surplus = budget.surplus
    here = [one.monthly for one in planned if one.here]
    requested = total(here) if here else None
    together = total([one.monthly for one in planned]) if planned else None
    return BudgetFigures(
        income=lines("income"),
        expense=lines("expense"),
        priority=lines("priority_debt"),
        income_total=budget.of("income"),
        expense_total=budget.of("expense"),
        priority_total=budget.of("priority_debt"),
        surplus=surplus,
        payments=requested,
        left=surplus - together if together else None,
        share=_share(requested, surplus),
        planned=planned,
        planned_total=together,
        guideline_source=guideline_source(file, words) if usual else "",
    )


def _share(part: Money | None, whole: Money) -> str:
    """Nothing where there is no surplus."""
    return "" if part is None or whole.minor <= 0 else share_percent(part.share_of(whole))
