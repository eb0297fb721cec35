"""The named values that a bank's form may ask for: what is known of a debtor, the accounts at the bank, the plans and the budget.

A name like ``account.principal`` means the account that a copy of the form is about; ``account.2.principal`` the second at the
bank. What is not known is empty.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Final, Literal

from workstation.casework.case_file import CaseFile
from workstation.casework.gating.asked_for import requested
from workstation.casework.keeping.accounts import owed_today
from workstation.documents.packet.figures import PlanFigures
from workstation.documents.packet.plan_figures import plan_figures
from workstation.field_ref import FieldRef
from workstation.money import Money, total
from workstation.plan.version import PlanVersion
from workstation.profile.account import Account, account_number
from workstation.rates import Rate
from workstation.wording import Wording

ValueKind = Literal["text", "amount", "day", "number", "code", "codes"]
_NO_RATE: Final = Rate(Decimal(0)).percent()


@dataclass(frozen=True, slots=True)
class KnownValue:
    """One value of a case. ``raw``: text, Money, date, number, a code or a tuple of codes; None or empty when not known.

    ``labels`` words its codes in the language of the papers; ``field_ref`` is where a person would fill it in.
    """

    kind: ValueKind
    raw: Any
    field_ref: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        """Whether it is not known."""
        return self.raw is None or self.raw == "" or self.raw == ()


MOST: Final = 9
"""Accounts, plans and contacts that a form can name by number."""
_NUMBERED: Final = re.compile(r"(account|plan|contact)\.([1-9])\.(\w+)")

NAMES: Final[Mapping[str, ValueKind]] = {
    "debtor.name": "text", "debtor.resident_id": "text", "debtor.sex": "code", "debtor.born_on": "day",
    "debtor.phone": "text", "debtor.email": "text", "debtor.residence": "text", "debtor.registered": "text",
    "debtor.work_address": "text", "debtor.marital": "code", "debtor.children": "number", "debtor.dependants": "number",
    "debtor.housing": "code", "debtor.education": "code", "debtor.employer": "text", "debtor.position": "text",
    "debtor.employment": "code", "debtor.pay_day": "number",
    "contact.name": "text", "contact.relation": "text", "contact.phone": "text",
    "case.number": "text", "case.reason": "code", "case.reason_from": "day", "case.reason_to": "day",
    "case.reason_note": "text", "case.requests": "codes", "case.repayment_source": "text",
    "case.repayment_proposal": "text",
    "bank.name": "text", "desk.name": "text", "desk.agent": "text", "today": "day",
    "account.number": "text", "account.product": "code", "account.currency": "text", "account.principal": "amount",
    "account.interest": "amount", "account.penalty": "amount", "account.fees": "amount", "account.owed": "amount",
    "account.limit": "amount", "account.minimum_due": "amount", "account.due_on": "day", "account.overdue_since": "day",
    "account.days_overdue": "number", "account.opened_on": "day", "account.purpose": "text",
    "owed.principal": "amount", "owed.interest": "amount", "owed.penalty": "amount", "owed.fees": "amount",
    "owed.total": "amount",
    "plan.method": "code", "plan.instalments": "number", "plan.payment": "amount", "plan.first_due": "day",
    "plan.last_due": "day", "plan.due_day": "number", "plan.total": "amount", "plan.down_payment": "amount",
    "plan.waived": "amount", "plan.waived_interest": "amount", "plan.waived_penalty": "amount", "plan.rate": "text",
    "budget.income": "amount", "budget.expense": "amount", "budget.priority": "amount", "budget.surplus": "amount",
}  # fmt: skip
"""Every name with its kind, in the order in which a form's author is offered them."""


_SECTIONS: Final[Mapping[str, str]] = {
    "debtor.sex": "sex", "debtor.marital": "marital", "debtor.housing": "housing", "debtor.education": "education",
    "debtor.employment": "employment", "account.product": "product", "plan.method": "paper.method",
}  # fmt: skip
"""Where the codes of a value are worded; those of reasons and requests belong to the packs."""


def codes_of(name: str, language: str = "en") -> Mapping[str, str]:
    """Code → label of a value that is a code; empty where the packs decide."""
    section = _SECTIONS.get(plain_name(name))
    return Wording(language).choices(section) if section else {}


def kind_of(name: str) -> ValueKind | None:
    """The kind of a name, numbered or not; None for one that the catalogue does not have."""
    return NAMES.get(plain_name(name))


def known_values(file: CaseFile, bank: str, account_id: str = "") -> Mapping[str, KnownValue]:
    """Every value of the catalogue for one case and one bank, by name; the numbered ones as far as there are any.

    ``account_id``: whom names without a number are about, and what is requested; empty: the first account, and all of them.
    """
    words = Wording(file.paper_language)
    found = dict(_person(file, words)) | dict(_case(file, bank, account_id, words))
    accounts = tuple(owed_today(file, account) for account in file.applied_for(bank))
    about = next((one for one in accounts if one.id == account_id), next(iter(accounts), None))
    found |= _owed(accounts, about)
    for number, account in enumerate(accounts[:MOST], 1):
        found |= _numbered("account", number, _account(file, account, words), account is about)
        plan = file.chosen(account.id)
        if plan is not None:
            found |= _numbered("plan", number, _plan(file, account, plan, words), account is about)
    for number, one in enumerate(file.debtor.contacts[:MOST], 1):
        told = {"name": one.name, "relation": one.relation, "phone": one.phone}
        values = {key: KnownValue("text", text, FieldRef.DEBTOR_CONTACTS) for key, text in told.items()}
        found |= _numbered("contact", number, values, number == 1)
    return {name: found.get(name, KnownValue(kind, None, _field_ref(name))) for name, kind in NAMES.items()} | found


def value_of(values: Mapping[str, KnownValue], name: str) -> KnownValue:
    """The value of a name; an account or plan that is not there is empty."""
    kind = kind_of(name)
    if kind is None:
        raise KeyError(name)
    return values.get(name) or KnownValue(kind, None, _field_ref(name))


def presented(value: KnownValue, form: str, words: Callable[[Money], str], separator: str) -> str:
    """A value as text in one of the formats of its kind; ``words`` spells amounts, ``separator`` parts codes."""
    if value.empty:
        return ""
    match value.kind:
        case "amount":
            return _amount(value.raw, form, words)
        case "day":
            return _day(value.raw, form)
        case "code":
            return value.raw if form == "code" else value.labels.get(value.raw, value.raw)
        case "codes":
            return separator.join(one if form == "code" else value.labels.get(one, one) for one in value.raw)
    return account_number(str(value.raw))[-4:] if form == "tail4" else str(value.raw)


FORMATS: Final[Mapping[ValueKind, tuple[str, ...]]] = {
    "text": ("plain", "tail4"),
    "amount": ("grouped", "plain", "words", "digits", "sign"),
    "day": ("iso", "chinese", "year", "month", "day", "compact"),
    "number": ("plain",),
    "code": ("label", "code"),
    "codes": ("label", "code"),
}
"""Formats of a kind, the usual one first. ``words`` 大写; ``digits`` whole minor units for boxes of single digits."""


def _amount(amount: Money, form: str, words: Callable[[Money], str]) -> str:
    match form:
        case "plain":
            return amount.text()
        case "words":
            return words(amount)
        case "digits":
            return str(amount.minor)
        case "sign":
            return ("¥" if amount.currency == "CNY" else f"{amount.currency} ") + amount.grouped()
    return amount.grouped()


def _day(day: date, form: str) -> str:
    forms = {
        "chinese": f"{day.year}年{day.month}月{day.day}日", "year": f"{day.year}", "month": f"{day.month:02d}",
        "day": f"{day.day:02d}", "compact": f"{day:%Y%m%d}",
    }  # fmt: skip
    return forms.get(form, day.isoformat())


def plain_name(name: str) -> str:
    """``account.2.principal`` as the catalogue has it: ``account.principal``."""
    return _NUMBERED.sub(r"\1.\3", name)


def number_of(name: str) -> int:
    """2 of ``account.2.principal``; 0 of a name without a number."""
    found = _NUMBERED.fullmatch(name)
    return int(found[2]) if found else 0


def _numbered(
    kind: str, number: int, values: Mapping[str, KnownValue], about: bool
) -> Iterator[tuple[str, KnownValue]]:
    """``about``: the names without a number are of this one, too."""
    for key, value in values.items():
        if about:
            yield f"{kind}.{key}", value
        yield f"{kind}.{number}.{key}", value


def _field_ref(name: str) -> str:
    """Where a person fills in what a name asks for."""
    area = name.partition(".")[0]
    areas = {
        "account": FieldRef.CASE_ACCOUNTS, "owed": FieldRef.CASE_ACCOUNTS, "plan": "plan", "budget": FieldRef.CASE_BUDGET,
        "contact": FieldRef.DEBTOR_CONTACTS,
    }  # fmt: skip
    special = {
        "debtor.phone": FieldRef.DEBTOR_PHONES, "debtor.residence": FieldRef.DEBTOR_ADDRESSES,
        "debtor.registered": FieldRef.DEBTOR_ADDRESSES, "debtor.work_address": FieldRef.DEBTOR_ADDRESSES,
        "debtor.sex": FieldRef.DEBTOR_RESIDENT_ID, "debtor.born_on": FieldRef.DEBTOR_RESIDENT_ID,
    }  # fmt: skip
    return special.get(name) or areas.get(area, name)


def _known(name: str, raw: Any, labels: Mapping[str, str] | None = None) -> tuple[str, KnownValue]:
    return name, KnownValue(NAMES[name], raw, _field_ref(name), labels or {})


def _person(file: CaseFile, words: Wording) -> Iterator[tuple[str, KnownValue]]:
    who = file.debtor
    plain = {
        "name": who.name, "resident_id": who.resident_id, "born_on": who.born_on, "phone": who.phone(), "email": who.email,
        "residence": who.address(), "registered": who.address("registered"), "work_address": who.address("work"),
        "employer": who.employer, "position": who.position, "pay_day": who.pay_day, "children": who.children,
    }  # fmt: skip
    yield from (_known(f"debtor.{key}", raw) for key, raw in plain.items())
    counted = who.children is not None or who.other_dependants is not None
    yield _known("debtor.dependants", who.dependants if counted else None)
    for key in ("sex", "marital", "housing", "education", "employment"):
        yield _known(f"debtor.{key}", getattr(who, key) or "", words.choices(key))


def _case(file: CaseFile, bank: str, account_id: str, words: Wording) -> Iterator[tuple[str, KnownValue]]:
    case, language = file.case, file.case.language
    reasons = {code: one.text(language) for code, one in file.pack.reasons.items()}
    requests = {code: one.text(language) for code, one in file.pack.requests.items()}
    yield _known("case.reason", case.reason, reasons)
    yield _known("case.requests", requested(file, bank, account_id), requests)
    for key in ("number", "reason_from", "reason_to", "reason_note", "repayment_source", "repayment_proposal"):
        yield _known(f"case.{key}", getattr(case, key))
    yield _known("bank.name", bank)
    yield _known("desk.name", file.settings.desk_name)
    yield _known("desk.agent", file.settings.agent)
    yield _known("today", file.today)
    budget = file.budget if file.budget.lines else None
    sums = {"income": "income", "expense": "expense", "priority": "priority_debt"}
    for key, side in sums.items():
        yield _known(f"budget.{key}", budget.of(side) if budget else None)  # type: ignore[arg-type]
    yield _known("budget.surplus", budget.surplus if budget else None)


def _account(file: CaseFile, account: Account, words: Wording) -> Mapping[str, KnownValue]:
    plain = (
        "number", "currency", "principal", "interest", "penalty", "fees", "owed", "limit", "minimum_due", "due_on",
        "overdue_since", "opened_on", "purpose",
    )  # fmt: skip
    found = {key: _known(f"account.{key}", getattr(account, key))[1] for key in plain}
    overdue = account.days_overdue(account.as_of or file.today) if account.due_on else None
    found["days_overdue"] = _known("account.days_overdue", overdue)[1]
    found["product"] = _known("account.product", account.product, words.choices("product"))[1]
    return found


def _owed(accounts: Sequence[Account], about: Account | None) -> Mapping[str, KnownValue]:
    """The debts at the bank added up, those in the currency of one account."""
    if about is None:
        return {}
    same = [account for account in accounts if account.currency == about.currency]
    parts = {"principal": "principal", "interest": "interest", "penalty": "penalty", "fees": "fees", "total": "owed"}
    return dict(
        _known(f"owed.{key}", total([getattr(account, part) for account in same])) for key, part in parts.items()
    )


def _plan(file: CaseFile, account: Account, plan: PlanVersion, words: Wording) -> Mapping[str, KnownValue]:
    schedule = file.schedules[plan.id]
    figures: PlanFigures = plan_figures(plan, schedule, account, words, file.case.language)
    rows = schedule.rows
    raw: Mapping[str, Any] = {
        "instalments": len(rows), "payment": figures.payment, "first_due": rows[0].due_on, "last_due": rows[-1].due_on,
        "due_day": rows[0].due_on.day, "total": figures.overall, "down_payment": figures.up_front, "waived": figures.waived,
        "waived_interest": figures.waived_interest, "waived_penalty": figures.waived_penalty,
        "rate": figures.rate or (figures.simple if figures.total.fee else _NO_RATE),
    }  # fmt: skip
    found = {key: _known(f"plan.{key}", one)[1] for key, one in raw.items()}
    found["method"] = _known("plan.method", plan.terms.method, words.choices("paper.method"))[1]
    return found
