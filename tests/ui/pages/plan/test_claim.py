"""Claimed against rebuilt through the widgets of its tab: typed, kept, compared, asked of the bank; keys and privacy."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.builders import account
from tests.ui.driver import Driver
from ui.pages.plan.claim.tab import ClaimTab
from ui.pages.plan.page import PlanPage
from workstation.actions import cases
from workstation.casework.claims.input import kept_sheet
from workstation.money import Money
from workstation.profile.account_fact import securities


@pytest.fixture
def page(driver: Driver) -> PlanPage:
    """A card on which nothing is stated yet."""
    case = driver.new_case("欧阳·阿依古丽")
    one = account(case_id=case.file.case.id, as_of=None, statement_day=20)
    driver.window.session.run(cases.save_account, one)
    opened = driver.page("plan")
    driver.click(opened.tabs.tabs["claim"])
    return opened


def add(driver: Driver, tab: ClaimTab, kind: str, **values: str) -> None:
    """Type an entry and press Enter in its last field."""
    fields = tab.entry.form.fields
    driver.pick(fields["kind"].editor, kind)
    driver.fill(tab.entry.form, values)
    fields["on"].editor.setFocus()
    driver.press(Qt.Key.Key_Return)


def rows(table) -> list[list[str]]:
    content = table.content
    return [[content.text(one, line) for one in content.columns] for line in content.rows]


def test_a_claim_is_gathered_and_compared(driver, page) -> None:
    tab = page.claim
    assert page.columns.isHidden() and page.stress.isHidden()
    assert "补齐" in tab.first.text() and "起算日" in tab.note.text()
    assert not any(field.wrong for field in tab.terms.fields.values()), "nobody has typed anything yet"
    driver.fill(tab.terms, {"since": "2025-01-10", "principal": "1万"})
    driver.click(tab.save_button)
    add(driver, tab, "rate", on="2025-01-10", rate="0.05%/日")
    assert "没有记录银行主张的欠款" in tab.first.text()
    assert not tab.sheet_button.isEnabled()
    driver.pick(tab.entry.form.fields["kind"].editor, "claim")
    driver.pick(tab.entry.form.fields["item"].editor, "interest")
    add(driver, tab, "claim", on="2025-01-20", amount="60")
    assert rows(tab.results) == [["2025-01-20", "利息", "60.00", "55.00", "55.00", "5.00"]]
    assert "最早的差异在 2025-01-20" in tab.first.text()
    assert tab.sheet_button.isEnabled()
    sheet = kept_sheet(page.file, page.file.accounts[0])
    assert sheet is not None and '"interest":"60.00"' in sheet.question


def test_what_is_not_known_stays_so(driver, page) -> None:
    tab = page.claim
    driver.fill(tab.terms, {"since": "2025-01-10", "principal": "9000-"})
    driver.click(tab.save_button)
    add(driver, tab, "rate", on="2025-01-10", rate="18%-24%")
    add(driver, tab, "claim", on="2025-01-20", amount="99999")
    ((_, _, _, least, most, beyond),) = rows(tab.results)
    assert (least, most, beyond) == ("9,000.00", "不详", "—")
    assert tab.terms.fields["principal"].editor.text() == "≥ 9,000.00"


def test_what_cannot_be_read_is_told_at_its_field(driver, page) -> None:
    tab = page.claim
    driver.fill(tab.terms, {"principal": "800-500"})
    driver.click(tab.save_button)
    assert tab.terms.fields["principal"].wrong
    assert kept_sheet(page.file, page.file.accounts[0]) is None
    add(driver, tab, "payment", on="2025-01-20")
    assert tab.entry.form.fields["amount"].wrong


def test_a_security_goes_on_record_with_what_secures_it_and_is_given_free(driver, page) -> None:
    tab = page.claim
    fields = tab.entry.form.fields
    driver.pick(fields["kind"].editor, "mortgaged")
    assert fields["party"].isHidden() and not fields["secures"].isHidden() and not fields["sum"].isHidden()
    add(driver, tab, "mortgaged", on="2020-05-06", proof="不动产登记证明")
    assert fields["secures"].wrong and not page.file.facts
    add(driver, tab, "mortgaged", on="2020-05-06", secures="天河区某房", sum="80万", proof="不动产登记证明")
    (home,) = securities(page.file.facts, page.file.accounts[0].id)
    assert (home.party, home.amount, home.proof) == ("天河区某房", Money(800_000_00), "不动产登记证明")
    add(driver, tab, "released", on="2026-01-05", proof="注销证明")
    assert securities(page.file.facts, page.file.accounts[0].id) == ()


def test_a_fact_goes_on_record_and_is_taken_back(driver, page) -> None:
    tab = page.claim
    add(driver, tab, "received", on="2025-01-10", sum="9000", agreed="10000", proof="到账短信")
    (fact,) = page.file.facts
    assert (fact.amount, fact.agreed, fact.proof) == (Money(900_000), Money(1_000_000), "到账短信")
    assert "1,000.00 及其利息应扣除" in tab.note.text()
    driver.command("privacy")
    assert "到账短信" not in str(rows(tab.table))
    driver.command("privacy")
    tab.table.select(lambda one: getattr(one, "kind", "") == "received")
    tab.table.setFocus()
    driver.press(Qt.Key.Key_Delete)
    assert len(page.file.facts) == 2 and "应扣除" not in tab.note.text()


def test_a_list_of_payments_is_taken_in_once(driver, page, answers, tmp_path) -> None:
    tab, listed = page.claim, tmp_path / "p.csv"
    listed.write_text("还款日期,金额\n2025-02-01,100.00\n2025-03-01,200.00\n", "utf-8")
    for _ in range(2):
        answers.paths.append(listed)
        driver.click(tab.list_button)
    amounts = [line[2] for line in rows(tab.table) if line[1] == "还款"]
    assert amounts == ["100.00", "200.00"]


def test_the_questions_are_written_where_the_person_says(driver, page, answers, tmp_path) -> None:
    test_a_claim_is_gathered_and_compared(driver, page)
    target = tmp_path / "ask.pdf"
    answers.paths.append(target)
    driver.click(page.claim.sheet_button)
    assert target.read_bytes().startswith(b"%PDF-")
