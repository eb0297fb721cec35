"""What is settled, or was entered twice, is told as no debt anywhere; what was closed for another reason is still owed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.builders import BANK, NOW, account, case_file, line_of, plan, terms
from workstation.actions.plans.shares import shares_of
from workstation.casework.case_file import CaseFile
from workstation.casework.gates import final_packet_findings
from workstation.casework.packet_facts import bound_items, packet_facts
from workstation.casework.sources.figures import sourced_figures
from workstation.documents.bankform.catalogue import known_values
from workstation.documents.packet.gather import packet_figures
from workstation.documents.workbook.figures import workbook_figures
from workstation.money import Money
from workstation.plan.version import PlanChoice
from workstation.promise.ending import REOPENED, SETTLED, AccountEnd

CARD = account()
NONE = Money(0)
HERE = replace(
    CARD, id="a2", number="6225880000009999", principal=Money(12_345_00), interest=NONE, penalty=NONE, fees=NONE
)
ELSEWHERE = replace(HERE, id="a3", bank="平安银行", number="6222020000001111", principal=Money(6_000_00))
DEAR = terms(HERE, instalments=11)  # 1,122.28 a month beside 833.34 out of 1,204.00
WHOLE = CARD.owed + HERE.owed + ELSEWHERE.owed


def ended(*hows: str) -> CaseFile:
    """The case with two more accounts, one of them with a dear plan, both ended so (one after the other)."""
    ends = tuple(
        AccountEnd(f"{one.id}-{at}", "c1", one.id, how, date(2026, 11, 20), NOW, "林协商")
        for one in (HERE, ELSEWHERE)
        for at, how in enumerate(hows)
    )
    file = case_file()
    return replace(
        file,
        accounts=(CARD, HERE, ELSEWHERE),
        plans=(*file.plans, plan(id="p2", account_id="a2", terms=DEAR)),
        choices=(*file.choices, PlanChoice("ch2", "c1", "a2", "p2", NOW, "林协商")),
        ends=ends,
    )


@pytest.mark.parametrize(
    ("hows", "owed"),
    [
        ((), WHOLE), ((SETTLED,), CARD.owed), (("duplicate",), CARD.owed), (("refused_by_bank",), WHOLE),
        (("lawsuit",), WHOLE), ((SETTLED, REOPENED), WHOLE), (("lawsuit", SETTLED), CARD.owed),
    ],
)  # fmt: skip
def test_papers_tell_of_debts_that_are_still_owed(hows, owed):
    file, gone = ended(*hows), owed == CARD.owed
    told = packet_figures(file, BANK)
    assert [one.owed for one in told.debts_owed] == [owed]
    assert [one.owed for one in told.owed] == [CARD.owed if gone else CARD.owed + HERE.owed]
    assert {one.id for one in told.accounts} == ({"a1"} if gone else {"a1", "a2"})
    assert len(told.plans) == (1 if gone else 2)
    facts = {one.place for one in packet_facts(file, BANK)}
    assert {"account.a1", "plan.a1"} <= facts and (not {"account.a2", "account.a3", "plan.a2"} & facts) == gone
    assert any(one.account_id == "a2" for one in sourced_figures(file, BANK)) != gone
    assert known_values(file, BANK)["owed.total"].raw == (CARD.owed if gone else CARD.owed + HERE.owed)
    sheet = workbook_figures(file)
    assert sum(one.account.owed.minor for one in sheet.accounts) == owed.minor
    assert [one.days_overdue for one in sheet.accounts] == ([98, 0, 0] if gone else [98, 98, 98])


@pytest.mark.parametrize(("how", "counts"), [("", True), (SETTLED, False), ("lawsuit", False), (REOPENED, True)])
def test_a_plan_takes_nothing_out_of_the_month_once_its_account_ended(how, counts):
    file = ended(how) if how else ended()
    assert ("plan_over_surplus" in {one.code for one in final_packet_findings(file, BANK)}) == counts
    assert len(packet_figures(file, "平安银行").budget.planned) == (2 if counts else 1)
    assert {one.share.account.id for one in shares_of(file).lines} == ({"a1", "a2", "a3"} if counts else {"a1"})


STATEMENT = "account_statement"
"""Asked of each account."""


@pytest.mark.parametrize(
    ("how", "proved", "state"),
    [
        ("", {"a1"}, "missing"), ("", {"a1", "a2", "a3"}, "verified"), (SETTLED, {"a1"}, "verified"), (SETTLED, {""}, "verified"),
        (SETTLED, {"a2"}, "missing"), (SETTLED, set(), "missing"), ("lawsuit", {"a1"}, "missing"),
    ],
)  # fmt: skip
def test_no_proof_is_asked_for_what_is_owed_no_more_and_its_own_proves_nothing_else(how, proved, state):
    file = ended(how) if how else ended()
    (item,) = (one for one in file.items if one.requirement == STATEMENT)
    (check,) = (one for one in file.verifications if one.item_id == item.id)
    own = [replace(item, id=f"i-{one}", account_id=one) for one in sorted(proved)]
    checked = [replace(check, id=f"v-{one.id}", item_id=one.id) for one in own]
    file = replace(
        file,
        items=(*(one for one in file.items if one is not item), *own),
        verifications=(*(one for one in file.verifications if one is not check), *checked),
    )
    assert (line_of(file, STATEMENT).state, len(line_of(file, STATEMENT).items)) == (state, len(proved))
    bound = {one.account_id for asked, one in bound_items(file, BANK) if asked.code == STATEMENT}
    assert bound == proved - ({"a2", "a3"} if how == SETTLED else {"a3"})


def test_a_case_of_which_everything_is_settled_still_tells_what_it_was_about():
    file = ended(SETTLED)
    file = replace(file, accounts=(HERE,), choices=file.choices[1:])
    assert [one.id for one in packet_figures(file, BANK).accounts] == ["a2"]
