"""Between the fields of the planning page and terms: what a form shows of terms, and the terms that its fields mean."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, Final

from ui.form import Form
from ui.pages.plan_draft import Leads
from workstation.actions.plans import opening_terms
from workstation.dates import add_months
from workstation.errors import Finding, Refused
from workstation.plan.options_candidates import EVEN_BUT_LESS_LAST
from workstation.plan.terms import FixedPayment, Terms
from workstation.profile.account import Account
from workstation.rates import Rate

COMPONENTS: Final = ("principal", "interest", "penalty", "fees")
METHODS: Final = ("interest_free", "equal_instalment", "equal_principal", "flat_fee", "flat_interest", "lump_sum")
WITH_INTEREST: Final = ("equal_instalment", "equal_principal", "flat_interest")
NO_RATE: Final = Rate(Decimal(0))
_MONTHS: Final = ("deferral_months", "grace_principal")
"""Counts whose empty field means none."""
UNITS: Final = {"1": "0.01", "10": "0.1", "100": "1", "1000": "10"}


def first_trial(account: Account, today: date) -> dict[str, object]:
    """What a first trial starts from: a year without interest from the account's next due day."""
    return {
        "method": "interest_free", "instalments": 12,
        "first_due": add_months(today, 1, account.due_day or today.day), "treat_interest": "in_plan",
        "treat_penalty": "waive", "treat_fees": "in_plan", "deferral_interest": "stops", "rounding": "1",
        "rate": account.rate,
    }  # fmt: skip


def shown_terms(terms: Terms) -> dict[str, object]:
    """Terms as the form knows them."""
    same = ("method", "instalments", "affordable", "first_due", "down_payment", "treat_interest", "treat_penalty",
            "treat_fees", "deferral_interest", "waive_principal")  # fmt: skip
    shown: dict[str, object] = {key: getattr(terms, key) for key in same}
    shown["rounding"] = str(terms.rounding.unit)
    shown |= {key: getattr(terms, key) or None for key in _MONTHS}
    shown["rate"] = Rate(terms.period_fee) if terms.period_fee else terms.rate if terms.rate.value else None
    return shown


def made_terms(
    form: Form, base: Terms | None, account: Account, today: date, leads: Leads, fixed: tuple[FixedPayment, ...]
) -> Terms:
    """The terms that the fields mean, over ``base`` where there is one. Raises `Refused` with what cannot be read."""
    values = form.draft()
    if values["first_due"] is None:
        found = Finding("required_field", "terms.first_due")
        form.show((found,))
        raise Refused(found)
    values |= {"instalments": None} if leads == "affordable" else {"affordable": None}
    values["rounding"] = replace(base.rounding if base else EVEN_BUT_LESS_LAST, unit=int(values["rounding"]))
    values |= {key: values[key] or 0 for key in _MONTHS}
    values |= _priced(values)
    if values["method"] == "lump_sum":
        values |= {"instalments": values["instalments"] if values["instalments"] == 1 else None, "affordable": None}
    count = values["instalments"]
    values["fixed"] = tuple(one for one in fixed if count is None or one.no <= count)
    if base is None:
        return opening_terms(account, interest_from=account.as_of or today, **values)
    owed = {key: getattr(account, key) for key in COMPONENTS}
    return replace(base, **owed, **values)


def _priced(values: dict[str, Any]) -> dict[str, Any]:
    """One field holds the yearly rate or the fee a period, by the method."""
    rate: Rate = values["rate"] or NO_RATE
    if values["method"] == "interest_free":
        rate = NO_RATE
    flat_fee = values["method"] == "flat_fee"
    return {"period_fee": rate.value if flat_fee else NO_RATE.value, "rate": NO_RATE if flat_fee else rate}
