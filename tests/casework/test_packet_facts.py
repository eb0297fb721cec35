"""A packet whose source has changed is stale, and says where; a packet whose source stands is not, however old."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.builders import BANK, NOW, account, case_file, plan, terms
from workstation.casework.case_file import CaseFile
from workstation.casework.packet_facts import packet_changes, packet_facts
from workstation.casework.printed import PrintedPacket
from workstation.money import Money
from workstation.profile.budget import BudgetLine
from workstation.wording import LANGUAGES, Wording


def printed(file: CaseFile) -> PrintedPacket:
    return PrintedPacket("q1", "c1", BANK, 3, "0" * 64, 12, NOW, "林协商", False, packet_facts(file, BANK))


def with_case(file: CaseFile, **changes) -> CaseFile:
    return replace(file, case=replace(file.case, **changes))


def with_debtor(file: CaseFile, **changes) -> CaseFile:
    return replace(file, debtor=replace(file.debtor, **changes))


def other_item(file: CaseFile, **changes) -> CaseFile:
    return replace(file, items=(replace(file.items[0], **changes), *file.items[1:]))


CHANGES = {
    "debtor.name": lambda file: with_debtor(file, name="欧阳古丽"),
    "debtor.employer": lambda file: with_debtor(file, employer="北方机械厂"),
    "debtor.children": lambda file: with_debtor(file, children=2),
    "case.reason_note": lambda file: with_case(file, reason_note="七月起住院"),
    "case.repayment_source": lambda file: with_case(file, repayment_source="工资"),
    "case.language": lambda file: with_case(file, language="en"),
    "case.budget": lambda file: replace(
        file, budget=replace(file.budget, lines=(*file.budget.lines, BudgetLine("income", "wage", Money(1))))
    ),
    "account.a1": lambda file: replace(file, accounts=(account(penalty=Money(895_35)),)),
    "plan.a1": lambda file: replace(file, plans=(plan(terms=terms(instalments=48)),)),
    "evidence.id_card": lambda file: other_item(file, sha256="11" * 32),
}


@pytest.mark.parametrize(("place", "change"), CHANGES.items(), ids=CHANGES)
def test_a_changed_source_is_named_with_its_place(place, change) -> None:
    before = case_file()
    found = packet_changes(change(before), printed(before))
    assert [finding.subject for finding in found] == [place]
    for language in LANGUAGES:
        assert "{" not in Wording(language).finding(found[0])


def test_then_and_now_are_told() -> None:
    before = case_file()
    (finding,) = packet_changes(with_debtor(before, employer="北方机械厂"), printed(before))
    assert finding.figures == {"bank": BANK, "version": "3", "then": "—", "now": "北方机械厂"}
    (finding,) = packet_changes(replace(before, accounts=(account(fees=Money(0)),)), printed(before))
    assert finding.figures["then"].startswith("59,236.45 ") and finding.figures["now"].startswith("59,036.45 ")


@pytest.mark.parametrize("change", ["withdrawn", "unverified", "failed"])
def test_a_proof_that_no_longer_stands_is_a_change(change) -> None:
    before = case_file()
    after = {
        "withdrawn": lambda: other_item(before, withdrawn=True),
        "unverified": lambda: replace(before, verifications=before.verifications[1:]),
        "failed": lambda: replace(
            before, verifications=(replace(before.verifications[0], result="failed"), *before.verifications[1:])
        ),
    }[change]()
    (finding,) = packet_changes(after, printed(before))
    assert (finding.code, finding.subject) == ("packet_stale_evidence", f"evidence.{before.items[0].requirement}")


def test_a_debt_at_another_bank_counts_by_its_sum() -> None:
    other = replace(account(), id="a2", bank="平安银行", purpose="旅行")
    before = replace(case_file(), accounts=(account(), other))
    renamed = replace(before, accounts=(account(), replace(other, purpose="装修")))
    paid = replace(before, accounts=(account(), replace(other, principal=Money(1))))
    assert packet_changes(renamed, printed(before)) == ()
    assert [finding.subject for finding in packet_changes(paid, printed(before))] == ["account.a2"]


def test_nothing_changed_is_not_stale_whatever_the_day() -> None:
    before = case_file()
    assert packet_changes(before, printed(before)) == ()
    assert packet_changes(replace(before, today=date(2027, 3, 1)), printed(before)) == ()


def test_a_packet_of_before_facts_were_kept_is_not_judged() -> None:
    before = case_file()
    assert packet_changes(with_debtor(before, name="别人"), replace(printed(before), facts=())) == ()
