"""The registers through their widgets: reached by key, chosen, drilled into, written out, and the run of deletion confirmed."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.actions.keep.three_banks import granted, three_banks
from tests.ui.staff import confirm
from ui.look.wording import Words
from ui.pages.registers.page import RegistersPage
from ui.pages.registers.report_parts import counted
from workstation.actions.keep import ends, payments, promises, schedules
from workstation.dates import FixedClock
from workstation.money import Money
from workstation.profile.case import Case
from workstation.promise.bank_reply import OralAgreement

ACCEPTED = ("promise_budget_unknown", "promise_over_budget", "promises_broken_before")


def later(desk, year: int, month: int, day: int) -> None:
    desk.clock = desk.store._clock = FixedClock(datetime(year, month, day, 9, 0, tzinfo=UTC))


@pytest.fixture
def accounts(driver, desk):
    _, accounts = three_banks(desk)
    granted(desk, accounts[1])
    desk.run(schedules.adopt, accounts[1].id)
    for minor, on, method in ((300_00, date(2026, 11, 28), "transfer"), (500_00, date(2026, 12, 3), "cash")):
        desk.run(
            promises.take_promise, accounts[1].id, on, Money(minor), source="工资", accepted=ACCEPTED, method=method
        )
    return accounts


@pytest.fixture
def page(driver, accounts) -> RegistersPage:
    driver.command("registers")  # Ctrl+R
    return driver.window.findChildren(RegistersPage)[0]


def shown(table):
    content = table.content
    return [[content.text(column, one) for column in content.columns] for one in content.rows]


def test_what_comes_due_is_counted_on_the_list_of_cases_and_leads_to_its_case(driver, desk, page, answers, tmp_path):
    cases = driver.workbench.cases
    cases.coming.count()
    assert cases.coming.text() == "即将到期：1"
    part = page.parts["coming"]
    assert [row[2] for row in shown(part.list)] == ["承诺"]
    driver.pick(part.span, "30")
    assert [row[2] for row in shown(part.list)] == ["承诺", "承诺", "分期还款第 1 期"]
    answers.paths.append(tmp_path / "list.csv")
    page.run_main_action()
    assert (tmp_path / "list.csv").read_text("utf-8-sig").count("\n") == 4
    driver.window.context.privacy.toggle()
    assert all("欧阳" not in cell and "13800006214" not in cell for line in shown(part.list) for cell in line)
    driver.window.context.privacy.toggle()
    driver.pick(part.kind, "instalment")
    part.list.selectRow(0)
    QTest.keyClick(part.list, Qt.Key.Key_Return)
    assert driver.workbench.in_case


def test_the_page_of_keeping_tells_what_comes_due_on_the_account(driver, accounts):
    driver.workbench.open_case(accounts[0].case_id)
    keep = driver.page("keep")
    assert "承诺" not in keep.findings.text()
    keep.accounts.selectRow(1)
    assert "○ 2026-11-28  承诺  ¥ 300.00" in keep.findings.text()


def test_an_agreement_is_entered_on_the_page_of_keeping_and_stands_in_the_register(driver, desk, accounts):
    driver.workbench.open_case(accounts[0].case_id)
    keep = driver.page("keep")
    driver.click(keep.choices["oral"])
    panel = keep.panels["oral"]
    driver.click(panel.button)
    assert not desk.store.find(OralAgreement) and panel.form.fields["terms"].wrong
    for key, text in (("agreed_on", "2026-11-20"), ("terms", "同意减免"), ("clerk", "李经理"), ("recording", "REC-7")):
        driver.type(panel.form.fields[key].editor, text)
    driver.click(panel.button)
    assert not desk.store.find(OralAgreement)  # an earlier day needs its time
    driver.type(panel.form.fields["agreed_time"].editor, "10:30")
    QTest.keyClick(panel.form.fields["recording"].editor, Qt.Key.Key_Return)
    (entry,) = desk.store.find(OralAgreement)
    assert (entry.agreed_at, entry.recording) == (datetime(2026, 11, 20, 2, 30, tzinfo=UTC), "REC-7")
    driver.command("registers")
    page = driver.window.findChildren(RegistersPage)[0]
    driver.click(page.tabs["oral"])
    part = page.parts["oral"]
    assert [row[0] for row in shown(part.list)] == ["2026-11-20 10:30"]
    driver.type(part.search, "李经理")
    assert len(shown(part.list)) == 1
    driver.type(part.search, "无此人")
    assert shown(part.list) == []


def test_rates_show_their_formula_and_their_promises(driver, desk, page, accounts):
    later(desk, 2026, 12, 20)
    desk.run(payments.add_payment, accounts[1].id, date(2026, 11, 28), Money(300_00))
    driver.click(page.tabs["rates"])
    part = page.parts["rates"]
    assert shown(part.groups)[0][2:4] == ["1 / 2 = 50.0 %", "300.00 / 800.00 = 37.5 %"]
    assert [row[-1] for row in shown(part.promises)] == ["已履约", "跳票"]
    driver.pick(part.by, "method")
    assert [row[0] for row in shown(part.groups)] == ["转账", "现金"]
    part.groups.selectRow(1)
    assert len(part.promises.content.rows) == 1
    driver.type(part.since, "2027-01-01")
    assert shown(part.groups) == [] and shown(part.promises) == []


def test_a_review_lists_the_proofs_to_ask_for(driver, page):
    driver.click(page.tabs["reviews"])
    part = page.parts["reviews"]
    assert [row[0] for row in shown(part.list)] == ["2027-11-23"]
    assert part.proofs.text().startswith("○ 最近一期账单")


def test_what_is_due_is_listed_pressed_twice_and_confirmed_by_a_supervisor(driver, desk, page, accounts):
    for one in accounts:
        desk.run(ends.settle, one.id, date(2026, 11, 23), confirmed=True)
    driver.click(page.tabs["retention"])
    part = page.parts["retention"]
    assert not part.button.isEnabled() and "2031-11-23" in part.why.text()
    later(desk, 2031, 11, 24)
    driver.click(page.tabs["retention"])
    assert shown(part.list)[0][-1] == "可以删除"
    driver.click(part.button)
    assert desk.store.find(Case) and "1" in part.result.text()
    part.load()  # read again meanwhile, with the same outcome
    driver.click(part.button)
    assert desk.store.find(Case) and part.sheet is not None  # an agent sits here
    confirm(driver, part.sheet)
    assert not desk.store.find(Case) and shown(part.list) == []
    assert part.result.text().startswith("✓") and [row[-2:-1] for row in shown(part.runs)] == [["1"]]


def test_reports_count_and_lead_to_their_cases(driver, desk, page, accounts, answers, tmp_path):
    driver.click(page.tabs["buckets"])
    part = page.parts["buckets"]
    assert [row[0] for row in shown(part.groups)] == ["M0", "M3", "M4"]
    answers.paths.append(tmp_path / "buckets.csv")
    page.run_main_action()
    assert "逾期阶段" in (tmp_path / "buckets.csv").read_text("utf-8-sig")
    answers.paths.append(tmp_path / "buckets.pdf")
    page.run_main_action()
    assert (tmp_path / "buckets.pdf").read_bytes().startswith(b"%PDF-")
    part.chart.picked.emit(2)
    assert part.groups.current() is part.lines[2] and [one.name for one in part.chart.bars][2] == "M4 CNY"
    driver.click(page.tabs["movements"])
    assert page.parts["movements"].lines == ()  # the desk has the case since today
    driver.type(page.parts["movements"].since, "2026-11-23")
    assert {row[-1] for row in shown(page.parts["movements"].cases)} == {"不变"}
    meant = dict(zip(page.parts["movements"].legend(), page.parts["movements"].grounds(), strict=True))
    assert (meant["恶化"], meant["恢复正常"], meant["不变"]) == ("bad", "good", "edge")
    driver.click(page.tabs["packets"])
    assert shown(page.parts["packets"].groups) == []
    driver.click(page.tabs["buckets"])
    part.cases.selectRow(0)
    QTest.keyClick(part.cases, Qt.Key.Key_Return)
    assert driver.workbench.in_case


@pytest.mark.parametrize(("language", "said"), [("zh-Hans", "甲: 批准 2、拒绝 1"), ("en", "甲: 批准 2, 拒绝 1")])
def test_a_bar_counts_with_the_comma_of_the_language(language, said):
    assert counted("甲", (2, 0, 1), ("批准", "还价", "拒绝"), Words(language)).words == said
