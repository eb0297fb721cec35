"""An agreement of Taiwan binds all creditors: no claim is left out of it unseen, whichever version is looked at."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workstation.casework.gating.agreed import agreed_plans
from workstation.casework.paper_kinds import KINDS, paper_state
from workstation.casework.paper_needs import PaperRequest

AGREEMENT = next(kind for kind in KINDS if kind.name == "agreement")


def missing(file, request: PaperRequest) -> list[tuple[str, str]]:
    found = paper_state(file, AGREEMENT, request).findings
    return [(one.code, one.figures["tail"]) for one in found if one.code == "account_without_plan"]


@pytest.mark.parametrize("left", [0, 1, 2, 3])
def test_a_claim_without_a_plan_is_named(file, left):
    account, bank = file.accounts[left], file.addressees[0]
    lacking = replace(file, choices=tuple(one for one in file.choices if one.account_id != account.id))
    assert missing(file, PaperRequest(bank)) == []
    assert missing(lacking, PaperRequest(bank)) == [("account_without_plan", account.tail)]
    other = next(one for one in lacking.chosen_plans)
    assert missing(lacking, PaperRequest(bank, plan=other.id)) == [("account_without_plan", account.tail)]


def test_one_version_is_looked_at_among_the_plans_of_the_other_debts(file):
    bank, first = file.addressees[0], file.chosen_plans[0]
    newer = replace(first, id="n1", version=first.version + 1)
    changed = replace(file, plans=(*file.plans, newer))
    plans = agreed_plans(changed, bank, "n1")
    assert [plan.account_id for plan in plans] == [account.id for account in file.accounts]
    assert [plan.id for plan in plans if plan.account_id == first.account_id] == ["n1"]
    each = replace(changed, pack=replace(file.pack, filing=replace(file.pack.filing, addressee="each_bank")))
    assert agreed_plans(each, file.account(first.account_id).bank, "n1") == (newer,)
