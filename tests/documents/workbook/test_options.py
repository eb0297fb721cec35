"""What the desk weighed and where its figures come from, as the workbook shows it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from tests import builders
from tests.documents.workbook.made_once import plain
from tests.documents.workbook.spreadsheet import cells
from tests.documents.workbook.test_case_workbook import number
from tests.documents.workbook.workbook_cases import figures, rate, sample_figures, terms
from workstation.actions.papers.workbooks import evaluated
from workstation.actions.plans import options
from workstation.documents.packet.gather import packet_figures
from workstation.documents.workbook.case_workbook import case_workbook
from workstation.documents.workbook.figures import PlanCosts, workbook_figures
from workstation.documents.workbook.sources import source_figures
from workstation.evidence.figure_source import FigureSource
from workstation.money import Money
from workstation.plan.schedule.calculate import schedule
from workstation.plan.schedule.cost import cost_of_schedule
from workstation.plan.schedule.lender_table import LenderCost, LenderTable
from workstation.profile.budget import Budget
from workstation.wording import Wording

FILE = builders.case_file(accounts=(builders.account(rate=rate("0.0005", "daily")),))


def shown(sheet: str) -> dict[str, Any]:
    return cells(case_workbook(sample_figures()))[sheet]


def line(sheet: dict[str, Any], label: str) -> list[Any]:
    """The values of the line that begins with a label, from column B on."""
    (row,) = [at[1:] for at, value in sheet.items() if at[0] == "A" and str(value).startswith(label)]
    return [sheet.get(f"{column}{row}") for column in "BCDEF"]


def test_options_stand_side_by_side_with_doing_nothing() -> None:
    (found,) = options.options_of(FILE)
    offered = [one.option for one in found.offered]
    assert 1 < len(offered) <= 4
    sheet, blanks = shown("方案比选"), [None] * (4 - len(offered))
    assert line(sheet, "还款合计") == [None, *[number(one.total) for one in offered], *blanks]
    assert line(sheet, "最高一期应还") == [None, *[number(one.payment) for one in offered], *blanks]
    owed = builders.account().owed
    assert line(sheet, "今日欠款") == [number(owed), *[number(one.total - owed) for one in offered], *blanks]
    assert all(line(sheet, "排序理由")[1 : 1 + len(offered)])


def test_each_horizon_shows_what_waiting_owes_and_each_option_takes() -> None:
    (found,) = options.options_of(FILE)
    compared = options.compare_plans(FILE, FILE.accounts[0], [one.option.terms for one in found.offered]).comparison
    assert compared.waiting is not None
    point = next(point for point in compared.waiting.points if point.days == 180)
    spent = [next(saved.spent for saved in plan.saved if saved.days == 180) for plan in compared.plans]
    assert line(shown("方案比选"), "180 天后")[: 1 + len(spent)] == [number(point.owed.total), *map(number, spent)]


def test_options_beyond_four_follow_by_rank() -> None:
    plain = sample_figures().options[0]
    six = tuple(replace(plain.options[0], rank=rank, count=rank) for rank in range(1, 7))
    sheet = cells(case_workbook(figures(options=(replace(plain, options=six),))))["方案比选"]
    assert {"第 5 位", "第 6 位"} <= set(sheet.values())
    assert line(sheet, "期数")[1:] == [1, 2, 3, 4]


def test_a_household_without_surplus_is_told_that_nothing_can_be_offered() -> None:
    poor = replace(FILE, budget=Budget(FILE.case.id, ()))
    sheet = cells(case_workbook(workbook_figures(poor, evaluated(poor))))["方案比选"]
    assert "按现有结余与权限，没有可以提出的方案。" in sheet.values()


def test_every_figure_names_its_exhibit_and_page_or_who_states_it() -> None:
    sheet = shown("来源对照")
    places = {sheet[f"C{row}"]: sheet[f"E{row}"] for row in range(5, 60) if f"C{row}" in sheet}
    assert places["姓名"] == "申请人陈述" and "按收支情况表计算" in places["每月结余"]


def test_a_confirmed_figure_names_its_exhibit_and_page() -> None:
    name, item = FILE.debtor.name, FILE.items[0]
    at = FigureSource("s1", FILE.case.id, "name", name, item.id, 0, 1, 1, 9, 9, "seen", builders.NOW, "林协商")
    packet = packet_figures(replace(FILE, sources=(at,)), builders.BANK)
    bound = [
        {one.figure: (one.source, one.document) for one in source_figures(packet, pages, Wording("zh-Hans"))}["姓名"]
        for pages in ({"exhibit.1": 9}, {})
    ]
    assert [source for source, _ in bound] == ["附件 1 · 第 9 页", "附件 1"]
    assert all(item.file_name in document for _, document in bound)


def test_amounts_are_numbers_and_the_id_is_covered() -> None:
    sheet = shown("来源对照")
    assert number(Money(50_000_00)) in list(sheet.values())
    assert builders.case_file().debtor.resident_id not in sheet.values()
    assert "110***********002X" in {str(value).replace("＊", "*") for value in sheet.values()}


def test_an_amount_keeps_its_currency_and_a_text_that_looks_like_one_stays_text() -> None:
    """Only what is an amount in the case becomes a number; the debts here are in yen, the household's budget is in yuan."""
    yen = {part: Money(1_234, "JPY") for part in ("principal", "interest", "penalty", "fees")}
    file = builders.case_file(accounts=(builders.account(**yen),), plans=(), choices=(), approvals=())
    file = replace(file, debtor=replace(file.debtor, employer="1,000.00"))
    packet = packet_figures(file, builders.BANK)
    found = {one.figure: one.value for one in source_figures(packet, {}, Wording("zh-Hans"))}
    assert found["工作单位"] == "1,000.00"
    assert [value for name, value in found.items() if "本金" in name] == [Money(1_234, "JPY")]
    assert found["每月结余"] == file.budget.surplus


def test_what_was_paid_is_keyed_in_beside_the_rows() -> None:
    plan, formulas = plain(False).worksheets[1], plain(True).worksheets[1]
    end = 11 + 12
    assert formulas[f"K{end}"].value == f"=ROUND(SUM(K11:K{end - 1}),2)"
    assert formulas["K7"].value == f"=ROUND(I{end}-K{end},2)"
    assert plan["K7"].value == plan[f"I{end}"].value
    assert not plan["K11"].protection.locked


def test_rows_are_marked_paid_overdue_and_due_soon() -> None:
    plan = plain(True).worksheets[1]
    conditions = [rule.formula[0] for area in plan.conditional_formatting for rule in area.rules]
    assert 'AND($K11<>"",N($K11)>=$I11)' in conditions
    assert "AND($B11<TODAY(),N($K11)<$I11)" in conditions
    assert "AND($B11>=TODAY(),$B11<=TODAY()+$K$5,N($K11)<$I11)" in conditions


def test_the_costs_of_each_chosen_plan_stand_with_both_rules() -> None:
    table = cost_of_schedule(schedule(terms(rate=rate("0.12"))))
    assert table is not None and table.items
    sheet = cells(case_workbook(replace(sample_figures(), costs=(PlanCosts("某银行", table),))))["方案比选"]
    told = {str(value): sheet.get(f"C{at[1:]}") for at, value in sheet.items() if at[0] == "A"}
    added = next(value for key, value in told.items() if "2026〕2号" in key)
    single = next(value for key, value in told.items() if "2021〕第3号" in key)
    assert added == single != 0  # one item alone: both rules say the same


def test_a_lenders_table_names_its_items_as_typed() -> None:
    """A typed name is never taken for a key of the wording: “title” and “fee” stand as they are."""
    items = (LenderCost("title", "each", Money(72_00)), LenderCost("fee", "start", Money(100_00)))
    kept = LenderTable(
        "a1", "c1", Money(12_000_00), date(2026, 8, 3), date(2026, 9, 3), 12, "equal_principal", "30/360", rate("0.12"),
        items, datetime(2026, 11, 29, tzinfo=UTC), "林协商",
    )  # fmt: skip
    file = replace(FILE, lender_tables=(replace(kept, account_id=FILE.accounts[0].id),))
    found = workbook_figures(file)
    assert [one.lender for one in found.costs][:1] == [True]
    sheet = cells(case_workbook(replace(sample_figures(), costs=found.costs)))["方案比选"]
    named = [str(value) for at, value in sheet.items() if at[0] == "A"]
    assert {"利息", "title", "fee"} <= set(named)
