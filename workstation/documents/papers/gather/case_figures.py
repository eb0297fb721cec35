"""Gathers what single papers say from a case file: head, agreement draft, consent, authority, letter, settlement request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from workstation.casework.case_file import CaseFile
from workstation.casework.gating.agreed import agreed_plans
from workstation.casework.paper_needs import letter_accounts, settled_accounts
from workstation.casework.said.fields import chosen_option, clauses_of
from workstation.documents.packet.figures import AccountFigures, PlanFigures
from workstation.documents.packet.filing.gather import together
from workstation.documents.packet.gather import account_figures, applicant_figures, owed
from workstation.documents.packet.plan_figures import granted_on, plan_figures
from workstation.documents.papers.figures import (
    AgreementFigures,
    AuthorityFigures,
    BankFigures,
    ClauseFigures,
    ConsentFigures,
    DeskFigures,
    HeadFigures,
    ItemFigures,
    LetterFigures,
    SettlementFigures,
)
from workstation.evidence.checklist import ChecklistLine
from workstation.money import Money, total
from workstation.plan.schedule.calculate import schedule
from workstation.plan.version import PlanVersion
from workstation.policy.cited import cited
from workstation.policy.conduct_rules import Conduct
from workstation.policy.rules import Labelled, label
from workstation.profile.account import Account
from workstation.rates import share_percent
from workstation.wording import Wording


def head_figures(file: CaseFile, bank: str) -> HeadFigures:
    """What every single paper knows."""
    contact, settings = file.bank_contact(bank), file.settings
    return HeadFigures(
        language=file.paper_language,
        number=file.case.number,
        made_on=Wording(file.paper_language).day(file.today),
        bank=BankFigures(bank, contact.phone, contact.address, contact.query, contact.repay, contact.object_to),
        desk=DeskFigures(
            settings.desk_name, settings.agent, settings.phone, settings.address, settings.role == "debtor_adviser"
        ),
        applicant=applicant_figures(file, Wording(file.paper_language)),
    )


def agreement_figures(file: CaseFile, bank: str, plan_id: str = "") -> AgreementFigures:
    """The agreement on the chosen plans at a bank, or on one version."""
    words, language = Wording(file.paper_language), file.case.language
    plans = agreed_plans(file, bank, plan_id)
    accounts = _accounts(file, (_account_of(file, plan) for plan in plans), words)
    reason = file.pack.reasons.get(file.case.reason)
    planned = tuple(
        plan_figures(plan, schedule(plan.terms), _account_of(file, plan), words, language) for plan in plans
    )
    return AgreementFigures(
        head=head_figures(file, bank),
        versions=words.text("paper.list_separator").join(dict.fromkeys(str(plan.version) for plan in plans)),
        items=_items(file.pack.agreement, language),
        accounts=accounts,
        owed=owed(accounts, language),
        plans=planned,
        methods=tuple(words.text(f"paper.agreement.method.{plan.terms.method}") for plan in plans),
        waived=tuple(_waived(planned)),
        cautions=_items(file.pack.cautions, language),
        reason=reason.text(language) if reason else "",
        card=any(account.card for account in accounts),
        grace_days=str(file.pack.limits.grace_days),
        approved=words.day(granted_on(file, plans)),
        clauses=tuple(_clauses(file, bank)),
        shares=_claim_shares(accounts) if file.pack.filing.single else (),
        together=tuple(together(planned)) if file.pack.filing.single else (),
        pauses=str(rule.value) if (rule := file.pack.filing.pauses) else "",
    )


def _claim_shares(accounts: Sequence[AccountFigures]) -> tuple[tuple[str, str], ...]:
    """Each bank with its part of all claims."""
    currency = accounts[0].owed.currency if accounts else ""
    accounts = [account for account in accounts if account.owed.currency == currency]
    claims = total([account.owed for account in accounts])
    banks = dict.fromkeys(account.bank for account in accounts)
    sums = {bank: total([account.owed for account in accounts if account.bank == bank]) for bank in banks}
    return tuple((bank, share_percent(owed.share_of(claims))) for bank, owed in sums.items())


def _clauses(file: CaseFile, bank: str) -> Iterator[ClauseFigures]:
    """The sentence of each clause that was chosen, or that the pack takes."""
    for clause in clauses_of(file, bank):
        sentence = label(clause.options[chosen_option(file, bank, clause)], file.case.language)
        yield ClauseFigures(clause.code, clause.part, sentence.replace("{days}", str(file.pack.limits.grace_days)))


def _waived(plans: Sequence[PlanFigures]) -> Iterator[tuple[str, Money]]:
    for currency in dict.fromkeys(plan.currency for plan in plans):
        for part in ("principal", "interest", "penalty", "fees"):
            amounts = [getattr(plan, f"waived_{part}") for plan in plans if plan.currency == currency]
            if (sum_ := total(amounts)).minor:
                yield part, sum_


def consent_figures(file: CaseFile, bank: str) -> ConsentFigures:
    """The consent to the use of what the checklist of this case asks for."""
    return ConsentFigures(
        head=head_figures(file, bank),
        items=_items(file.pack.consent, file.case.language),
        categories=tuple(line.requirement.text(file.case.language) for line in file.checklist if _personal(line)),
        years=str(years.value) if (years := file.pack.conduct.record_years) else "",
    )


def _personal(line: ChecklistLine) -> bool:
    """The consent itself and the authority tell nothing that would need consent."""
    return line.requirement.code not in ("privacy_consent", "power_of_attorney")


def authority_figures(file: CaseFile, bank: str, until: date) -> AuthorityFigures:
    """The authority for the accounts at a bank."""
    words = Wording(file.paper_language)
    return AuthorityFigures(head_figures(file, bank), _accounts(file, file.filed_with(bank), words), words.day(until))


def _hours(conduct: Conduct, words: Wording) -> str:
    """When the bank is spoken with, by the hours of the rules; nothing where they are not known."""
    if conduct.quiet_from is None or conduct.quiet_until is None:
        return ""
    figures = {"from": f"{conduct.quiet_until.value:%H:%M}", "to": f"{conduct.quiet_from.value:%H:%M}"}
    return words.text("paper.from_to", figures)


def letter_figures(file: CaseFile, bank: str, until: date | None) -> LetterFigures:
    """The letter on what is overdue at a bank and under no agreement."""
    words = Wording(file.paper_language)
    accounts = _accounts(file, letter_accounts(file, bank), words)
    return LetterFigures(
        head=head_figures(file, bank),
        items=_items(file.pack.letter, file.case.language),
        accounts=accounts,
        owed=owed(accounts, file.case.language),
        until=words.day(until),
        quiet=_hours(file.pack.conduct, words),
        card=any(account.card for account in accounts),
    )


def settlement_figures(file: CaseFile, bank: str) -> SettlementFigures:
    """The request for the accounts at a bank that are paid."""
    words = Wording(file.paper_language)
    return SettlementFigures(head_figures(file, bank), _accounts(file, settled_accounts(file, bank), words))


def _account_of(file: CaseFile, plan: PlanVersion) -> Account:
    return file.account(plan.account_id)


def _accounts(file: CaseFile, accounts: Iterable[Account], words: Wording) -> tuple[AccountFigures, ...]:
    return tuple(account_figures(file, account, words) for account in accounts)


def _items(items: Sequence[Labelled], language: str) -> tuple[ItemFigures, ...]:
    return tuple(ItemFigures(one.code, one.text(language), cited(one.source.name, language)) for one in items)
