"""What the papers of a packet say, finished: labels in the language of the case, amounts as Money, nothing left to add up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workstation.casework.said.card_sides import CardSide
from workstation.documents.packet.filing.figures import FilingFigures
from workstation.documents.packet.source_figures import ProvenanceFigures
from workstation.evidence.verification import Mask
from workstation.money import Money, total
from workstation.policy.filing import EACH_BANK


@dataclass(frozen=True, slots=True)
class ApplicantFigures:
    """The debtor as the papers name them; an empty text means not stated."""

    name: str
    resident_id: str = ""
    sex: str = ""
    phone: str = ""
    residence: str = ""
    employer: str = ""
    position: str = ""
    employment: str = ""
    marital: str = ""
    dependants: str = ""
    housing: str = ""
    pay_day: str = ""
    registered: str = ""


@dataclass(frozen=True, slots=True)
class SinceFigures:
    """What came after the day of a stated balance: payments, what an adopted plan charged, what is owed on ``day`` by that."""

    paid: Money
    charged: Money
    day: str
    owed: Money
    parts: tuple[tuple[str, Money], ...]


@dataclass(frozen=True, slots=True)
class AccountFigures:
    """One debt: ``label`` is product and tail. ``due_on``: the due day missed; ``overdue_since``: the first day overdue.

    ``number``: what the packet's own field shows of it, by the pack. ``assigned``: to whom the bank gave the claim away, and when.
    ``since``: what was paid after ``as_of``, if anything.
    """

    bank: str
    label: str
    principal: Money
    interest: Money
    penalty: Money
    fees: Money
    owed: Money
    as_of: str = ""
    due_on: str = ""
    overdue_since: str = ""
    days: int = 0
    bucket: str = ""
    purpose: str = ""
    card: bool = False
    id: str = ""
    number: str = ""
    statement_day: str = ""
    limit: Money | None = None
    assigned: str = ""
    since: SinceFigures | None = None


@dataclass(frozen=True, slots=True)
class OwedFigures:
    """The debts of one currency added up, and the sum in words."""

    principal: Money
    interest: Money
    penalty: Money
    fees: Money
    owed: Money
    words: str
    currency: str


@dataclass(frozen=True, slots=True)
class HardshipFigures:
    """Why the person cannot pay now and what they ask for. ``gaps``: months without income, named."""

    reason: str
    period: str
    note: str = ""
    gaps: str = ""
    requests: tuple[str, ...] = ()
    source: str = ""
    proposal: str = ""


@dataclass(frozen=True, slots=True)
class ExhibitFigures:
    """One bound proof, number ``no`` (1, 2 …). ``verified``: the day, empty while it was not verified.

    ``account_id`` is empty for a proof that speaks of the person.
    ``claimed``: the application names it as proof of the hardship or of the income. A copy with a ``purpose_mark`` is bound as
    pixels, ``masks`` covered in them; ``held_back``: its number is not yet covered, so the copy is not bound. ``cards``: its
    pages that a person confirmed to be sides of a card, which are bound as large as the card.
    """

    no: int
    item_id: str
    requirement: str
    title: str
    file_name: str
    media_type: str
    sha256: str
    issuer: str = ""
    form: str = ""
    document_number: str = ""
    issued_on: str = ""
    covers: str = ""
    verified: str = ""
    check: str = ""
    proves_reason: bool = False
    claimed: bool = False
    account_id: str = ""
    purpose_mark: str = ""
    masks: tuple[Mask, ...] = ()
    held_back: bool = False
    cards: tuple[CardSide, ...] = ()

    @property
    def anchor(self) -> str:
        """The place of its cover line in the packet."""
        return f"exhibit.{self.no}"


@dataclass(frozen=True, slots=True)
class RowFigures:
    """One instalment."""

    no: str
    due_on: str
    opening: Money
    principal: Money
    interest: Money
    fee: Money
    carried: Money
    payment: Money
    closing: Money


@dataclass(frozen=True, slots=True)
class PlanFigures:
    """What is applied for on one account. ``payment`` is the regular one (with ``least`` where rounding moves it by cents),

    ``odd_payment`` the one that differs and ``odd_label`` its name; ``uneven``: ``payment`` is the largest of many, and ``steps``
    are the runs of like payments (first and last number, amount), empty where there are too many to tell.
    """

    account: str
    currency: str
    method: str
    count: int
    every: str
    first_due: str
    last_due: str
    payment: Money
    least: Money | None
    odd_label: str
    odd_payment: Money | None
    uneven: bool
    steps: tuple[tuple[int, int, Money], ...]
    waived_principal: Money
    waived_interest: Money
    waived_penalty: Money
    waived_fees: Money
    waived: Money
    up_front: Money
    rate: str
    simple: str
    compound: str
    rows: tuple[RowFigures, ...]
    total: RowFigures
    overall: Money
    overall_words: str
    deferral: int = 0
    account_id: str = ""


def named_plans(plans: Sequence[PlanFigures], accounts: Sequence[AccountFigures]) -> tuple[PlanFigures, ...]:
    """Plans that name the bank beside the account, where the accounts are of several banks."""
    banks = {account.id: account.bank for account in accounts}
    if len(set(banks.values())) < 2:
        return tuple(plans)
    return tuple(replace(plan, account=f"{banks[plan.account_id]} {plan.account}") for plan in plans)


@dataclass(frozen=True, slots=True)
class BudgetLineFigures:
    """A line of the household's budget as stated and a month; ``usual``: the guideline beside it, empty where there are none."""

    category: str
    every: str
    amount: Money
    monthly: Money
    note: str = ""
    usual: str = ""


@dataclass(frozen=True, slots=True)
class PlannedFigures:
    """What the chosen plan of one account takes a month at most; ``here``: it is of the bank that the packet goes to."""

    bank: str
    account: str
    monthly: Money
    here: bool


@dataclass(frozen=True, slots=True)
class BudgetFigures:
    """Income, spending and priority debts a month, and what all banks together are to get: one household, the same in every packet.

    ``payments``: of the plans for this bank; ``share``: of the surplus, ``69.2%``. ``planned``: every account with a plan, at all
    banks, ``planned_total`` their sum, and ``left`` what all of them leave. None where no plan is paid from the surplus.
    ``guideline_source``: where the guidelines of `BudgetLineFigures.usual` were read.
    """

    income: tuple[BudgetLineFigures, ...]
    expense: tuple[BudgetLineFigures, ...]
    priority: tuple[BudgetLineFigures, ...]
    income_total: Money
    expense_total: Money
    priority_total: Money
    surplus: Money
    payments: Money | None
    left: Money | None
    share: str
    planned: tuple[PlannedFigures, ...] = ()
    planned_total: Money | None = None
    guideline_source: str = ""

    @property
    def elsewhere(self) -> Money | None:
        """What the plans of all other banks take a month; None where there are none."""
        others = [one.monthly for one in self.planned if not one.here]
        return total(others) if others else None


@dataclass(frozen=True, slots=True)
class WaiverFigures:
    """A requirement that a supervisor let go, and why."""

    title: str
    reason: str
    by: str
    on: str


@dataclass(frozen=True, slots=True)
class PacketFigures:
    """Everything that one packet says. ``debts``: all debts at all banks; ``accounts``: those at this bank.

    ``facts``: what the QR picture tells (`code_facts`).
    ``log``: the last entry of the desk's log when this version was first written; it stands in the properties of the PDF.
    ``papers``: those of the packet, in order; ``filing``: of one application for all creditors.
    ``granted``: the day on which the last of its plans was granted; empty while one is not.
    """

    language: str
    bank: str
    number: str
    version: int
    made_on: str
    desk: str
    agent: str
    adviser: bool
    applicant: ApplicantFigures
    accounts: tuple[AccountFigures, ...]
    owed: tuple[OwedFigures, ...]
    debts: tuple[AccountFigures, ...]
    debts_owed: tuple[OwedFigures, ...]
    hardship: HardshipFigures
    plans: tuple[PlanFigures, ...]
    budget: BudgetFigures
    exhibits: tuple[ExhibitFigures, ...]
    waivers: tuple[WaiverFigures, ...]
    provenance: tuple[ProvenanceFigures, ...]
    log: str = ""
    desk_phone: str = ""
    facts: str = ""
    emergency: str = ""
    repayment_account: str = ""
    papers: tuple[str, ...] = EACH_BANK
    filing: FilingFigures | None = None
    granted: str = ""
