"""The lender's table of costs through the widgets of its tab: typed by keyboard, kept, reckoned, printed, covered, taken out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.builders import account
from tests.documents import poppler
from tests.ui.driver import Driver
from ui.pages.plan.page import PlanPage
from workstation.actions import cases
from workstation.casework.claims.lender_costs import kept_table
from workstation.money import Money

LOAN = {
    "lent": "1.2万", "on": "2026-08-03", "first_due": "2026-09-03", "instalments": "12", "rate": "12%", "stated": "30.70%",
}  # fmt: skip


@pytest.fixture
def page(driver: Driver) -> PlanPage:
    case = driver.new_case("欧阳·阿依古丽")
    loan = account(case_id=case.file.case.id, bank="招联消费金融有限公司", product="consumer_loan")
    driver.window.session.run(cases.save_account, loan)
    opened = driver.page("plan")
    driver.click(opened.tabs.tabs["costs"])
    return opened


def add(driver: Driver, page: PlanPage, basis: str, **values: str) -> None:
    """Type an item and press Enter in its name."""
    form = page.costs.item.form
    driver.pick(form.fields["basis"].editor, basis)
    driver.fill(form, values)
    form.fields["name"].editor.setFocus()
    driver.press(Qt.Key.Key_Return)


def rows(page: PlanPage) -> list[list[str]]:
    content = page.costs.table.content
    return [[content.text(one, line) for one in content.columns] for line in content.rows]


def typed(driver: Driver, page: PlanPage) -> None:
    """The example worked by hand in docs/costs-and-orders.md."""
    driver.fill(page.costs.loan, LOAN)
    driver.pick(page.costs.loan.fields["method"].editor, "equal_principal")
    add(driver, page, "balance", name="担保费", share="0.5%/月", payee="某融资担保公司", stated="6%")
    add(driver, page, "each", name="服务费", amount="72", payee="某科技公司", stated="7.2%")


def test_the_example_of_the_note_is_typed_kept_and_told(driver, page) -> None:
    typed(driver, page)
    assert rows(page) == [
        ["利息", "—", "780.00", "—", "12.00%", "12.68%"],
        ["担保费", "某融资担保公司", "390.00", "6.00%", "6.00%", "6.17%"],
        ["服务费", "某科技公司", "864.00", "△ 7.20%", "13.03%", "13.84%"],
        ["逐项相加〔2026〕2号", "—", "—", "△ 30.70%", "31.03%", "32.69%"],
        ["一并计算〔2021〕第3号", "—", "—", "—", "30.70%", "35.42%"],
    ]
    said = page.costs.note.text()
    assert (
        "7.20%" in said and "一并计算的结果" in said and "20.00%" in said
    )  # item, sum by the other rule, cap of its kind
    kept = kept_table(page.file, page.file.accounts[0])
    assert (
        kept is not None and kept.lent == Money(12_000_00) and [one.name for one in kept.items] == ["担保费", "服务费"]
    )


def test_two_items_of_one_name_are_refused_and_stay_typed(driver, page) -> None:
    typed(driver, page)
    add(driver, page, "start", name="擔保費", amount="100")
    assert page.costs.item.form.fields["name"].wrong
    assert page.costs.item.form.fields["amount"].editor.text() == "100.00"
    assert len(rows(page)) == 5
    add(driver, page, "start", name="利息", amount="100")
    assert page.costs.item.form.fields["name"].wrong and len(rows(page)) == 5


def test_what_the_loan_lacks_is_told_at_its_field_before_an_item_is_kept(driver, page) -> None:
    driver.fill(page.costs.loan, {**LOAN, "lent": ""})
    add(driver, page, "each", name="服务费", amount="72")
    assert page.costs.loan.fields["lent"].wrong and kept_table(page.file, page.file.accounts[0]) is None
    assert page.costs.item.form.fields["name"].editor.text() == "服务费"


def test_an_item_is_typed_anew_taken_out_and_the_table_dropped(driver, page) -> None:
    typed(driver, page)
    page.costs.table.select(lambda line: line.code == "服务费")
    driver.click(page.costs.edit_button)
    driver.fill(page.costs.item.form, {"amount": "60"})
    page.costs.item.form.fields["name"].editor.setFocus()
    driver.press(Qt.Key.Key_Return)
    assert rows(page)[2][2] == "720.00"
    page.costs.table.select(lambda line: line.code == "interest")
    driver.click(page.costs.remove_button)
    assert len(rows(page)) == 5  # the interest is the loan's
    page.costs.table.select(lambda line: line.code == "服务费")
    driver.click(page.costs.remove_button)
    assert len(rows(page)) == 4
    driver.click(page.costs.drop_button)
    assert rows(page) == [] and kept_table(page.file, page.file.accounts[0]) is None
    assert not page.costs.sheet_button.isEnabled()


def test_the_table_is_written_as_a_paper_without_any_plan(driver, page, tmp_path) -> None:
    typed(driver, page)
    target = tmp_path / "costs.pdf"
    driver.answers.paths.append(target)
    driver.click(page.costs.sheet_button)
    text = poppler.squeezed(poppler.text(target.read_bytes(), tmp_path))
    for figure in ("某融资担保公司", "864.00", "13.03%", "31.03%", "30.70%", "7.20%", "金规〔2026〕2号"):
        assert figure in text


def test_privacy_covers_items_and_who_receives_them(driver, page) -> None:
    typed(driver, page)
    driver.window.context.privacy.toggle()
    shown = " ".join(cell for line in rows(page) for cell in line[:2]) + page.costs.note.text()
    assert "担保" not in shown and "某科技公司" not in shown
