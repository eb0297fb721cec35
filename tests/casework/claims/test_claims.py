"""What is claimed held against what was rebuilt; amounts received; creditors; the last day of the time limit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.builders import NOW, account, case_file
from workstation.casework.claims.check import check_claim
from workstation.casework.claims.input import days_to_pay, gathered, kept_payments
from workstation.casework.claims.limitation import limitation_findings, limitation_of
from workstation.casework.claims.received import cost_on_received, received_findings
from workstation.errors import Refused
from workstation.money import Money
from workstation.plan.calc.rebuilt_json import rebuild_answer
from workstation.policy.pack import packs
from workstation.profile.account_fact import AccountFact
from workstation.promise.payment import Payment
from workstation.rates import Rate, percent

QUESTION: dict[str, Any] = {
    "since": "2025-01-10",
    "opening": {"principal": "10000.00"},
    "terms": {
        "statement_day": 20,
        "rates": [{"from": "2025-01-10", "rate": "0.0005", "per": "daily"}],
        "order": {
            "until_days": 90,
            "early": ["interest", "penalty", "fees", "principal"],
            "late": ["principal", "interest", "penalty", "fees"],
        },
    },
}
ACCOUNT = account(as_of=None)


def fact(kind: str, on: str, **more: Any) -> AccountFact:
    return AccountFact(f"{kind}{on}", "c1", ACCOUNT.id, kind, date.fromisoformat(on), NOW, "林协商", **more)


def paid(on: str, minor: int, **more: Any) -> Payment:
    return Payment(f"p{on}{minor}", "c1", ACCOUNT.id, date.fromisoformat(on), Money(minor), NOW, "林协商", **more)


def file_of(one=ACCOUNT, **more):
    return replace(case_file(), accounts=(one,), **more)


# ── claimed against rebuilt ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("principal", "claimed", "agreed"),
    [
        ("10000.00", "10000.00", date(2025, 1, 20)),
        ({"least": "9000.00", "most": "11000.00"}, "10000.00", None),  # possible, not agreed
        ({"least": "0"}, "10000.00", None),  # nobody knows: it stays to be asked
    ],
)
def test_only_what_is_known_to_the_fen_counts_as_agreed(principal, claimed, agreed):
    claims = [{"on": "2025-01-20", "principal": claimed}, {"on": "2025-02-20", "principal": "1.00"}]
    question = {**QUESTION, "opening": {"principal": principal}, "claims": claims}
    found = check_claim(file_of(), ACCOUNT, question)
    assert found.compared is not None and found.compared.agreed_on == agreed


def test_the_first_day_and_item_that_differ_are_named():
    """5.00 a day: 55.00 on 20 January; 210.00 on 20 February, of which 10.00 too much are claimed."""
    claims = [
        {"on": "2025-01-20", "principal": "10000.00", "interest": "55.00"},
        {"on": "2025-02-20", "principal": "10000.00", "interest": "220.00"},
    ]
    found = check_claim(file_of(), ACCOUNT, {**QUESTION, "claims": claims})
    assert found.first is not None and found.compared is not None
    assert (found.first.on, found.first.item, found.first.beyond) == (date(2025, 2, 20), "interest", Money(1000))
    assert found.compared.agreed_on == date(2025, 1, 20)
    assert [(line.item, line.difference is None) for line in found.lines] == [
        ("principal", True), ("interest", True), ("principal", True), ("interest", False),
    ]  # fmt: skip


def test_what_nobody_knows_bounds_a_claim_from_below_only():
    unknown = {
        **QUESTION,
        "opening": {"principal": {"least": "9000.00"}},
        "claims": [{"on": "2025-01-20", "total": "99000"}],
    }
    (line,) = check_claim(file_of(), ACCOUNT, unknown).lines
    assert (line.least, line.most, line.difference) == (Money(904950), None, None)


def test_payments_on_record_count_once():
    file = file_of(payments=(paid("2025-02-01", 50_000), paid("2025-02-01", 50_000), paid("2025-03-01", 10_000)))
    typed = [{"on": "2025-02-01", "amount": "500"}]
    assert [(one["on"], one["amount"]) for one in kept_payments(file, ACCOUNT, typed)] == [
        ("2025-02-01", "500.00"), ("2025-03-01", "100.00"),
    ]  # fmt: skip
    assert kept_payments(file, ACCOUNT, [], "2025-03-02") == []
    back = paid("2025-03-05", -10_000, reverses="p2025-03-0110000")
    assert len(kept_payments(replace(file, payments=(*file.payments, back)), ACCOUNT, [])) == 2


def test_the_balance_of_the_account_is_what_is_claimed():
    stated = replace(ACCOUNT, as_of=date(2025, 1, 20), principal=Money(1_000_000), interest=Money(5500))
    found = check_claim(file_of(stated), stated, QUESTION)
    assert [line.item for line in found.lines] == ["principal", "interest", "penalty", "fees", "total"]
    assert [line.difference for line in found.lines if line.item in ("principal", "interest")] == [None, None]


def test_what_the_account_tells_is_proposed_and_the_rest_is_asked():
    one = replace(
        ACCOUNT,
        bank="中国工商银行",
        statement_day=20,
        due_day=9,
        opened_on=date(2025, 1, 10),
        rate=Rate(Decimal("0.18")),
    )
    asked = gathered(file_of(one), one)
    assert asked["terms"]["penalty"]["grace_days"] == {"least": 3, "most": 6}  # 17 to 20 days to pay, three of grace
    assert asked["terms"]["penalty"]["maximum"] == "500.00"
    assert asked["terms"]["penalty"]["tolerance"] == {"least": "0"}
    assert asked["terms"]["minimum"] == {"share": "0.10"}
    assert asked["opening"] == {"principal": {"least": "0"}}
    check_claim(file_of(one), one, asked)
    with pytest.raises(Refused) as refused:
        check_claim(file_of(), replace(ACCOUNT, opened_on=None))
    assert refused.value.findings[0].code == "key_missing"


@pytest.mark.parametrize(("currency", "most"), [("CNY", "500.00"), ("USD", {"least": "0"}), ("JPY", {"least": "0"})])
def test_what_a_bank_charges_in_yuan_says_nothing_of_another_currency(currency, most):
    owed = Money(90_00, currency)
    one = replace(
        ACCOUNT, bank="中国工商银行", opened_on=date(2025, 1, 10), statement_day=20, due_day=9, currency=currency
    )
    one = replace(one, principal=owed, interest=owed, penalty=owed, fees=owed)
    asked = gathered(file_of(one), one)
    assert asked["terms"]["penalty"]["maximum"] == most
    asked["terms"]["rates"] = QUESTION["terms"]["rates"]
    check_claim(file_of(one), one, {**asked, "claims": [{"on": "2025-06-01", "total": "1"}]})


def test_a_proposal_fits_into_a_month():
    """20 to 25 days to pay and three of grace would end after the next statement of February."""
    asked = gathered(file_of(ACCOUNT), replace(ACCOUNT, opened_on=date(2025, 1, 10), statement_day=20, due_day=None))
    asked["terms"]["rates"] = QUESTION["terms"]["rates"]
    assert asked["terms"]["penalty"]["grace_days"] == {"least": 3, "most": 7}
    check_claim(file_of(ACCOUNT), ACCOUNT, {**asked, "claims": [{"on": "2025-06-01", "total": "1"}]})


@pytest.mark.parametrize(("stated", "due", "days"), [(20, 9, (17, 20)), (1, 21, (20, 20)), (None, 9, (20, 25))])
def test_days_between_statement_and_due_day(stated, due, days):
    assert days_to_pay(replace(ACCOUNT, statement_day=stated, due_day=due)) == days


# ── received and creditor ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("received", "rate"),
    [("10000", "18.00%"), ("9500", "28.00%"), ("9000", "38.80%")],
)
def test_the_cost_is_reckoned_on_what_was_received(received, rate):
    """10,000.00 at 18 % in twelve instalments of 916.80."""
    cost = cost_on_received(Money(1_000_000), Money.parse(received), Rate(Decimal("0.18")), 12)
    assert cost is not None and percent(cost) == rate


@pytest.mark.parametrize(
    ("bank", "opened", "rate", "limit"),
    [
        ("招商银行", "2026-01-05", "0.24", None),
        ("招商银行", "2026-01-05", "0.2401", "24.00%"),
        ("招联消费金融有限公司", "2025-10-30", "0.24", None),  # the day before the guidance
        ("招联消费金融有限公司", "2025-10-31", "0.24", "20.00%"),
        ("招联消费金融有限公司", "2025-10-31", "0.20", None),
        ("重庆某某小额贷款有限公司", "2026-01-05", "0.24", None),
        ("重庆某某小额贷款有限公司", "2026-01-05", "0.36", "24.00%"),
        ("招商银行", None, "0.36", None),  # of which day nobody knows
        ("招商银行", "2026-01-05", None, None),
    ],
)
def test_the_rate_of_a_contract_is_held_to_the_cap_of_its_lender_on_its_day(bank, opened, rate, limit):
    one = account(
        bank=bank, rate=Rate(Decimal(rate)) if rate else None, opened_on=date.fromisoformat(opened) if opened else None
    )
    found = [one.figures["limit"] for one in received_findings(file_of(one), one) if one.code == "contract_over_cap"]
    assert found == ([limit] if limit else [])


def test_a_deduction_names_its_rule_and_the_cap_of_its_lender():
    one = replace(ACCOUNT, rate=Rate(Decimal("0.18")), term=12)
    less = fact("received", "2025-01-10", amount=Money(900_000), agreed=Money(1_000_000), proof="到账记录")
    found = received_findings(file_of(one, facts=(less,)), one)
    assert [finding.code for finding in found] == ["received_less", "received_cost"]
    assert found[0].figures["deducted"] == "1,000.00"
    assert (found[1].figures["rate"], found[1].figures["limit"]) == ("38.80%", "24.00%")
    assert [one.code for one in received_findings(file_of(facts=(less,)), replace(ACCOUNT, term=None))][
        -1
    ] == "received_rate_unknown"


def test_a_change_of_creditor_asks_for_its_proof():
    facts = (
        fact("guarantor_paid", "2025-06-01", amount=Money(5), party="某担保公司"),
        fact("assigned", "2025-07-01", party="甲公司", proof="通知"),
    )
    codes = [finding.code for finding in received_findings(file_of(facts=facts), ACCOUNT)]
    assert codes == ["fact_proof_missing", "creditor_guarantor", "creditor_assigned"]
    gone = replace(facts[1], id="gone", withdraws=facts[1].id)
    assert "creditor_assigned" not in [one.code for one in received_findings(file_of(facts=(*facts, gone)), ACCOUNT)]


# ── the time limit ───────────────────────────────────────────────────────────────────────────────────────────────────────

DUE = replace(ACCOUNT, due_on=date(2024, 2, 29), due_source="", product="credit_card")


@pytest.mark.parametrize(
    ("facts", "last"),
    [
        ((), "2027-02-28"),
        ((("demanded", "2025-05-01"),), "2028-05-01"),
        ((("demanded", "2025-05-01"), ("sued", "2026-05-02")), "2029-05-02"),
        ((("received", "2025-05-01"),), "2027-02-28"),  # begins nothing anew
        ((("demanded", "2023-05-01"),), "2027-02-28"),  # before the debt fell due
        ((("demanded", "2027-02-28"),), "2030-02-28"),  # on the last day
        ((("demanded", "2027-03-01"),), "2027-02-28"),  # a day late
        ((("acknowledged", "2027-03-01"),), "2030-03-01"),  # who agrees after the last day gives the defence up
    ],
)
def test_the_last_day_of_the_time_limit(facts, last):
    found = limitation_of(file_of(DUE, facts=tuple(fact(*one, proof="x") for one in facts)), DUE)
    assert found is not None and found.last.isoformat() == last
    assert found.source.dated


def test_a_payment_begins_it_anew_and_a_reversed_one_does_not():
    one = paid("2026-01-05", 10_000)
    found = limitation_of(file_of(DUE, payments=(one,)), DUE)
    assert (
        found is not None
        and found.last == date(2029, 1, 5)
        and found.restart is not None
        and found.restart.how == "payment"
    )
    back = replace(paid("2026-01-06", -10_000), reverses=one.id)
    found = limitation_of(file_of(DUE, payments=(one, back)), DUE)
    assert found is not None and found.last == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("today", "code"),
    [
        ("2026-08-31", ""),
        ("2026-09-01", "limitation_near"),
        ("2027-02-28", "limitation_near"),
        ("2027-03-01", "limitation_passed"),
    ],
)
def test_it_is_told_from_half_a_year_before(today, code):
    found = limitation_findings(replace(file_of(DUE), today=date.fromisoformat(today)), DUE)
    assert [one.code for one in found] == ([code] if code else [])


def test_a_place_without_a_rule_says_so():
    file = replace(file_of(DUE), pack=packs()["tw-prenegotiation"])
    assert limitation_of(file, DUE) is None
    assert [one.code for one in limitation_findings(file, DUE)] == ["limitation_unknown"]


def test_a_most_of_nothing_is_known():
    """Nothing at all is a bound like any other, and not one that nobody knows."""
    answer = rebuild_answer({**QUESTION, "claims": [{"on": "2025-01-20", "penalty": "5.00"}]})
    assert (answer["first"]["most"], answer["first"]["beyond"]) == ("0.00", "5.00")
