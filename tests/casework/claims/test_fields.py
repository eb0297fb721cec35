"""What is typed for a claim comes back as it was, and what is not known stays so."""

from __future__ import annotations

from typing import Any

import pytest

from tests.casework.claims.test_claims import QUESTION
from workstation.casework.claims.bounds_text import bounds_text, read_bounds
from workstation.casework.claims.fields import entries, field_of, field_values, with_entry, with_fields, without_entry
from workstation.errors import Refused

FULL: dict[str, Any] = {
    **QUESTION,
    "terms": {
        **QUESTION["terms"],
        "due_on": "2025-02-09",
        "penalty": {
            "rate": "0.05", "minimum": {"least": "0"}, "due_days": 20, "grace_days": {"least": 0, "most": 3},
            "tolerance": "10.00", "step": {"rate": "0.06", "after": 2},
        },
        "minimum": {"share": {"least": "0.05", "most": "0.1"}, "unpaid": "dropped"},
    },
    "payments": [{"on": "2025-02-01", "amount": "100.00"}, {"on": "2025-02-01", "amount": "100.00"}],
}  # fmt: skip


def test_a_question_survives_its_form():
    assert with_fields(FULL, field_values(FULL)) == FULL
    assert with_fields(QUESTION, field_values(QUESTION)) == QUESTION


def test_an_empty_field_leaves_its_part_out():
    values = {**field_values(FULL), "penalty_rate": None, "minimum_share": None}
    assert {"penalty", "minimum"}.isdisjoint(with_fields(FULL, values)["terms"])


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("since", "since"), ("opening.principal", "principal"), ("opening", "principal"), ("terms.order", "until_days"),
        ("terms.penalty.due_days", "due_days"), ("terms.statement_day", "statement_day"), ("payments[0].on", ""),
    ],
)  # fmt: skip
def test_a_refusal_is_told_at_its_field(path, key):
    assert field_of(path) == key


def test_one_of_two_alike_is_taken_out():
    first = entries(FULL, {})[0]
    assert len(without_entry(FULL, entries(FULL, {})[1])["payments"]) == 1
    assert first.kind == "rate"
    assert len(FULL["payments"]) == 2, "the question itself stays as it is"


def test_items_claimed_on_one_day_are_one_claim():
    asked = with_entry(
        with_entry(QUESTION, "claim", {"on": "2025-02-20", "interest": "1"}),
        "claim",
        {"on": "2025-02-20", "total": "2"},
    )
    assert asked["claims"] == [{"on": "2025-02-20", "interest": "1", "total": "2"}]
    rated = with_entry(QUESTION, "default_rate", {"from": "2025-02-20", "rate": "0.1", "per": "annual"})
    assert len(rated["terms"]["default_rates"]) == 1 and "default_rates" not in QUESTION["terms"]


@pytest.mark.parametrize(
    ("text", "kind", "value", "shown"),
    [
        ("500", "money", "500.00", "500.00"),
        ("500-800", "money", {"least": "500.00", "most": "800.00"}, "500.00 – 800.00"),
        ("1,500.00 – 1,800", "money", {"least": "1500.00", "most": "1800.00"}, "1,500.00 – 1,800.00"),
        ("500-", "money", {"least": "500.00"}, "≥ 500.00"),
        ("≥ 500", "money", {"least": "500.00"}, "≥ 500.00"),
        ("？", "money", {"least": "0"}, "?"),
        ("", "money", None, ""),
        ("0-3", "days", {"least": 0, "most": 3}, "0 – 3"),
        ("?", "days", {"least": 0, "most": 27}, "?"),
        ("5%-10%", "share", {"least": "0.05", "most": "0.1"}, "5% – 10%"),
        ("10", "share", "0.1", "10%"),
        ("0.05%/日", "rate", {"rate": "0.0005", "per": "daily"}, "0.05%/day"),
        ("18%至24%", "rate", {"least": "0.18", "most": "0.24", "per": "annual"}, "18% – 24%"),
    ],
)
def test_bounds_are_read_and_shown(text, kind, value, shown):
    assert read_bounds(text, kind) == value
    assert bounds_text(value, kind) == shown
    assert read_bounds(shown, kind) == value


@pytest.mark.parametrize(
    ("text", "kind", "code"),
    [
        ("800-500", "money", "bounds_reversed"), ("-500", "money", "bounds_unreadable"), ("3-1", "days", "bounds_reversed"),
        ("28", "days", "count_unreadable"), ("110%", "share", "claim_share_unreadable"), ("x", "share", "claim_share_unreadable"),
        ("18%-0.05%/日", "rate", "rate_other_span"),
    ],
)  # fmt: skip
def test_what_is_no_bound_is_refused(text, kind, code):
    with pytest.raises(Refused) as refused:
        read_bounds(text, kind)
    assert refused.value.findings[0].code == code
