"""What the two papers for the debtor say, finished: the comparison of plans, and the request for proofs that are missing."""

from __future__ import annotations

from dataclasses import dataclass

from workstation.casework.debt_orders import OrderLine
from workstation.documents.packet.figures import PlanFigures
from workstation.money import Money

Curve = tuple[tuple[int, int], ...]
"""Days from today, whole minor units still owed."""


@dataclass(frozen=True, slots=True)
class OptionFigures:
    """One plan in its column. ``status`` and ``decides`` say that it is applied for, and who has to agree.

    ``payment``: the most that a regular one takes; ``odd``: the one that differs by more than a trifle, named by the plan.
    ``owed_year``: still owed after twelve months; ``saved_year`` and ``saved_end``: less than waiting by then and by the
    last due day (negative: more), None where nobody knows how the debt grows.
    """

    letter: str
    version: str
    chosen: bool
    status: str
    decides: str
    plan: PlanFigures
    payment: Money
    odd: Money | None
    share: str
    owed_year: Money
    saved_year: Money | None
    saved_end: Money | None
    curve: Curve


@dataclass(frozen=True, slots=True)
class HorizonFigures:
    """Doing nothing until a day: ``label`` (``30 天后``), what is owed then, and how much more that is than today."""

    label: str
    on: str
    owed: Money
    more: Money


@dataclass(frozen=True, slots=True)
class WaitingFigures:
    """Doing nothing. ``rate``: the contract's, with its span; ``daily``: as used, where that is another.

    ``compounds``: unpaid interest joins the balance; ``penalised``: a month unpaid costs a penalty. ``cap``: that a year
    costs more than the pack's limit, as a sentence.
    """

    rate: str
    daily: str
    compounds: bool
    penalised: bool
    horizons: tuple[HorizonFigures, ...]
    owed_year: Money
    curve: Curve
    cap: str = ""


@dataclass(frozen=True, slots=True)
class MeanwhileFigures:
    """Half a year seen both ways: what waiting owes, and what the first plan has paid and still owes by then."""

    label: str
    waited: Money
    more: Money
    letter: str
    paid: Money
    left: Money


@dataclass(frozen=True, slots=True)
class ComparedFigures:
    """One account with its plans and with doing nothing; ``waiting`` None: no rate is known. Marks of the chart: (place, text)."""

    bank: str
    account: str
    owed: Money
    as_of: str
    overdue: str
    surplus: Money
    options: tuple[OptionFigures, ...]
    waiting: WaitingFigures | None
    meanwhile: MeanwhileFigures | None
    across: tuple[tuple[int, str], ...]
    upward: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class OrdersFigures:
    """The orders of paying several debts from one sum a month; ``law``: the source of the order of the law, if there is one."""

    lines: tuple[OrderLine, ...]
    monthly: Money
    first_on: str
    minimums: Money
    law: str = ""


@dataclass(frozen=True, slots=True)
class ComparisonFigures:
    """The sheet: a page an account. ``missing``: proofs without which nothing can be applied for. ``orders``: a page of its own,
    None for a single debt and where the orders cannot be compared, which the window explains.
    """

    language: str
    number: str
    made_on: str
    name: str
    desk: str
    agent: str
    accounts: tuple[ComparedFigures, ...]
    missing: tuple[str, ...]
    orders: OrdersFigures | None = None


@dataclass(frozen=True, slots=True)
class RequestedItem:
    """One proof that is asked for. ``state``: its state now; ``others``: proofs that would do as well."""

    title: str
    why: str
    issuers: str
    refused: str
    content: str
    form: str
    fresh: str
    others: tuple[str, ...]
    state: str


@dataclass(frozen=True, slots=True)
class RequestFigures:
    """The request: what is asked for until ``until``, what has come already, and the text behind refused issuers, if any."""

    language: str
    number: str
    made_on: str
    until: str
    name: str
    desk: str
    agent: str
    adviser: bool
    banks: str
    reason: str
    requested: tuple[RequestedItem, ...]
    held: tuple[str, ...]
    refused_source: str
