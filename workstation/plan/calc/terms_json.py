"""Terms and schedules in the JSON form of the command line, without loss in either direction."""

from __future__ import annotations

from typing import Any, Final

from workstation.money import Money, Rounding
from workstation.plan.calc.question import Placed, Question, currency_of
from workstation.plan.schedule.calculate import Schedule, ScheduleRow, Totals
from workstation.plan.schedule.terms import METHODS, Every, FixedPayment, Step, Terms
from workstation.rates import Rate, Span

TREATMENTS: Final = ("waive", "in_plan", "capitalise", "first_instalment", "up_front")
DAY_COUNTS: Final = ("30/360", "actual/365", "actual/360", "actual/actual")
MODES: Final = ("half_up", "half_even", "up", "down")
SHIFTS: Final = ("none", "following", "preceding", "modified_following")
SPANS: Final[tuple[Span, ...]] = ("annual", "monthly", "daily")


def terms_from_json(value: object) -> Terms:
    """Terms of a question; raises `Refused` with findings that name the key. Amounts and rates are strings."""
    question = Question(value)
    currency = currency_of(question)
    terms = Terms(
        principal=question.money("principal", currency),
        first_due=question.day("first_due"),
        interest_from=question.day("interest_from"),
        interest=question.money("interest", currency, "0"),
        penalty=question.money("penalty", currency, "0"),
        fees=question.money("fees", currency, "0"),
        waive_principal=question.money("waive_principal", currency, "0"),
        down_payment=question.money("down_payment", currency, "0"),
        method=question.choice("method", METHODS, "equal_instalment"),
        instalments=question.whole("instalments") if question.has("instalments") else None,
        affordable=question.money("affordable", currency) if question.has("affordable") else None,
        every=_every(question),
        rate=_rate(question),
        day_count=question.choice("day_count", DAY_COUNTS, "30/360"),
        period_fee=question.decimal("period_fee", "0"),
        steps=_steps(question, currency),
        fixed=_fixed(question, currency),
        skip_months=_skip_months(question),
        rounding=_rounding(question, currency),
        remainder=question.choice("remainder", ("last", "first"), "last"),
        **_treatment(question),
        **_grace(question),
        **_deferral(question),
        **_shift(question),
    )
    question.refuse_unknown()
    return terms


def _treatment(question: Question) -> dict[str, Any]:
    inner = question.inner("treatment", {})
    treatments = {f"treat_{key}": inner.choice(key, TREATMENTS, "in_plan") for key in ("interest", "penalty", "fees")}
    inner.refuse_unknown()
    return treatments


def _grace(question: Question) -> dict[str, Any]:
    inner = question.inner("grace", {})
    grace = {"grace_principal": inner.whole("principal", 0), "grace_interest": inner.whole("interest", 0)}
    inner.refuse_unknown()
    return grace


def _deferral(question: Question) -> dict[str, Any]:
    inner = question.inner("deferral", {})
    deferral = {
        "deferral_months": inner.whole("months", 0),
        "deferral_interest": inner.choice("interest", ("stops", "accrues"), "stops"),
    }
    inner.refuse_unknown()
    return deferral


def _shift(question: Question) -> dict[str, Any]:
    inner = question.inner("shift", {})
    shift = {
        "shift": inner.choice("rule", SHIFTS, "none"),
        "calendar": inner.text("calendar") if inner.has("calendar") else None,
    }
    inner.refuse_unknown()
    return shift


def _every(question: Question) -> Every:
    inner = question.inner("every", {"months": 1})
    every = Every(0, inner.whole("days")) if inner.has("days") else Every(inner.whole("months"))
    inner.refuse_unknown()
    return every


def _rate(question: Question) -> Rate:
    inner = question.inner("rate", {"annual": "0"})
    span: Span = next((span for span in SPANS if inner.has(span)), "annual")
    with Placed(inner.path(span)):
        Rate.parse(inner.text(span))
    rate = Rate(inner.decimal(span), span)
    inner.refuse_unknown()
    return rate


def _steps(question: Question, currency: str) -> tuple[Step, ...]:
    steps = []
    for inner in question.each("steps", ()):
        amount = inner.money("amount", currency) if inner.has("amount") else None
        steps.append(Step(inner.whole("from"), amount))
        inner.refuse_unknown()
    return tuple(steps)


def _fixed(question: Question, currency: str) -> tuple[FixedPayment, ...]:
    fixed = []
    for inner in question.each("fixed", ()):
        fixed.append(FixedPayment(inner.whole("no"), inner.money("amount", currency)))
        inner.refuse_unknown()
    return tuple(fixed)


def _skip_months(question: Question) -> tuple[int, ...]:
    months = question.list("skip_months", ())
    return tuple(Question({f"skip_months[{i}]": month}).whole(f"skip_months[{i}]") for i, month in enumerate(months))


def _rounding(question: Question, currency: str) -> Rounding:
    inner = question.inner("rounding", {})
    smallest = Money(1, currency).text()
    rounding = Rounding(inner.money("unit", currency, smallest).minor, inner.choice("mode", MODES, "half_up"))
    inner.refuse_unknown()
    return rounding


def terms_to_json(terms: Terms) -> dict[str, Any]:
    """The question that `terms_from_json` reads back as the same terms."""
    fields: dict[str, Any] = {
        "currency": terms.currency,
        **{
            key: getattr(terms, key).text()
            for key in ("principal", "interest", "penalty", "fees", "waive_principal", "down_payment")
        },
        "treatment": {
            "interest": terms.treat_interest,
            "penalty": terms.treat_penalty,
            "fees": terms.treat_fees,
        },
        "method": terms.method,
        "every": {"days": terms.every.days} if terms.every.days else {"months": terms.every.months},
        "interest_from": terms.interest_from.isoformat(),
        "first_due": terms.first_due.isoformat(),
        "rate": {terms.rate.per: terms.rate.text()},
        "day_count": terms.day_count,
        "period_fee": format(terms.period_fee, "f"),
        "grace": {"principal": terms.grace_principal, "interest": terms.grace_interest},
        "deferral": {"months": terms.deferral_months, "interest": terms.deferral_interest},
        "steps": [_step_json(step) for step in terms.steps],
        "fixed": [{"no": payment.no, "amount": payment.amount.text()} for payment in terms.fixed],
        "skip_months": list(terms.skip_months),
        "rounding": {"unit": Money(terms.rounding.unit, terms.currency).text(), "mode": terms.rounding.mode},
        "remainder": terms.remainder,
        "shift": {"rule": terms.shift, "calendar": terms.calendar},
    }
    if terms.instalments is not None:
        fields["instalments"] = terms.instalments
    if terms.affordable is not None:
        fields["affordable"] = terms.affordable.text()
    return fields


def _step_json(step: Step) -> dict[str, Any]:
    return {"from": step.start} if step.amount is None else {"from": step.start, "amount": step.amount.text()}


def schedule_to_json(plan: Schedule) -> dict[str, Any]:
    """The answer to a schedule question; amounts and rates as strings."""
    rate = plan.true_rate
    return {
        "rows": [_row_json(row) for row in plan.rows],
        "totals": _totals_json(plan.totals),
        "up_front": plan.up_front.text(),
        "waived": {key: getattr(plan.waived, key).text() for key in ("principal", "interest", "penalty", "fees")},
        "true_rate": None
        if rate is None
        else {"simple": format(rate.simple, "f"), "compound": format(rate.compound, "f")},
        "findings": [finding_json(finding) for finding in plan.findings],
    }


def finding_json(finding: Any) -> dict[str, Any]:
    """A finding without its sentence; the command line adds that in the reader's language."""
    return {"code": finding.code, "subject": finding.subject, "figures": dict(finding.figures)}


def _row_json(row: ScheduleRow) -> dict[str, Any]:
    figures = ("opening", "principal", "interest", "fee", "carried", "payment", "closing")
    return {
        "no": row.no,
        "due": row.due_on.isoformat(),
        "days": row.days,
        **{key: getattr(row, key).text() for key in figures},
    }


def _totals_json(totals: Totals) -> dict[str, Any]:
    return {key: getattr(totals, key).text() for key in ("principal", "interest", "fee", "carried", "payment")}
