"""The made-up case as the single papers need it: both roles, a bank that is known, a counter-offer, a settled account."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from tests.documents.sample_case import AT, BANK, case_file, terms
from workstation.casework.case_file import CaseFile
from workstation.money import Money
from workstation.plan.debt.balances import COMPONENTS
from workstation.plan.rebuilt.claim_sheet import ClaimSheet
from workstation.plan.version import PlanChoice, PlanVersion
from workstation.profile.account_fact import AccountFact
from workstation.profile.bank import BankContact
from workstation.promise.adoption import Adoption
from workstation.promise.authority import Approval, Decision
from workstation.promise.payment import Payment
from workstation.rates import Rate

CONTACT = BankContact(
    BANK,
    "95555",
    "深圳市福田区深南大道 7088 号",
    "“掌上生活”App，或致电 95555",
    "存入本人还款账户",
    "致电 95555 转异议申请",
)
CHOSEN = {"accept": "p2", "counter": "p3", "refuse": "p1"}


def single_case(language: str = "zh-Hans", role: Any = "creditor_agency", **debtor: Any) -> CaseFile:
    """Everything told that a single paper may name."""
    file = case_file(**debtor)
    settings = replace(file.settings, role=role, phone="010-8888 0000", address="北京市朝阳区建国路 1 号")
    case = replace(file.case, language=language)
    return replace(file, case=case, bank_contacts=(CONTACT,), settings=settings)


def replied(file: CaseFile, decision: Decision) -> CaseFile:
    """With the bank's decision on the chosen plan."""
    return replace(file, approvals=(Approval("r1", "p1", "c1", "bank", decision, "王经理", AT),))


def countered_case(answer: str, language: str = "zh-Hans", why: str = "九月起支出减少，可早一年还清。") -> CaseFile:
    """The bank has asked for 36 instalments at 12 %; ours are versions 1 and 3."""
    file = single_case(language)
    account = file.accounts[0]
    asked = {"method": "equal_instalment", "instalments": 36, "treat_penalty": "in_plan", "rate": Rate(Decimal("0.12"))}
    theirs = PlanVersion("p2", "c1", "a1", 2, terms(account, **asked), AT, "陈静")
    mine = PlanVersion("p3", "c1", "a1", 3, terms(account, instalments=48, treat_penalty="in_plan"), AT, "陈静", why)
    return replace(
        file,
        plans=(*file.plans, theirs, mine),
        choices=(*file.choices, PlanChoice("x2", "c1", "a1", CHOSEN[answer], AT, "陈静")),
        approvals=(Approval("r1", "p1", "c1", "bank", "countered", "王经理", AT, "", "p2"),),
    )


def settled_case(language: str = "zh-Hans", **debtor: Any) -> CaseFile:
    """The card is paid, the other account is not."""
    file = single_case(language, **debtor)
    none = Money(0)
    paid = replace(file.accounts[0], principal=none, interest=none, penalty=none, fees=none)
    return replace(file, accounts=(paid, *file.accounts[1:]))


def paid_case(language: str = "zh-Hans", **debtor: Any) -> CaseFile:
    """The schedule of the card was adopted; two payments came, a third was taken back."""
    file = replied(single_case(language, **debtor), "granted")
    plan = file.chosen_plans[0]
    adoption = Adoption("d1", "c1", plan.account_id, plan.id, file.today, AT, "林协商")

    def paid(name: str, minor: int, **changes: Any) -> Payment:
        return Payment(name, "c1", plan.account_id, file.today, Money(minor), AT, "林协商", **changes)

    entries = (
        paid("m1", 833_34),
        paid("m2", 100_00, method="cash"),
        paid("m3", 5_00),
        paid("m4", -5_00, reverses="m3"),
    )
    return replace(file, adoptions=(adoption,), payments=entries)


def with_claim(file: CaseFile, bank: str) -> CaseFile:
    """What an agent gathered for the accounts at a bank: little is known of the penalty, less was received than agreed."""
    accounts = file.accounts_at(bank)
    question = {
        "since": "2025-01-10",
        "opening": {"principal": "9000.00"},
        "terms": {
            "statement_day": 20,
            "rates": [{"from": "2025-01-10", "rate": "0.0005", "per": "daily"}],
            "order": {"until_days": 90, "early": list(COMPONENTS), "late": list(COMPONENTS)},
            "penalty": {
                "rate": "0.05", "minimum": {"least": "0"}, "due_days": 20, "grace_days": {"least": 0, "most": 3}, "tolerance": "0",
            },
            "minimum": {"share": "0.1"},
        },
        "claims": [
            {"on": "2025-01-20", "principal": "9000.00", "interest": "49.50"},
            {"on": "2025-01-31", "principal": "9000.00", "interest": "120.00"},
        ],
    }  # fmt: skip
    sheets = tuple(ClaimSheet(one.id, file.case.id, json.dumps(question), AT, "林协商") for one in accounts)
    account = accounts[0]
    less = AccountFact(
        "af1", file.case.id, account.id, "received", date(2025, 1, 10), AT, "林协商", Money(900_000, account.currency),
        proof="到账记录", agreed=Money(1_000_000, account.currency), currency=account.currency,
    )  # fmt: skip
    return replace(file, claim_sheets=sheets, facts=(less,))


def claim_case(language: str = "zh-Hans", **debtor: Any) -> CaseFile:
    """The card with a claim that parts from what was rebuilt on its second day."""
    return with_claim(single_case(language, **debtor), BANK)
