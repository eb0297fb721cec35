"""What a packet declares as income: a fact that no note can enter, and old texts only where one reading is possible."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders import BANK, NOW, case_file
from workstation.casework.contradictions import contradiction_findings, other_declarations
from workstation.casework.gates import final_packet_findings
from workstation.casework.income.declared import INCOME, declared_income
from workstation.casework.packet_facts import packet_changes, packet_facts
from workstation.casework.printed import PacketFact, PrintedPacket
from workstation.money import Money
from workstation.profile.budget import Budget, BudgetLine

WAGE = BudgetLine("income", "wage", Money(460_000))
FOOD = BudgetLine("expense", "food", Money(339_600))
HOSTILE = (
    "2026年; income bonus 9000.00/month",
    "2026年; income bonus 9000.00/month ",
    "; income bonus 9000.00/month ; expense rent 9000.00/month ",
    "x; income bonus 9000.00/month a; expense rent 9000.00/month b",
    "1.00 = income wage 1.00/month ",
    "9000.00 CNY",
    "x; income",
    "\n; income bonus 9000.00/month\n",
)


def budget(*lines: BudgetLine) -> Budget:
    return Budget("c1", lines)


def packet(file, bank: str = "中国银行") -> PrintedPacket:
    return PrintedPacket("q", "c1", bank, 1, "00", 9, NOW, "林协商", False, packet_facts(file, bank))


def old_text(of: Budget) -> str:
    """The budget as packets of earlier releases keep it."""
    lines = (f"{one.side} {one.category} {one.amount.text()}/{one.every} {one.note}" for one in of.lines)
    return f"{of.surplus.grouped()} = {'; '.join(lines)}"


@pytest.mark.parametrize("note", HOSTILE)
@pytest.mark.parametrize("line", [0, 1])
def test_no_note_changes_what_a_packet_declares(note: str, line: int) -> None:
    lines = [WAGE, FOOD]
    lines[line] = replace(lines[line], note=note)
    file = case_file(budget=budget(*lines))
    made = packet(file)
    assert {fact.place: fact.value for fact in made.facts}[INCOME] == "4600.00 CNY"
    beside = replace(file, declarations=other_declarations(file, [made]))
    assert contradiction_findings(beside) == ()
    assert final_packet_findings(beside, BANK) == ()


@pytest.mark.parametrize("note", [note.strip() for note in HOSTILE])  # no note was kept with blanks at its ends
@pytest.mark.parametrize("line", [0, 1])
def test_a_note_in_an_old_text_leaves_the_income_or_no_answer(note: str, line: int) -> None:
    lines = [WAGE, FOOD]
    lines[line] = replace(lines[line], note=note)
    assert declared_income({"case.budget": old_text(budget(*lines))}, "CNY") in (Money(460_000), None)


@pytest.mark.parametrize(
    ("lines", "income"),
    [
        ((WAGE, FOOD), 460_000),
        ((replace(WAGE, every="fortnight"), FOOD), 996_667),
        ((WAGE, BudgetLine("income", "pension", Money(100_000), "quarter"), FOOD), 493_333),
        ((replace(WAGE, note="2026年 起; 配偶"), FOOD), 460_000),
        ((replace(WAGE, note="2026年; income bonus 9000.00/month"), FOOD), 460_000),
        ((replace(WAGE, note="x"), BudgetLine("income", "pension", Money(100_000)), FOOD), 560_000),
        ((WAGE, BudgetLine("income", "pension", Money(50_000)), BudgetLine("expense", "rent", Money(50_000))), 510_000),
        ((replace(WAGE, note="x"), BudgetLine("income", "pension", Money(50_000)),
          BudgetLine("expense", "rent", Money(50_000))), None),
        ((FOOD, replace(WAGE, note="x")), 460_000),
        ((FOOD,), None),
    ],
)  # fmt: skip
def test_an_old_text_is_read_where_only_one_income_can_be_meant(lines, income: int | None) -> None:
    found = declared_income({"case.budget": old_text(budget(*lines))}, "CNY")
    assert found == (None if income is None else Money(income))


@pytest.mark.parametrize(
    "text",
    [
        "", "x", "1,204.00 = ", "1,204.00 = x income wage 4600.00/month ", "income wage 4600.00/month ",
        "5.00 = income wage 4600.00/month ; expense food 3396.00/month ",
        "0.001 = income wage 0.001/month ", "4,600.00 = income wage 4600.00/decade ",
        "0.00 = " + "; ".join(f"income wage {2**n}.00/month x" for n in range(40)),
    ],
)  # fmt: skip
def test_what_is_no_budget_declares_nothing(text: str) -> None:
    assert declared_income({"case.budget": text}, "CNY") is None


@pytest.mark.parametrize("value", ["4600.00", "4600.00 CNY x", "x4600.00 CNY", "4600.00 yuan"])
def test_a_fact_in_no_known_form_declares_nothing(value: str) -> None:
    assert declared_income({INCOME: value, "case.budget": old_text(budget(WAGE, FOOD))}, "CNY") is None


def test_the_fact_names_its_own_currency() -> None:
    assert declared_income({INCOME: "4600 JPY"}, "CNY") == Money(4600, "JPY")
    assert declared_income({INCOME: "-4600.50 HKD"}, "CNY") == Money(-460_050, "HKD")


def test_a_packet_written_before_the_fact_was_kept_is_not_stale_for_it() -> None:
    file = case_file()
    old = replace(packet(file), facts=tuple(fact for fact in packet(file).facts if fact.place != INCOME))
    assert packet_changes(file, old) == ()
    other = replace(file, budget=budget(replace(WAGE, amount=Money(1)), FOOD))
    assert [one.subject for one in packet_changes(other, old)] == ["case.budget"]
    assert [one.subject for one in packet_changes(other, packet(file))] == ["case.budget"]


def test_what_an_old_packet_declared_still_contradicts() -> None:
    file = case_file()
    kept = (PacketFact("case.budget", old_text(file.budget)),)
    now = replace(file, budget=budget(replace(WAGE, amount=Money(600_000)), FOOD))
    told = replace(now, declarations=other_declarations(now, [replace(packet(file), facts=kept)]))
    (finding,) = contradiction_findings(told)
    assert (finding.figures["first"], finding.figures["second"]) == ("6,000.00", "4,600.00")
