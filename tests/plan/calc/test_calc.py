"""Questions of the command line: the shapes of the contract, lossless terms, and refusals that name the key."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from typing import Any

import pytest

from workstation.errors import Refused
from workstation.plan.calc.calc import answer
from workstation.plan.calc.terms_json import terms_from_json, terms_to_json
from workstation.wording import LANGUAGES, Wording

SCHEDULE: dict[str, Any] = json.loads("""
{"currency": "CNY", "principal": "50000.00", "interest": "1200.00", "penalty": "300.00", "fees": "0.00",
 "treatment": {"interest": "waive", "penalty": "waive", "fees": "in_plan"},
 "method": "equal_instalment", "instalments": 60, "every": {"months": 1},
 "interest_from": "2026-11-10", "first_due": "2026-12-10",
 "rate": {"annual": "0.18"}, "day_count": "30/360", "period_fee": "0",
 "down_payment": "0", "grace": {"principal": 0, "interest": 0}, "deferral": {"months": 0, "interest": "stops"},
 "steps": [{"from": 13, "amount": "1500.00"}], "fixed": [{"no": 1, "amount": "2000.00"}], "skip_months": [2],
 "rounding": {"unit": "0.01", "mode": "half_up"}, "remainder": "last", "shift": {"rule": "none", "calendar": null}}
""")
TRUE_RATE: dict[str, Any] = {
    "convention": "us-actuarial", "periods_per_year": 12,
    "flows": [{"full": 0, "fraction": "0", "amount": "-6000"},
              *[{"full": i, "fraction": "19/30", "amount": "200"} for i in range(1, 37)]],
}  # fmt: skip
WAITING: dict[str, Any] = {
    "account": {"principal": "50000.00", "interest": "0.00", "penalty": "0.00", "fees": "0.00",
                "overdue_since": "2026-11-01", "minimum_due": "0.00"},
    "from": "2026-11-01", "points": ["2027-01-30", {"months": 6}],
    "terms": {"daily_rate": "0.0005", "compounding": "monthly", "month": "30",
              "penalty": {"rate": "0.05", "minimum": "30.00"}},
}  # fmt: skip
ALLOCATE: dict[str, Any] = {
    "account": {"principal": "1000.00", "interest": "100.00", "overdue_since": "2026-01-01"},
    "payments": [{"on": "2026-05-01", "amount": "500.00"}, {"on": "2026-02-01", "amount": "60.00"}],
    "order": {"until_days": 90, "early": ["fees", "penalty", "interest", "principal"],
              "late": ["principal", "interest", "penalty", "fees"]},
}  # fmt: skip
REBUILD: dict[str, Any] = {
    "since": "2023-01-10", "opening": {"principal": "10000.00"},
    "terms": {"statement_day": 20, "rates": [{"from": "2023-01-01", "least": "0.1825", "most": "0.365"}],
              "order": ALLOCATE["order"], "due_on": "2023-01-09",
              "penalty": {"rate": "0.05", "minimum": {"least": "0", "most": "30.00"}, "due_days": 20},
              "minimum": {"share": "0.1"}},
    "charges": [{"on": "2023-01-11", "component": "fees", "amount": "8.00"}],
    "payments": [{"on": "2023-01-12", "amount": "8.00"}], "pauses": [{"first": "2023-01-15", "last": "2023-01-16"}],
    "days": ["2023-01-20"], "claims": [{"on": "2023-01-12", "interest": "40.00"}, {"on": "2023-01-20", "total": "10045.00"}],
}  # fmt: skip
PRIORITY: dict[str, Any] = {
    "monthly": "150.00", "today": "2026-11-29", "first_on": "2026-12-29", "court": ["due", "burden"],
    "debts": [{"id": "a", "principal": "100.00", "rate": "0.12", "year_days": 360},
              {"id": "b", "principal": "200.00", "rate": "0.24", "year_days": 360, "minimum": "20.00",
               "compounding": "monthly", "due_on": "2026-10-01"}],
    "order": ALLOCATE["order"],
}  # fmt: skip
COST: dict[str, Any] = {
    "lent": "10000.00", "on": "2026-08-01", "principal": [{"on": "2027-08-01", "amount": "10000.00"}],
    "items": [{"name": "利息", "payee": "某银行", "payments": [{"on": "2027-08-01", "amount": "1000.00"}]},
              {"name": "服务费", "payments": [{"on": "2026-08-01", "amount": "500.00"}]}],
}  # fmt: skip
QUESTIONS = {
    "cost": COST,
    "priority": PRIORITY,
    "schedule": SCHEDULE, "true-rate": TRUE_RATE, "waiting": WAITING, "allocate": ALLOCATE, "rebuild": REBUILD,
}  # fmt: skip


def changed(question: dict[str, Any], path: str, value: object) -> dict[str, Any]:
    copy = deepcopy(question)
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    place: Any = copy
    for step in way:
        place = place[step]
    place[last] = value
    return copy


def refused(kind: str, question: object) -> list[tuple[str, str]]:
    with pytest.raises(Refused) as refusal:
        answer(kind, question)  # type: ignore[arg-type]
    for finding in refusal.value.findings:
        for language in LANGUAGES:
            sentence = Wording(language).finding(finding)
            assert not sentence.startswith("finding."), finding.code
            assert not re.search(r"\{[a-z_]+\}", sentence), sentence
    return [(finding.code, finding.subject) for finding in refusal.value.findings]


def test_the_schedule_of_the_contract():
    found = answer("schedule", SCHEDULE)
    assert list(found) == ["rows", "totals", "up_front", "waived", "true_rate", "findings"]
    assert found["rows"][0] == {
        "no": 1, "due": "2026-12-10", "days": 30, "opening": "50000.00", "principal": "1250.00", "interest": "750.00",
        "fee": "0.00", "carried": "0.00", "payment": "2000.00", "closing": "48750.00",
    }  # fmt: skip
    assert len(found["rows"]) == 60
    assert found["waived"] == {"principal": "0.00", "interest": "1200.00", "penalty": "300.00", "fees": "0.00"}
    assert not [row for row in found["rows"] if row["due"][5:7] == "02"]


def test_terms_survive_json():
    terms = terms_from_json(SCHEDULE)
    assert terms_from_json(json.loads(json.dumps(terms_to_json(terms)))) == terms
    assert terms_to_json(terms) == {**SCHEDULE, "waive_principal": "0.00", "down_payment": "0.00"}


def test_a_rebuilt_debt_and_where_the_claim_parts_from_it():
    found = answer("rebuild", REBUILD)
    assert found["days"][1] == {
        "on": "2023-01-20", "credit": "0.00",
        "least": {"principal": "10000.00", "interest": "45.00", "penalty": "0.00", "fees": "0.00", "total": "10045.00"},
        "most": {"principal": "10000.00", "interest": "90.00", "penalty": "0.00", "fees": "0.00", "total": "10090.00"},
    }  # fmt: skip
    assert found["movements"] == []
    assert found["first"] == {
        "on": "2023-01-12", "item": "interest", "claimed": "40.00", "least": "15.00", "most": "30.00", "beyond": "10.00",
    }  # fmt: skip
    assert (found["differences"], found["agreed_on"]) == ([found["first"]], None)
    exact = answer(
        "rebuild", changed(REBUILD, "terms.rates", [{"from": "2023-01-01", "rate": "0.0005", "per": "daily"}])
    )
    assert exact["movements"][-1] == {
        "on": "2023-01-20",
        "reason": "interest",
        "component": "interest",
        "amount": "45.00",
    }


def test_defaults_make_a_short_question():
    short = {"principal": "1200.00", "instalments": 12, "interest_from": "2026-11-10", "first_due": "2026-12-10"}
    assert {row["payment"] for row in answer("schedule", short)["rows"]} == {"100.00"}


def test_the_other_answers_of_the_contract():
    assert answer("true-rate", TRUE_RATE)["rate"].startswith("0.1181650829")
    points = answer("waiting", WAITING)["points"]
    assert [(point["on"], point["interest"], point["total"]) for point in points] == [
        ("2027-01-30", "2283.92", "52283.92"), ("2027-04-30", "4672.16", "54672.16"),
    ]  # fmt: skip
    first, second = answer("allocate", ALLOCATE)["payments"]
    assert (first["on"], first["interest"], second["principal"]) == ("2026-02-01", "60.00", "500.00")
    assert second["balances"] == answer("allocate", ALLOCATE)["balances"]


@pytest.mark.parametrize("count", [2, 60])
def test_compound_by_days_and_by_years_agree(count):
    dated = [{"on": "2025-01-01", "amount": "-1000"}, {"on": "2026-01-01", "amount": "1100.5"}]
    timed = [{"t": "0", "amount": "-1000"}, {"t": "1", "amount": "1100.5"}]
    for flows in (dated, timed):
        assert answer("true-rate", {"convention": "compound", "flows": flows[:count]})["rate"] == "0.1005"


@pytest.mark.parametrize(
    ("kind", "path", "value", "finding"),
    [
        ("schedule", "principal", None, ("key_missing", "principal")),
        ("schedule", "principal", "lots", ("amount_unreadable", "principal")),
        ("schedule", "principal", "1.001", ("amount_too_fine", "principal")),
        ("schedule", "principal", 1.5, ("value_shape", "principal")),
        ("schedule", "principal", True, ("value_shape", "principal")),
        ("schedule", "principal", "9" * 200, ("value_too_long", "principal")),
        ("schedule", "principal", "-1", ("amount_negative", "principal")),
        ("schedule", "instalments", "60", ("value_shape", "instalments")),
        ("schedule", "instalments", 60.0, ("value_shape", "instalments")),
        ("schedule", "instalments", 10**30, ("number_range", "instalments")),
        ("schedule", "instalment", 60, ("key_unknown", "instalment")),
        ("schedule", "method", "annuity", ("choice_unknown", "method")),
        ("schedule", "method", ["step"], ("value_shape", "method")),
        ("schedule", "treatment", "waive", ("value_shape", "treatment")),
        ("schedule", "treatment.interest", "forgive", ("choice_unknown", "treatment.interest")),
        ("schedule", "treatment.late", "waive", ("key_unknown", "treatment.late")),
        ("schedule", "rate.annual", "eighteen", ("rate_unreadable", "rate.annual")),
        ("schedule", "rate.annual", "NaN", ("rate_unreadable", "rate.annual")),
        ("schedule", "rate.annual", "1e999999", ("rate_unreadable", "rate.annual")),
        ("schedule", "rate", {}, ("key_missing", "rate.annual")),
        ("schedule", "first_due", "10/12/2026", ("day_unreadable", "first_due")),
        ("schedule", "first_due", "2026-02-30", ("day_unreadable", "first_due")),
        ("schedule", "steps", {"from": 1}, ("value_shape", "steps")),
        ("schedule", "steps.0", 13, ("value_shape", "steps[0]")),
        ("schedule", "steps.0.amount", "x", ("amount_unreadable", "steps[0].amount")),
        ("schedule", "fixed.0.no", 0, ("number_range", "fixed[0]")),
        ("schedule", "skip_months.0", "2", ("value_shape", "skip_months[0]")),
        ("schedule", "skip_months.0", 13, ("number_range", "skip_months")),
        ("schedule", "rounding.unit", "0", ("amount_not_positive", "rounding.unit")),
        ("schedule", "rounding.mode", "nearest", ("choice_unknown", "rounding.mode")),
        ("schedule", "currency", "XYZ", ("choice_unknown", "currency")),
        ("schedule", "every", {"weeks": 1}, ("key_missing", "every.months")),
        ("schedule", "shift.calendar", "uk", ("calendar_unknown", "shift.calendar")),
        ("true-rate", "flows", None, ("key_missing", "flows")),
        ("true-rate", "flows", [], ("no_rate", "flows")),
        ("true-rate", "flows.3.fraction", "3/2", ("number_range", "flows[3].fraction")),
        ("true-rate", "flows.3.fraction", "1/0", ("number_unreadable", "flows[3].fraction")),
        ("true-rate", "flows.3.full", -1, ("number_range", "flows[3].full")),
        ("true-rate", "flows.3.t", "1", ("key_unknown", "flows[3].t")),
        ("true-rate", "periods_per_year", "0", ("amount_not_positive", "periods_per_year")),
        ("true-rate", "convention", "apr", ("choice_unknown", "convention")),
        ("waiting", "points.0", "tomorrow", ("day_unreadable", "points[0]")),
        ("waiting", "points.1.months", 10**9, ("number_range", "points")),
        ("waiting", "points.0", "2026-10-01", ("day_too_early", "points")),
        ("waiting", "points.0", "2199-12-31", ("number_range", "points")),
        ("waiting", "points.0", "9999-12-31", ("day_beyond_range", "points[0]")),
        ("waiting", "terms.daily_rate", "-1", ("rate_negative", "terms.daily_rate")),
        ("waiting", "account.principal", "-5", ("amount_negative", "account.principal")),
        ("allocate", "payments.0.amount", [], ("value_shape", "payments[0].amount")),
        ("rebuild", "opening.principal", {"least": "2", "most": "1"}, ("bounds_reversed", "opening.principal")),
        ("cost", "principal.0.amount", "9999.99", ("cost_principal", "principal")),
        ("cost", "items.1.payments.0.on", "2026-07-31", ("day_too_early", "items[1].payments[0].on")),
        ("cost", "items.0.rate", "0.1", ("key_unknown", "items[0].rate")),
        ("cost", "items", [], ("number_range", "items")),
        ("priority", "debts.1.id", "a", ("priority_twice", "debts[1].id")),
        ("priority", "debts.1.rate", "10.01", ("number_range", "debts[1].rate")),
        ("priority", "debts.1.rate", "-0.01", ("number_range", "debts[1].rate")),
        ("priority", "court.1", "due", ("priority_twice", "court[1]")),
        ("priority", "debts.1.tips", "1", ("key_unknown", "debts[1].tips")),
        ("priority", "debts.0.year_days", 364, ("choice_unknown", "debts[0].year_days")),
        ("priority", "monthly", "19.99", ("priority_minimums", "monthly")),
        ("priority", "court.1", "beauty", ("choice_unknown", "court[1]")),
        ("priority", "first_on", "2026-11-29", ("day_too_early", "first_on")),
        ("rebuild", "opening.tips", "1", ("key_unknown", "opening.tips")),
        ("rebuild", "terms.rates.0.most", "0.1", ("bounds_reversed", "terms.rates[0].most")),
        ("rebuild", "terms.rates.0.from", "2023-02-01", ("rate_missing", "terms.rates")),
        ("rebuild", "terms.statement_day", 32, ("number_range", "terms.statement_day")),
        ("rebuild", "terms.penalty.due_days", 40, ("number_range", "terms.penalty")),
        ("rebuild", "terms.order.late", ["fees"], ("component_order", "terms.order.late")),
        ("rebuild", "charges.0.amount", "8,0", ("amount_unreadable", "charges[0].amount")),
        ("rebuild", "charges.0.component", "tips", ("choice_unknown", "charges[0].component")),
        ("rebuild", "payments.0.on", "2023-01-09", ("day_before_opening", "payments")),
        ("rebuild", "pauses.0.last", "2023-01-14", ("days_reversed", "pauses")),
        ("rebuild", "claims.0.principle", "1", ("key_unknown", "claims[0].principle")),
        ("allocate", "order.early", ["fees"], ("component_order", "order.early")),
        ("allocate", "order.early.0", "tips", ("choice_unknown", "order.early[0]")),
    ],
)
def test_a_bad_question_names_its_key(kind, path, value, finding):
    assert finding in refused(kind, changed(QUESTIONS[kind], path, value))


@pytest.mark.parametrize("kind", QUESTIONS)
@pytest.mark.parametrize("question", [None, [], "x", 3, {}])
def test_what_is_no_question_is_refused(kind, question):
    assert refused(kind, question)


def test_dated_and_timed_flows_do_not_mix():
    flows = [{"on": "2026-01-01", "amount": "-1"}, {"t": "1", "amount": "2"}]
    assert refused("true-rate", {"convention": "compound", "flows": flows}) == [("key_missing", "flows[1].on")]


def test_a_second_rate_is_not_passed_over():
    assert refused("schedule", changed(SCHEDULE, "rate.daily", "0.0005")) == [("key_unknown", "rate.daily")]


def test_days_overdue_count_from_the_due_day() -> None:
    """Due on 31 May: 30 August is the 91st day, principal first; the first day overdue is 1 June (Art. 57)."""
    owed: dict[str, Any] = {"principal": "1000.00", "interest": "500.00", "penalty": "100.00"}
    question: dict[str, Any] = {
        "account": {**owed, "due_on": "2026-05-31"},
        "payments": [{"on": "2026-08-30", "amount": "600.00"}],
        "order": {"until_days": 90, "early": ["interest", "penalty", "fees", "principal"],
                  "late": ["principal", "interest", "penalty", "fees"]},
    }  # fmt: skip
    by_due_day = answer("allocate", question)
    assert by_due_day["payments"][0]["principal"] == "600.00"
    assert answer("allocate", {**question, "account": {**owed, "overdue_since": "2026-06-01"}}) == by_due_day
    both = {**owed, "due_on": "2026-05-31", "overdue_since": "2026-06-01"}
    assert answer("allocate", {**question, "account": both}) == by_due_day
    day_before = {**question, "payments": [{"on": "2026-08-29", "amount": "600.00"}]}
    assert answer("allocate", day_before)["payments"][0]["principal"] == "0.00"
    assert refused("allocate", {**question, "account": {**both, "overdue_since": "2026-05-31"}}) == [
        ("due_days_differ", "account.due_on")
    ]


def test_waiting_takes_either_day() -> None:
    asked = changed(WAITING, "account.due_on", "2026-10-31")
    assert answer("waiting", asked) == answer("waiting", WAITING)
