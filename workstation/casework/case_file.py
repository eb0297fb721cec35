"""Everything known about one case on one day, read once and frozen: gates, papers and pages all look at this."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, tzinfo
from functools import cached_property
from typing import Any

from workstation.casework.contacts.records import ContactRecords
from workstation.casework.printed import PrintedPacket
from workstation.casework.said.entry import PaperEntry, standing_entries
from workstation.casework.settings import DeskSettings
from workstation.conversation.contact import ContactEntry
from workstation.conversation.wording.waiver import WordingWaiver
from workstation.evidence.checklist import ChecklistLine, checklist, requirements
from workstation.evidence.consistency import Declaration
from workstation.evidence.figure_source import FigureSource
from workstation.evidence.verification import EvidenceItem, Verification, Waiver
from workstation.money import Money, total
from workstation.plan.rebuilt.claim_sheet import ClaimSheet
from workstation.plan.schedule.calculate import Schedule, schedule
from workstation.plan.schedule.lender_table import LenderTable
from workstation.plan.version import PlanChoice, PlanVersion
from workstation.policy.pack import Pack
from workstation.profile.account import Account
from workstation.profile.account_fact import PROPERTY, AccountFact, securities
from workstation.profile.bank import BankContact
from workstation.profile.budget import Budget
from workstation.profile.case import Case, StageChange
from workstation.profile.debtor import Debtor
from workstation.profile.statement import NO_STATEMENT, Statement
from workstation.promise.adoption import Adoption, MissedTreatment
from workstation.promise.authority import Approval
from workstation.promise.bank_reply import BankReply, OralAgreement
from workstation.promise.ending import OWED_NO_MORE, AccountEnd, ended
from workstation.promise.payment import Payment
from workstation.promise.promise_entry import PromiseChange, PromiseEntry
from workstation.promise.stated_balance import BankBalance
from workstation.promise.wait_grant import PromiseApproval


@dataclass(frozen=True)
class CaseFile:
    """One case with its debtor, accounts, proofs and plans as they stand on ``today``; derived answers are worked out once.

    ``declarations``: what packets that left and other cases of the same person tell of it.
    """

    case: Case
    debtor: Debtor
    budget: Budget
    pack: Pack
    settings: DeskSettings
    today: date
    accounts: tuple[Account, ...] = ()
    contacts: tuple[ContactEntry, ...] = ()
    items: tuple[EvidenceItem, ...] = ()
    verifications: tuple[Verification, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    plans: tuple[PlanVersion, ...] = ()
    choices: tuple[PlanChoice, ...] = ()
    approvals: tuple[Approval, ...] = ()
    changes: tuple[StageChange, ...] = ()
    bank_contacts: tuple[BankContact, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    packets: tuple[PrintedPacket, ...] = ()
    replies: tuple[BankReply, ...] = ()
    adoptions: tuple[Adoption, ...] = ()
    treatments: tuple[MissedTreatment, ...] = ()
    payments: tuple[Payment, ...] = ()
    promises: tuple[PromiseEntry, ...] = ()
    promise_changes: tuple[PromiseChange, ...] = ()
    bank_balances: tuple[BankBalance, ...] = ()
    ends: tuple[AccountEnd, ...] = ()
    oral_agreements: tuple[OralAgreement, ...] = ()
    promise_approvals: tuple[PromiseApproval, ...] = ()
    wording_waivers: tuple[WordingWaiver, ...] = ()
    contact_records: ContactRecords = field(default_factory=ContactRecords)
    sources: tuple[FigureSource, ...] = ()
    entries: tuple[PaperEntry, ...] = ()
    facts: tuple[AccountFact, ...] = ()
    claim_sheets: tuple[ClaimSheet, ...] = ()
    lender_tables: tuple[LenderTable, ...] = ()
    statement: Statement = NO_STATEMENT

    def changed(self, **values: Any) -> CaseFile:
        """The same case with other values in these fields; what follows from them is worked out anew."""
        return replace(self, **values)

    @cached_property
    def checklist(self) -> tuple[ChecklistLine, ...]:
        """Every requirement of this case with its state today, in the pack's order."""
        case, debts = self.case, self.debts
        products = tuple(dict.fromkeys(account.product for account in debts))
        required = requirements(self.pack, case.reason, case.requests, products, self.settings.role, debts)
        owing = tuple(account for account in debts if account.owed)
        return checklist(required, self.live_items, self.verifications, self.waivers, self.today, owing)

    @property
    def live_items(self) -> tuple[EvidenceItem, ...]:
        """Evidence of an entry that was not withdrawn; what nobody has assigned yet proves nothing."""
        return tuple(item for item in self.items if item.requirement and not item.withdrawn)

    @property
    def unassigned(self) -> tuple[EvidenceItem, ...]:
        """Files that were taken in and wait for a person to say which entry they prove."""
        return tuple(item for item in self.items if not item.requirement and not item.withdrawn)

    @property
    def products(self) -> tuple[str, ...]:
        """The distinct products of the accounts, in order."""
        return tuple(dict.fromkeys(account.product for account in self.accounts))

    @property
    def banks(self) -> tuple[str, ...]:
        """The distinct banks of the accounts, in order."""
        return tuple(dict.fromkeys(account.bank for account in self.accounts))

    @cached_property
    def accounts_by_id(self) -> dict[str, Account]:
        """Account id → account, in order."""
        return {account.id: account for account in self.accounts}

    def account(self, account_id: str) -> Account:
        """The account with an id. Raises KeyError."""
        return self.accounts_by_id[account_id]

    def accounts_at(self, bank: str) -> tuple[Account, ...]:
        """The accounts at one bank."""
        return tuple(account for account in self.accounts if account.bank == bank)

    def kept_apart(self, account: Account) -> bool:
        """Whether a debt is secured by a thing and so no part of one application for all creditors: its contract goes on."""
        return self.pack.filing.single and bool(securities(self.facts, account.id, PROPERTY))

    @cached_property
    def negotiated(self) -> tuple[Account, ...]:
        """The accounts of which applications speak: all, or where one speaks for all creditors, those not kept apart."""
        return tuple(account for account in self.accounts if not self.kept_apart(account))

    @cached_property
    def addressees(self) -> tuple[str, ...]:
        """The banks that are applied to: each of the case, or the largest creditor where one application speaks of all."""
        if not self.pack.filing.single or not self.banks:
            return self.banks
        claims = dict.fromkeys(self.banks, 0)
        for account in self.negotiated:
            claims[account.bank] += account.owed.minor if account.currency == self.pack.currency else 0
        return (max(claims, key=lambda bank: claims[bank]),)

    def filed_with(self, bank: str) -> tuple[Account, ...]:
        """The accounts of which an application to a bank speaks: its own, or all that are negotiated for the largest creditor."""
        if self.pack.filing.single:
            return self.negotiated if bank in self.addressees else ()
        return self.accounts_at(bank)

    @property
    def paper_language(self) -> str:
        """The language of the papers with the region whose words they use, ``zh-Hant-TW``."""
        region = self.pack.filing.region
        return f"{self.case.language}-{region}" if region else self.case.language

    @property
    def mainland(self) -> bool:
        """Whether the rules of the case are those of the mainland."""
        return self.pack.currency == "CNY" and self.pack.filing.region in ("", "CN")

    def day_of(self, moment: datetime) -> date:
        """The day of an instant where the pack's rules hold; what is printed must not change with the machine."""
        return moment.astimezone(self.zone).date()

    @property
    def zone(self) -> tzinfo:
        """The time zone of the pack: papers, workbook and screen tell the instants of a case by this one clock."""
        return self.pack.conduct.zone

    def bank_contact(self, bank: str) -> BankContact:
        """How a bank is reached; all empty when nothing is known."""
        return next((one for one in self.bank_contacts if one.bank == bank), BankContact(bank))

    def said(self, paper: str, bank: str) -> Mapping[str, str]:
        """What is said of one paper to one bank, by its keys."""
        return standing_entries(self.entries, paper, bank)

    @property
    def owed(self) -> tuple[Money, ...]:
        """What is owed in all, one sum a currency (unlike currencies are never added)."""
        return sums_by_currency(account.owed for account in self.accounts)

    def bucket(self, account: Account) -> str:
        """The overdue bucket of an account by the pack's edges, ``M4``."""
        return self.pack.bucket(account.days_overdue(self.today))

    def plan(self, plan_id: str) -> PlanVersion | None:
        """A plan version by its id."""
        return next((plan for plan in self.plans if plan.id == plan_id), None)

    def chosen(self, account_id: str) -> PlanVersion | None:
        """The plan version that the latest choice for an account names, if any."""
        picked = [choice.plan_id for choice in self.choices if choice.account_id == account_id]
        return self.plan(picked[-1]) if picked else None

    @cached_property
    def chosen_plans(self) -> tuple[PlanVersion, ...]:
        """The chosen plan of every account that has one and is negotiated, in the order of the accounts."""
        found = (self.chosen(account.id) for account in self.negotiated)
        return tuple(plan for plan in found if plan is not None)

    @property
    def running_plans(self) -> tuple[PlanVersion, ...]:
        """The chosen plans that take something out of the months to come: those of accounts that have not ended."""
        return tuple(plan for plan in self.chosen_plans if self.end(plan.account_id) is None)

    @property
    def debts(self) -> tuple[Account, ...]:
        """The accounts that papers tell as debts: none that is settled or was entered twice; all where nothing else is left."""
        return self._still_owed(self.accounts)

    def applied_for(self, bank: str) -> tuple[Account, ...]:
        """The `debts` of which an application to a bank tells; all of `filed_with` where nothing else is left."""
        return self._still_owed(self.filed_with(bank))

    def _still_owed(self, accounts: tuple[Account, ...]) -> tuple[Account, ...]:
        if not self.ends:
            return accounts
        gone = {one.id for one in accounts if (end := self.end(one.id)) is not None and end.how in OWED_NO_MORE}
        return tuple(one for one in accounts if one.id not in gone) or accounts

    @cached_property
    def open_accounts(self) -> tuple[Account, ...]:
        """The accounts of which something is owed and that were neither settled nor closed."""
        return tuple(account for account in self.accounts if account.owed and ended(self.ends, account.id) is None)

    @property
    def planned_accounts(self) -> tuple[Account, ...]:
        """The open accounts that are to have a plan."""
        return tuple(account for account in self.open_accounts if not self.kept_apart(account))

    def end(self, account_id: str) -> AccountEnd | None:
        """How an account ended; None while it is open."""
        return ended(self.ends, account_id)

    def adoption(self, account_id: str) -> Adoption | None:
        """The schedule that is kept for an account: the latest adoption."""
        return next((one for one in reversed(self.adoptions) if one.account_id == account_id), None)

    @cached_property
    def schedules(self) -> dict[str, Schedule]:
        """Plan id → schedule, for the chosen plans."""
        return {plan.id: self.schedule_of(plan) for plan in self.chosen_plans}

    def schedule_of(self, plan: PlanVersion) -> Schedule:
        """The schedule of a plan of the case, worked out once."""
        found: Schedule = self.worked_out("schedule", plan.id, lambda: schedule(plan.terms))
        return found

    def worked_out(self, what: str, of: str, work: Callable[[], Any]) -> Any:
        """What a judgement that looks at nothing but this file found before, else what it finds now. ``of``: an id."""
        known = self._known
        if (what, of) not in known:
            known[what, of] = work()
        return known[what, of]

    @cached_property
    def _known(self) -> dict[tuple[str, str], Any]:
        return {}

    def decision(self, plan_id: str, authority: str) -> Approval | None:
        """The latest decision of an authority on a plan version."""
        found = [one for one in self.approvals if one.plan_id == plan_id and one.authority == authority]
        return found[-1] if found else None


def sums_by_currency(amounts: Iterable[Money]) -> tuple[Money, ...]:
    """One sum a currency, in order of appearance."""
    groups: dict[str, list[Money]] = {}
    for amount in amounts:
        groups.setdefault(amount.currency, []).append(amount)
    return tuple(total(group) for group in groups.values())
