"""Questions about promises and conduct in the shape of the contract."""

from __future__ import annotations

import pytest

from workstation.errors import Refused
from workstation.promise.calc import conduct_answer, promises_answer


def test_promises_as_in_the_contract():
    question = {
        "today": "2026-11-23",
        "grace_days": 3,
        "promises": [{"id": "p1", "on": "2026-11-10", "amount": "500.00"}],
        "payments": [{"on": "2026-11-12", "amount": "300.00"}],
    }
    assert promises_answer(question) == {
        "promises": [{"id": "p1", "state": "partly_kept", "received": "300.00", "missing": "200.00"}],
        "kept_rate": {"count": "0", "amount": "0.6"},
    }


def test_a_rate_that_does_not_end_and_one_of_nothing():
    promises = [{"id": str(number), "on": "2026-11-10", "amount": "1.00"} for number in range(3)]
    payments = [{"on": "2026-11-10", "amount": "1.00"}]
    told = promises_answer({"today": "2026-11-23", "promises": promises, "payments": payments})
    assert told["kept_rate"] == {"count": "0.333333333333", "amount": "0.333333333333"}
    assert promises_answer({"today": "2026-11-23", "promises": [], "payments": []})["kept_rate"] == {
        "count": None,
        "amount": None,
    }


@pytest.mark.parametrize(
    ("promise", "paid", "state", "rate"),
    [
        ({}, "490.00", "kept", "1"),  # short by the tolerance
        ({}, "489.99", "partly_kept", "0"),
        ({"moved": [{"at": "2026-11-10T18:00:00+08:00", "to": "2026-12-01"}]}, "0", "moved", None),
        ({"moved": [{"at": "2026-11-10", "to": "2026-11-18"}]}, "500.00", "kept", "1"),
        ({"moved": [{"at": "2026-11-10", "to": "2026-11-18"}]}, "0", "broken", "0"),
        ({"moved": [{"at": "2026-11-11", "to": "2026-12-01"}]}, "500.00", "broken", "0"),  # moved after its day
        ({"moved": [{"at": "2026-11-24", "to": "2026-12-01"}]}, "0", "broken", "0"),  # a move still to come
        ({"cancelled_at": "2026-11-09T09:00:00+08:00"}, "0", "cancelled", None),
    ],
)
def test_tolerance_moves_and_cancelling(promise, paid, state, rate):
    answer = promises_answer(
        {
            "today": "2026-11-23",
            "grace_days": 3,
            "tolerance": "10.00",
            "promises": [{"id": "p1", "on": "2026-11-10", "amount": "500.00", **promise}],
            "payments": [{"on": "2026-11-15" if "moved" in promise else "2026-11-12", "amount": paid}],
        }
    )
    assert (answer["promises"][0]["state"], answer["kept_rate"]["count"]) == (state, rate)
    assert answer["kept_rate"].get("cancelled", 0) == ("cancelled_at" in promise)


CONDUCT = {
    "pack": "cn-card", "now": "2026-11-23T21:59:00+08:00", "party": "debtor", "number": "13800138000",
    "consent_outside_hours": False, "complaint_open": False,
    "log": [{"at": "2026-11-23T10:00:00+08:00", "number": "13800138000", "party": "debtor", "connected": True}],
}  # fmt: skip


def test_conduct_as_in_the_contract():
    assert conduct_answer(CONDUCT) == {"allowed": True, "next_allowed": None, "reasons": []}


def test_a_refused_contact_names_rule_source_and_moment():
    told = conduct_answer({**CONDUCT, "now": "2026-11-23T22:00:00+08:00"})
    assert (told["allowed"], told["next_allowed"]) == (False, "2026-11-24T08:00:00+08:00")
    assert told["reasons"][0]["code"] == "quiet_hours"
    assert told["reasons"][0]["source"]["confidence"] == "verified"


def test_an_instant_without_zone_is_local_and_utc_is_turned():
    assert not conduct_answer({**CONDUCT, "now": "2026-11-23T22:00:00"})["allowed"]
    assert not conduct_answer({**CONDUCT, "now": "2026-11-23T14:00:00Z"})["allowed"]


@pytest.mark.parametrize(
    ("answer", "question", "code", "subject"),
    [
        (promises_answer, {}, "key_missing", "today"),
        (promises_answer, {"today": "soon", "promises": [], "payments": []}, "day_unreadable", "today"),
        (
            promises_answer,
            {"today": "2026-11-23", "grace_days": 99, "promises": [], "payments": []},
            "number_range",
            "grace_days",
        ),
        (
            promises_answer,
            {"today": "2026-11-23", "promises": [{"id": "1", "on": "2026-11-23", "amount": "0"}], "payments": []},
            "amount_not_positive",
            "promises[0].amount",
        ),
        (
            promises_answer,
            {"today": "2026-11-23", "tolerance": "-1", "promises": [], "payments": []},
            "amount_negative",
            "tolerance",
        ),
        (
            promises_answer,
            {
                "today": "2026-11-23",
                "promises": [
                    {"id": "1", "on": "2026-11-23", "amount": "1", "moved": [{"at": "soon", "to": "2026-12-01"}]}
                ],
                "payments": [],
            },
            "instant_unreadable",
            "promises[0].moved[0].at",
        ),
        (conduct_answer, {**CONDUCT, "pack": "none"}, "choice_unknown", "pack"),
        (conduct_answer, {**CONDUCT, "now": "later"}, "instant_unreadable", "now"),
        (conduct_answer, {**CONDUCT, "complaint_open": "no"}, "value_shape", "complaint_open"),
        (conduct_answer, {**CONDUCT, "complaint": True}, "key_unknown", "complaint"),
        (conduct_answer, {**CONDUCT, "log": [{"at": "x"}]}, "instant_unreadable", "log[0].at"),
    ],
)
def test_a_mistake_names_its_key(answer, question, code, subject):
    with pytest.raises(Refused) as refused:
        answer(question)
    assert [(finding.code, finding.subject) for finding in refused.value.findings] == [(code, subject)]
