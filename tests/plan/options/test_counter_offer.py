"""The bank's terms against ours: every field that differs, its effect alone, and what comes of all together."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.plan.plans import annual, fixed, refusal, rounding, steps, terms, yuan
from tests.plan.random_terms import random_terms
from workstation.errors import Refused
from workstation.plan.options.counter_offer import FIELDS, Difference, counter, listed, text_of
from workstation.plan.schedule.calculate import schedule
from workstation.plan.schedule.terms import Every, Terms
from workstation.rates import Rate
from workstation.wording import LANGUAGES, Wording

OURS = terms(
    method="interest_free", interest="8000", treat_interest="waive", rate=annual("0"), rounding=rounding("0.01", "up")
)


def table(**changes) -> dict[str, Difference]:
    return {line.field: line for line in counter(OURS, replace(OURS, **changes))}


def test_every_field_of_terms_is_compared():
    assert sorted(FIELDS) == sorted(field.name for field in fields(Terms))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_of_the_table_has_a_name(language):
    wording = Wording(language)
    results = ("payment", "up_front", "total", "instalments", "last_due", "simple_rate", "compound_rate")
    assert all(wording.has(f"term.{name}") for name in (*FIELDS, *(f"result.{one}" for one in results)))


def test_the_same_terms_leave_nothing_to_say():
    assert counter(OURS, OURS) == ()


def test_fewer_instalments_raise_the_payment_and_leave_the_total():
    found = table(instalments=36)
    line = found["instalments"]
    assert (line.ours, line.theirs) == (60, 36)
    assert (line.payment, line.total) == (yuan("1388.89") - yuan("833.34"), yuan("0"))
    assert (found["result.payment"].ours, found["result.payment"].theirs) == (yuan("833.34"), yuan("1388.89"))
    assert found["result.last_due"].theirs == date(2029, 11, 10)
    assert "result.total" not in found


def test_each_change_stands_alone_and_the_results_take_them_together():
    found = table(instalments=36, treat_interest="in_plan", down_payment=yuan("5000"))
    assert found["treat_interest"].total == yuan("8000")
    assert found["down_payment"].total == yuan("0")
    assert found["result.total"].total == yuan("8000")
    assert found["result.up_front"].theirs == yuan("5000")
    assert found["result.payment"].payment == yuan("1472.23") - yuan("833.34")
    assert list(found)[:3] == ["instalments", "down_payment", "treat_interest"]


def test_a_change_that_cannot_stand_alone_has_no_effect_of_its_own():
    found = table(method="step", steps=steps((1, "500"), (25, None)))
    assert found["method"].payment is None
    assert found["result.payment"].payment is not None
    assert text_of(found["steps"].theirs) == "1: 500.00, 25: "


def test_interest_shows_in_the_true_rate():
    found = table(method="equal_instalment", rate=annual("0.12"))
    assert found["result.simple_rate"].ours == 0
    assert text_of(found["result.simple_rate"].theirs).startswith("0.12")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""), (yuan("1234.5"), "1234.50"), (annual("0.18"), "0.18"), (Rate(annual("0.0005").value, "daily"), "0.0005 daily"),
        (date(2026, 12, 10), "2026-12-10"), (Every(2), "P2M"), (Every(0, 14), "P14D"), ((2, 8), "2, 8"), ((), ""),
        (rounding("1.00", "up"), "100 up"), (fixed((3, "9.99")), "3: 9.99"), ("waive", "waive"), (12, "12"),
    ],
)  # fmt: skip
def test_values_as_text(value, text):
    assert text_of(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (steps((1, "1563"), (13, None)), "1: 1,563.00; 13: evenly"),
        (fixed((3, "9999.9"), (4, "10")), "3: 9,999.90; 4: 10.00"),
        ((2, 8), "2; 8"),
        ((), ""),
    ],
)
def test_lists_of_terms_are_read_with_grouped_amounts(value, text):
    assert listed(value, "evenly", "; ") == text


def test_terms_that_cannot_be_planned_are_refused():
    assert refusal(instalments=0)
    with pytest.raises(Refused):
        counter(OURS, replace(OURS, instalments=0))


@given(st.integers(0, 2**32), st.integers(0, 2**32))
@settings(max_examples=60, deadline=None)
def test_the_table_names_exactly_what_differs(one, other):
    ours, bank = random_terms(Random(one)), random_terms(Random(other))
    try:
        before, after = schedule(ours), schedule(bank)
        found = counter(ours, bank)
    except Refused:
        return
    named = [line.field for line in found if not line.field.startswith("result.")]
    assert named == [name for name in FIELDS if getattr(ours, name) != getattr(bank, name)]
    results = {line.field: line for line in found if line.field.startswith("result.")}
    if "result.payment" in results:
        largest = [max(row.payment for row in plan.rows) for plan in (before, after)]
        assert results["result.payment"].payment == largest[1] - largest[0]
