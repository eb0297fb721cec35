"""Between the fields of the planning page and terms: what a form shows of terms, and the terms that its fields mean."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from ui.form import Form
from ui.pages.plan.undo import Leads
from workstation.actions.plans.versions import first_terms, opening_terms
from workstation.errors import Finding, Refused
from workstation.money import Rounding
from workstation.plan.options.candidates import EVEN_BUT_LESS_LAST
from workstation.plan.schedule.terms import Every, FixedPayment, Step, Terms
from workstation.profile.account import Account
from workstation.rates import Rate

WITH_INTEREST: Final = ("equal_instalment", "equal_principal", "flat_interest", "step", "custom")
BY_ROW: Final = ("step", "custom", "lump_sum")
"""Methods that need their number of rows; what can be paid does not lead to it."""
NO_RATE: Final = Rate(Decimal(0))
STEPS: Final = 6
"""Steps that have a field; terms from elsewhere may have more."""
_COUNTS: Final = ("deferral_months", "grace_principal", "grace_interest")
"""Counts whose empty field means none."""
_SAME: Final = (
    "method", "instalments", "affordable", "first_due", "down_payment", "treat_interest", "treat_penalty", "treat_fees",
    "deferral_interest", "waive_principal", "interest_from", "day_count", "remainder", "shift", "calendar", "skip_months",
)  # fmt: skip
_WEEK: Final = 7
UNITS: Final = {"1": "0.01", "10": "0.1", "100": "1", "1000": "10"}
USUAL: Final[Mapping[str, object]] = {
    "every_count": "1", "every_unit": "months", "grace_interest": "", "deferral_interest": "stops", "day_count": "30/360",
    "remainder": "last", "rounding": "1", "rounding_mode": EVEN_BUT_LESS_LAST.mode, "shift": "none", "calendar": "",
    "skip_months": "",
}  # fmt: skip
"""What stands behind the second sheet as long as nobody asks for something else."""


def first_trial(account: Account, today: date, pay_day: int | None) -> dict[str, object]:
    """What a first trial starts from; the account's rate stands ready for methods that bear interest."""
    return {**USUAL, **shown_terms(first_terms(account, today, pay_day)), "rate": account.rate}


def shown_terms(terms: Terms) -> dict[str, object]:
    """Terms as the form knows them."""
    shown: dict[str, object] = {key: getattr(terms, key) for key in _SAME}
    shown |= {key: getattr(terms, key) or None for key in _COUNTS}
    shown |= {"rounding": str(terms.rounding.unit), "rounding_mode": terms.rounding.mode}
    shown["rate"] = Rate(terms.period_fee) if terms.period_fee else terms.rate if terms.rate.value else None
    days = terms.every.days
    weeks = days > 0 and days % _WEEK == 0
    shown["every_unit"] = "weeks" if weeks else "days" if days else "months"
    shown["every_count"] = days // _WEEK if weeks else days or terms.every.months
    return shown | shown_steps(terms.steps)


def further_steps(terms: Terms) -> tuple[Step, ...]:
    """The steps that have no field."""
    return terms.steps[STEPS:]


def shown_steps(steps: tuple[Step, ...]) -> dict[str, object]:
    """Steps as their fields know them."""
    shown: dict[str, object] = {}
    for no, step in enumerate(steps[:STEPS], 1):
        shown |= {f"step_{no}_from": step.start, f"step_{no}_amount": step.amount}
    return shown


def made_terms(
    form: Form, account: Account, leads: Leads, fixed: tuple[FixedPayment, ...], further: tuple[Step, ...] = ()
) -> Terms:
    """The terms that the fields mean, with ``further`` steps that have no field. Raises `Refused` with what cannot be read."""
    values = form.draft()
    missing = [Finding("required_field", f"terms.{key}") for key in ("first_due", "interest_from") if not values[key]]
    if missing:
        form.show(missing)
        raise Refused(*missing)
    method = values["method"]
    steps = _steps(values, further)
    values |= {"instalments": None} if leads == "affordable" and method not in BY_ROW else {"affordable": None}
    values |= {key: values[key] or 0 for key in _COUNTS}
    values |= _priced(values) | _counted(values)
    values |= {"calendar": values["calendar"] or None, "steps": steps if method == "step" else ()}
    count = values["instalments"]
    values["fixed"] = tuple(one for one in fixed if count is None or one.no <= count)
    return opening_terms(account, **values)


def _steps(values: dict[str, Any], further: tuple[Step, ...]) -> tuple[Step, ...]:
    """The steps whose start is given; their fields leave ``values``."""
    found = []
    for no in range(1, STEPS + 1):
        start, amount = values.pop(f"step_{no}_from"), values.pop(f"step_{no}_amount")
        if start is not None:
            found.append(Step(start, amount))
        elif amount is not None:
            raise Refused(Finding("required_field", f"steps[{no - 1}]"))
    return (*found, *further)


def _counted(values: dict[str, Any]) -> dict[str, Any]:
    """How often a row is due, and how amounts are rounded."""
    count, unit = values.pop("every_count"), values.pop("every_unit")
    days = (count or 1) * (_WEEK if unit == "weeks" else 1)
    rounding = Rounding(int(values["rounding"]), values.pop("rounding_mode"))
    return {"every": Every(count or 1) if unit == "months" else Every(0, days), "rounding": rounding}


def _priced(values: dict[str, Any]) -> dict[str, Any]:
    """One field holds the yearly rate or the fee a period, by the method."""
    rate: Rate = values["rate"] or NO_RATE
    if values["method"] == "interest_free":
        rate = NO_RATE
    flat_fee = values["method"] == "flat_fee"
    return {"period_fee": rate.value if flat_fee else NO_RATE.value, "rate": NO_RATE if flat_fee else rate}
