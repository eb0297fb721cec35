"""The terms of one repayment plan, as agreed or tried out. Values only; `schedule` turns them into rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal, get_args

from workstation.money import HALF_UP, Money, Rounding
from workstation.rates import DayCount, Rate

Method = Literal[
    "equal_instalment", "equal_principal", "interest_free", "flat_fee", "flat_interest", "step", "custom", "lump_sum"
]
METHODS: Final[tuple[Method, ...]] = get_args(Method)
"""The one list of methods above the packs, which have their own words for it in `policy.rules`; a test holds them equal."""
Treatment = Literal["waive", "in_plan", "capitalise", "first_instalment", "up_front"]
ShiftRule = Literal["none", "following", "preceding", "modified_following"]
_MONTH_DAYS: Final = 30


@dataclass(frozen=True, slots=True)
class Every:
    """The step between due days: whole months, or days when ``days`` is set."""

    months: int = 1
    days: int = 0

    @property
    def in_months(self) -> Fraction:
        """The step in months; days count in months of 30, as 30/360 does."""
        return Fraction(self.days, _MONTH_DAYS) if self.days else Fraction(self.months)

    def monthly(self, payment: Money) -> Money:
        """A payment at every step as an amount a month, rounded up: a burden never reads lighter than it is."""
        return payment.times(1 / self.in_months, Rounding(mode="up"))


MONTHLY: Final = Every()


@dataclass(frozen=True, slots=True)
class Step:
    """From instalment ``start`` (1-based) on, each payment is ``amount``; None only in the last step: it is solved."""

    start: int
    amount: Money | None


@dataclass(frozen=True, slots=True)
class FixedPayment:
    """Instalment ``no`` (1-based) pays exactly ``amount``."""

    no: int
    amount: Money


@dataclass(frozen=True, slots=True)
class Terms:
    """What the plan calculator is asked. Give ``instalments`` or ``affordable`` (the most one payment may be).

    ``principal``, ``interest``, ``penalty``, ``fees`` are what is owed today; each treatment says where the old amount goes.
    ``period_fee`` is a share of the original principal a period (flat_fee only); original means what is financed before
    the down payment, after waiver and with what is capitalised. The months of a deferral lie before ``first_due``; where
    it leaves no room for them after ``interest_from``, the first due day moves by as many months.
    """

    principal: Money
    first_due: date
    interest_from: date
    interest: Money
    penalty: Money
    fees: Money
    waive_principal: Money
    down_payment: Money
    method: Method = "equal_instalment"
    instalments: int | None = None
    affordable: Money | None = None
    every: Every = MONTHLY
    rate: Rate = Rate(Decimal(0))
    day_count: DayCount = "30/360"
    period_fee: Decimal = Decimal(0)
    treat_interest: Treatment = "in_plan"
    treat_penalty: Treatment = "in_plan"
    treat_fees: Treatment = "in_plan"
    grace_principal: int = 0
    grace_interest: int = 0
    deferral_months: int = 0
    deferral_interest: Literal["stops", "accrues"] = "stops"
    steps: tuple[Step, ...] = ()
    fixed: tuple[FixedPayment, ...] = ()
    skip_months: tuple[int, ...] = ()
    rounding: Rounding = HALF_UP
    remainder: Literal["last", "first"] = "last"
    shift: ShiftRule = "none"
    calendar: str | None = None

    @property
    def components(self) -> tuple[Money, Money, Money, Money]:
        """What is owed by component, as `Account.components`."""
        return self.principal, self.interest, self.penalty, self.fees

    @property
    def currency(self) -> str:
        """ISO 4217 code of every amount here."""
        return self.principal.currency
