"""Bank forms at the window: filled and viewed, missing values link to their field, fields mapped and placed by mouse and key."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import Array, Name, String
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.builders import account
from tests.documents.bankform import made_forms as made
from tests.ui.driver import Driver
from tests.ui.staff import take_sample
from ui.pages.bank_forms.page import BankFormsPage
from workstation.actions import cases
from workstation.casework.bank_form import BankForm
from workstation.casework.print_order import PrintOrder
from workstation.casework.printed import PrintRecord
from workstation.documents.bankform.fill import inspect_form
from workstation.documents.bankform.mapping import load_mapping

BANK = "招商银行"
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(driver: Driver) -> BankFormsPage:
    """The sample case, with every gate open."""
    driver.workbench.open_case(take_sample(driver.window.session.desk))
    return driver.page("bank_forms")


@pytest.fixture
def begun(driver: Driver) -> BankFormsPage:
    """A case of which nothing but name and account is known."""
    case = driver.new_case("张伟")
    driver.window.session.run(cases.save_account, account(case_id=case.file.case.id))
    return driver.page("bank_forms")


@pytest.fixture
def blank(tmp_path):
    pdf = pikepdf.new()
    file = tmp_path / "外行申请表.pdf"
    methods = Array([String("免息"), String("等额")])
    file.write_bytes(made.form(pdf, [
        made.text(pdf, "t1", (20, 200, 380, 220), TU=String("姓名")),
        made.text(pdf, "t2", (20, 160, 380, 180), Ff=made.REQUIRED),
        made.widget(pdf, (20, 120, 120, 140), FT=Name.Ch, T=String("way"), Ff=made.COMBO, Opt=methods),
        made.button(pdf, (140, 120, 150, 130), "Yes", FT=Name.Btn, T=String("stop")),
    ]))  # fmt: skip
    return file


def kept(driver: Driver) -> BankForm:
    return driver.window.session.desk.store.find(BankForm)[-1]


def rules(driver: Driver):
    return {rule.name: rule for rule in load_mapping(kept(driver).mapping).rules}


def choose(page: BankFormsPage, name: str) -> None:
    page.mapping.table.setFocus()
    page.mapping.table.select(lambda one: one.name == name)


def bring_in(driver: Driver, page: BankFormsPage, file) -> None:
    driver.answers.paths.append(file)
    driver.click(page.filled.new_button)
    driver.click(page.new.file_button)
    driver.click(page.new.keep_button)


def test_the_form_of_the_case_is_shown_filled(driver, page):
    shown = {row.field.name: row.shown for row in page.filled.made.rows}
    assert (shown["name"], shown["sex"], shown["principal"]) == ("欧阳·阿依古丽", "女", "50,000.00")
    assert page.filled.preview.shown is page.filled.preview.view
    assert page.filled.preview.status.text() == "可发出"
    driver.pick(page.filled.form, "general-budget")
    assert page.filled.made.source.id == "general-budget"


def test_it_leaves_flattened_or_to_be_edited(driver, page, tmp_path):
    driver.answers.paths += [tmp_path / "flat.pdf", tmp_path / "kept.pdf"]
    driver.command("export_pdf")
    driver.click(page.filled.keep)
    driver.click(page.filled.export_button)
    assert inspect_form((tmp_path / "flat.pdf").read_bytes()).flat
    assert inspect_form((tmp_path / "kept.pdf").read_bytes()).by_name["name"].value == ("欧阳·阿依古丽",)
    assert inspect_form(page.filled.made.filled.pdf).flat, "what is shown and printed has nothing for a viewer to draw"
    assert "草稿" not in driver.answers.proposals[0]


def test_it_goes_to_a_printer_and_leaves_its_mark(driver, page, tray):
    tray.dialog = PrintOrder("柜台")
    driver.command("print")
    ((_, leaving),) = tray.taken
    assert (leaving.kind, leaving.bank, leaving.pdf) == ("bank-form", BANK, page.filled.made.filled.pdf)
    (record,) = driver.window.session.desk.store.find(PrintRecord)
    assert (record.kind, record.printer, record.draft) == ("bank-form", "柜台", False)


def test_while_a_gate_is_closed_it_is_a_draft_and_is_not_printed(driver, begun, tray, tmp_path):
    assert begun.filled.made.draft
    assert begun.filled.preview.status.text() == "草稿"
    tray.dialog = PrintOrder("柜台")
    driver.click(begun.filled.print_button)
    assert tray.taken == []
    driver.answers.paths.append(tmp_path / "draft.pdf")
    driver.click(begun.filled.export_button)
    assert "草稿" in driver.answers.proposals[0]


def test_what_is_missing_leads_to_its_place(driver, begun):
    begun.filled.table.select(lambda one: one.field.name == "resident_id")
    assert "身份证号" in begun.filled.note.text()
    driver.click(begun.filled.link)
    assert driver.case.tabs["profile"].isChecked()


def test_a_form_is_brought_in_and_its_fields_are_mapped(driver, page, blank):
    bring_in(driver, page, blank)
    assert (kept(driver).title, kept(driver).bank) == ("外行申请表", BANK)
    assert page.sheet is page.mapping
    assert rules(driver).keys() == {"t1"}
    panel = page.mapping.rule
    choose(page, "t2")
    driver.pick(panel.value.editor, "owed.total")
    driver.pick(panel.format.editor, "words")
    choose(page, "way")
    driver.pick(panel.value.editor, "plan.method")
    driver.pick(panel.options["interest_free"], "免息")
    choose(page, "stop")
    driver.pick(panel.value.editor, "case.requests")
    driver.pick(panel.equals.editor, "stop_interest")
    assert driver.case.tabs["bank_forms"].text().endswith("•")
    driver.press(Qt.Key.Key_Escape)
    found = rules(driver)
    assert (found["t2"].value, found["t2"].format) == ("owed.total", "words")
    assert found["way"].options == {"interest_free": "免息"}
    assert found["stop"].equals == ("stop_interest",)
    assert page.sheet is page.filled
    assert [row.shown for row in page.filled.made.rows] == [
        "欧阳·阿依古丽", "人民币伍万玖仟贰佰叁拾陆元肆角伍分", "免息", "√",
    ]  # fmt: skip


def test_a_text_of_ones_own(driver, begun, blank):
    bring_in(driver, begun, blank)
    choose(begun, "t2")
    driver.pick(begun.mapping.rule.value.editor, "=")
    driver.type(begun.mapping.rule.text.editor, "本人自愿申请")
    driver.click(begun.mapping.save_button)
    assert rules(driver)["t2"].text == "本人自愿申请"


def test_a_file_that_cannot_be_kept_says_why(driver, begun, tmp_path):
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7")
    driver.answers.paths.append(broken)
    driver.click(begun.filled.new_button)
    driver.click(begun.new.file_button)
    assert "已损坏" in begun.new.answer.text()
    assert not begun.new.keep_button.isEnabled()
    driver.press(Qt.Key.Key_Escape)
    assert begun.sheet is begun.filled


def test_a_locked_form_takes_its_password(driver, begun, blank, tmp_path):
    locked = tmp_path / "locked.pdf"
    with pikepdf.open(io.BytesIO(blank.read_bytes())) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="o", user="8888"))
    driver.answers.paths.append(locked)
    driver.click(begun.filled.new_button)
    driver.click(begun.new.file_button)
    password = begun.new.form.fields["password"].editor
    assert password.hasFocus()
    driver.type(password, "8888")
    begun.new.form.fields["title"].editor.setFocus()
    driver.click(begun.new.keep_button)
    driver.press(Qt.Key.Key_Escape)
    assert begun.filled.made.rows[0].shown == "张伟"


@pytest.fixture
def paper(driver: Driver, begun: BankFormsPage, tmp_path):
    """A flat form, its mapping sheet open."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(400, 300))
    pdf.add_blank_page(page_size=(400, 300))
    file = tmp_path / "平面表.pdf"
    pdf.save(file)
    bring_in(driver, begun, file)
    return begun.mapping


def click_paper(canvas, x: float, y: float) -> None:
    at = QPoint(round(12 + x * canvas.scale), round(12 + y * canvas.scale))
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=at)


def place(driver: Driver, name: str):
    found = rules(driver)[name].placement
    return (found.page, found.x, found.y, found.width, found.height)


def test_fields_are_set_moved_and_sized_on_flat_paper(driver, begun, paper):
    assert paper.grid.isChecked()
    assert paper.placing.isChecked()
    click_paper(paper.canvas, 100, 60)
    driver.pick(paper.rule.value.editor, "debtor.name")
    paper.canvas.setFocus()
    for key, held in ((Qt.Key.Key_Right, ()), (Qt.Key.Key_Down, (SHIFT,)), (Qt.Key.Key_Left, (CONTROL,))):
        driver.press(key, *held)
    driver.click(paper.save_button)
    number, x, y, width, height = place(driver, "字段1")
    assert (number, width, height) == (1, 119, 18)
    assert abs(x - 101) <= 1
    assert abs(y - 61) <= 1
    driver.press(Qt.Key.Key_Escape)
    assert [row.shown for row in begun.filled.made.rows] == ["张伟"]


def test_a_field_is_named_turned_into_cells_and_taken_off(driver, paper):
    paper.canvas.setFocus()
    driver.press(Qt.Key.Key_PageDown)
    click_paper(paper.canvas, 100, 60)
    driver.pick(paper.rule.value.editor, "debtor.resident_id")
    driver.type(paper.rule.place["name"].editor, "身份证号")
    driver.pick(paper.rule.place["kind"].editor, "cells")
    driver.click(paper.save_button)
    rule = rules(driver)["身份证号"]
    assert (rule.placement.page, rule.placement.cells) == (2, 18)
    click_paper(paper.canvas, 110, 60)
    driver.press(Qt.Key.Key_Delete)
    driver.press(Qt.Key.Key_Insert)
    assert [rule.placement.page for rule in paper._rules.values()] == [2], "a field is set without a mouse"
    paper.canvas.setFocus()
    driver.press(Qt.Key.Key_Delete)
    driver.click(paper.save_button)
    assert rules(driver) == {}


def test_a_field_nobody_has_filled_is_not_kept_silently(driver, begun, paper):
    click_paper(paper.canvas, 100, 60)
    driver.click(paper.save_button)
    assert "字段1" in paper.note.text()
    driver.press(Qt.Key.Key_Escape)
    assert begun.sheet is begun.filled
    driver.click(begun.filled.mapping_button)
    assert list(paper._rules) == ["字段1"], "it waits as a draft"


def test_a_form_of_the_program_is_copied_to_be_changed(driver, begun):
    driver.click(begun.filled.mapping_button)
    assert not begun.mapping.rule.isEnabled()
    driver.click(begun.mapping.copy_button)
    choose(begun, "phone")
    driver.pick(begun.mapping.rule.value.editor, "debtor.email")
    driver.click(begun.mapping.save_button)
    assert rules(driver)["phone"].value == "debtor.email"
    assert begun.filled.form.raw() == kept(driver).id


def test_a_form_is_retired_and_brought_back(driver, begun, blank):
    bring_in(driver, begun, blank)
    driver.press(Qt.Key.Key_Escape)
    driver.click(begun.filled.retire_button)
    assert begun.filled.form.raw() == "general-application"
    assert kept(driver).retired
    assert not begun.filled.retire_button.isEnabled()


def test_privacy_covers_form_and_values(driver, page):
    driver.command("privacy")
    assert page.filled.preview.shown is page.filled.preview.covered
    assert set(page.filled.table.content.data(page.filled.table.content.index(0, 1))) == {"*"}
