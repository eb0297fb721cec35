"""One person tells one story: the case, packets that left, other cases, and what statements leave to live on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from tests.builders import NOW, case_file
from workstation.casework.contradictions import contradiction_findings, other_declarations
from workstation.casework.gates import final_packet_findings, missing
from workstation.casework.income.disposable import offers_beyond_findings
from workstation.casework.income.picture import income_picture
from workstation.casework.packet_facts import packet_facts
from workstation.casework.printed import PrintedPacket
from workstation.evidence.consistency import explained_as
from workstation.evidence.statements.transactions import Statement, Transaction
from workstation.evidence.verification import Waiver
from workstation.money import Money
from workstation.profile.budget import BudgetLine
from workstation.profile.case import Stage


def packet(file, bank="招商银行", version=1, **changes) -> PrintedPacket:
    made = PrintedPacket("q", "c1", bank, version, "00", 9, NOW, "林协商", False, packet_facts(file, bank))
    return replace(made, **changes)


def beside(file, packets=(), others=()):
    return replace(file, declarations=other_declarations(file, packets, others))


def declarations(file, packets=(), others=()) -> list[tuple[str, str, str]]:
    found = contradiction_findings(beside(file, packets, others))
    return [(one.figures["fact"], one.figures["first"], one.figures["second"]) for one in found]


FILE = case_file()
MARRIED = replace(FILE, debtor=replace(FILE.debtor, marital="married", children=1))


def test_a_packet_of_the_same_facts_agrees() -> None:
    assert declarations(MARRIED, [packet(MARRIED), packet(MARRIED, "中国银行")]) == []


@pytest.mark.parametrize(
    ("now", "fact", "values"),
    [
        (replace(MARRIED, debtor=replace(MARRIED.debtor, children=2)), "children", ("2", "1")),
        (replace(MARRIED, debtor=replace(MARRIED.debtor, marital="divorced")), "marital", ("离异", "已婚")),
        (replace(MARRIED, case=replace(MARRIED.case, reason_from=date(2026, 8, 2))), "hardship_from",
         ("2026-08-02", "2026-07-02")),
        (replace(MARRIED, budget=replace(MARRIED.budget, lines=(BudgetLine("income", "wage", Money(600_000)),))), "income",
         ("6,000.00", "4,600.00")),
    ],
)  # fmt: skip
def test_what_a_packet_told_otherwise_is_named_with_both_places(now, fact, values) -> None:
    (finding,) = contradiction_findings(beside(now, [packet(MARRIED)]))
    assert (finding.figures["fact"], finding.figures["first"], finding.figures["second"]) == (fact, *values)
    assert "CC-2026-00417" in finding.figures["first_place"]
    assert "招商银行" in finding.figures["second_place"]


def test_income_within_the_tolerance_and_older_versions_and_drafts_say_nothing() -> None:
    near = replace(MARRIED, budget=replace(MARRIED.budget, lines=(BudgetLine("income", "wage", Money(480_000)),)))
    assert declarations(near, [packet(MARRIED)]) == []
    other = replace(MARRIED, debtor=replace(MARRIED.debtor, children=3))
    assert declarations(MARRIED, [packet(other, version=1), packet(MARRIED, version=2)]) == []
    assert declarations(MARRIED, [packet(other, draft=True)]) == []
    assert declarations(MARRIED, [packet(other, facts=())]) == []


def test_the_newest_packet_counts_in_whatever_order_they_are_read() -> None:
    other = replace(MARRIED, debtor=replace(MARRIED.debtor, children=3))
    versions = [packet(other, version=1), packet(MARRIED, version=2), packet(other, version=3)]
    for order in permutations(versions):
        assert [fact for fact, *_ in declarations(MARRIED, list(order))] == ["children"]
        assert declarations(MARRIED, [one for one in order if one.version < 3]) == []


def test_another_case_of_the_same_person_may_not_tell_another_story() -> None:
    other = replace(MARRIED, case=replace(MARRIED.case, id="c2", number="CC-2026-00500", reason="unemployment"))
    ((fact, _, second),) = declarations(MARRIED, others=[other])
    assert (fact, second) == ("reason", FILE.pack.reasons["unemployment"].text("zh-Hans"))


@pytest.mark.parametrize(("pay", "found"), [(500_000, []), (400_000, ["offers_beyond_means"])])
def test_all_offers_together_fit_what_statements_leave(pay, found) -> None:
    file = replace(FILE, case=replace(FILE.case, reason_from=None))
    rows = tuple(Transaction(1, date(2026, month, 10), Money(pay), "income", text="工资") for month in range(5, 11))
    shown = Statement("cmb.debit", "…1", "CNY", date(2026, 5, 1), date(2026, 10, 31), 6, (), rows, period_printed=True)
    picture = income_picture(file, [shown])
    assert picture.evidenced == Money(pay)
    findings = offers_beyond_findings(file, picture)
    assert [one.code for one in findings] == found
    assert all("6214" in one.figures["places"] and "流水" in one.figures["means_place"] for one in findings)
    assert offers_beyond_findings(file, income_picture(file, [])) == ()


@pytest.mark.parametrize(("priority", "found"), [(770_66, []), (770_67, ["offers_beyond_means"])])
def test_priority_debts_are_paid_before_any_offer(priority, found) -> None:
    """5,000.00 proved, 3,396.00 spent: 833.34 a month fit as long as rent arrears and the like leave them."""
    arrears = BudgetLine("priority_debt", "rent_arrears", Money(priority))
    file = replace(FILE, case=replace(FILE.case, reason_from=None))
    file = replace(file, budget=replace(file.budget, lines=(*file.budget.lines, arrears)))
    rows = tuple(Transaction(1, date(2026, month, 10), Money(500_000), "income", text="工资") for month in range(5, 11))
    shown = Statement("cmb.debit", "…1", "CNY", date(2026, 5, 1), date(2026, 10, 31), 6, (), rows, period_printed=True)
    assert [one.code for one in offers_beyond_findings(file, income_picture(file, [shown]))] == found


def barred(file, bank: str) -> list[str]:
    return [one.subject for one in final_packet_findings(file, bank)]


def test_what_another_bank_was_told_keeps_the_packet_back_until_a_supervisor_has_explained_just_that() -> None:
    now = replace(MARRIED, debtor=replace(MARRIED.debtor, children=2))
    told_a_bank = beside(now, [packet(MARRIED, "中国银行")])
    assert barred(told_a_bank, "招商银行") == ["consistency.children"]
    (finding,) = contradiction_findings(told_a_bank)
    answer = Waiver("w", "c1", explained_as(finding), "九月又生一子", "周主管", NOW)
    assert barred(replace(told_a_bank, waivers=(answer,)), "招商银行") == []
    other = replace(MARRIED, case=replace(MARRIED.case, id="c2"), debtor=replace(MARRIED.debtor, children=3))
    beyond = replace(
        told_a_bank,
        declarations=(*told_a_bank.declarations, *other_declarations(MARRIED, others=[other])),
        waivers=(answer,),
    )
    assert {one.figures["second"] for one in final_packet_findings(beyond, "招商银行")} == {"3"}
    third = replace(told_a_bank, debtor=replace(now.debtor, children=3), waivers=(answer,))
    assert barred(third, "招商银行") == ["consistency.children"]


def test_a_bank_is_told_anew_what_has_changed() -> None:
    now = beside(replace(MARRIED, debtor=replace(MARRIED.debtor, children=2)), [packet(MARRIED)])
    assert contradiction_findings(now)
    assert barred(now, "招商银行") == []
    assert missing(now, Stage.VERIFY) == ()


def test_another_case_of_the_same_person_keeps_verification_open() -> None:
    other = replace(MARRIED, case=replace(MARRIED.case, id="c2", number="CC-2026-00500", reason="unemployment"))
    now = beside(MARRIED, others=[other])
    assert [one.subject for one in missing(now, Stage.VERIFY)] == ["consistency.reason"]
    assert barred(now, "招商银行") == ["consistency.reason"]
