"""The application: nothing final leaves while a gate is closed, by whatever way it is asked; what may leave is written whole."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QMenu

from tests.builders import account
from tests.ui.driver import Driver
from tests.ui.staff import take_sample
from ui.pages.application.page import ApplicationPage
from workstation.actions import cases
from workstation.casework.printed import PrintedPacket

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def closed(driver: Driver) -> ApplicationPage:
    """A case of which nothing but name and account is known."""
    case = driver.new_case("张伟")
    driver.window.session.run(cases.save_account, account(case_id=case.file.case.id))
    return driver.page("application")


@pytest.fixture
def ready(driver: Driver) -> ApplicationPage:
    """The sample case, with every gate open."""
    driver.workbench.open_case(take_sample(driver.window.session.desk))
    return driver.page("application")


def by_button(driver: Driver, page: ApplicationPage) -> None:
    driver.click(page.export_button)


def by_menu(driver: Driver, page: ApplicationPage) -> None:
    driver.page("profile")
    driver.command("export_pdf")


def by_print_menu(driver: Driver, page: ApplicationPage) -> None:
    driver.command("print")


def by_shortcut(driver: Driver, page: ApplicationPage) -> None:
    page.bank.setFocus()
    driver.window.activateWindow()
    driver.press(Qt.Key.Key_E, CONTROL)


def by_primary(driver: Driver, page: ApplicationPage) -> None:
    driver.command("primary")


def test_a_closed_gate_refuses_whatever_the_way_and_names_the_item(driver, closed, tmp_path) -> None:
    for way in (by_button, by_menu, by_print_menu, by_shortcut, by_primary):
        closed.note.setText("")
        driver.answers.paths = [tmp_path / "packet.pdf"]
        way(driver, closed)
        assert driver.case.tabs["application"].isChecked(), way
        assert "证件号码" in closed.note.text(), way
        assert not (tmp_path / "packet.pdf").exists(), way
        assert driver.window.session.desk.store.find(PrintedPacket) == (), way


def test_each_missing_item_leads_to_its_place(driver, closed) -> None:
    subjects = [finding.subject for finding in closed.findings]
    driver.click(closed.list.links[subjects.index("case.reason")])
    talk = driver.case.pages["conversation"]
    assert driver.case.tabs["conversation"].isChecked()
    assert talk.reason.hasFocus()


def test_the_gate_line_leads_there_too(driver, closed) -> None:
    gate = driver.case.gate
    driver.click(gate.links[0])
    assert driver.case.tabs["profile"].isChecked()
    assert driver.case.pages["profile"].person.form.fields["resident_id"].editor.hasFocus()
    assert not gate.advance.isEnabled()


def test_the_preview_of_a_closed_case_is_a_draft(driver, closed) -> None:
    assert closed.display.preview.view.pages > 0
    text = closed.display.preview.view.document.getAllText(0).text()
    assert "草稿" in text or "草" in text


def test_a_draft_can_be_exported_and_is_not_recorded(driver, closed, tmp_path) -> None:
    driver.answers.paths.append(tmp_path / "draft.pdf")
    driver.click(closed.draft_button)
    assert (tmp_path / "draft.pdf").read_bytes().startswith(b"%PDF")
    assert driver.window.session.desk.store.find(PrintedPacket) == ()


def test_both_exports_write_whole_files(driver, ready, tmp_path) -> None:
    driver.answers.paths += [tmp_path / "packet.pdf", tmp_path / "case.xlsx"]
    driver.command("export_pdf")
    driver.command("export_xlsx")
    document = QPdfDocument()
    document.load(str(tmp_path / "packet.pdf"))
    assert document.pageCount() == ready.display.preview.view.pages
    assert (tmp_path / "case.xlsx").read_bytes().startswith(b"PK")
    assert driver.case.file.case.number in driver.answers.proposals[0]


def test_a_packet_that_left_can_be_looked_at_again(driver, ready, tmp_path) -> None:
    driver.answers.paths.append(tmp_path / "packet.pdf")
    driver.click(ready.export_button)
    (printed,) = driver.window.session.desk.store.find(PrintedPacket)
    driver.page("plan")
    driver.page("application")
    driver.pick(ready.display.preview.versions, printed.id)
    assert ready.display.preview.view.pages == printed.pages


def test_a_file_that_cannot_be_written_is_said(driver, ready, tmp_path) -> None:
    (tmp_path / "blocked").write_text("a file where a folder should be")
    driver.answers.paths.append(tmp_path / "blocked" / "packet.pdf")
    driver.click(ready.export_button)
    assert "packet.pdf" in ready.note.text()


def test_thinking_better_of_it_writes_nothing(driver, ready) -> None:
    driver.click(ready.export_button)
    assert ready.note.text() == ""
    assert driver.window.session.desk.store.find(PrintedPacket) == ()


def test_the_reply_of_the_bank_opens_the_last_gate(driver, ready) -> None:
    driver.click(ready.reply.button)
    assert ready.reply.form.fields["decision"].editor.property("wrong")
    driver.fill(ready.reply.form, {"decision": "granted"})
    driver.click(ready.reply.button)
    assert ready.reply.form.fields["by"].editor.property("wrong")
    driver.fill(ready.reply.form, {"by": "陈经理"})
    driver.click(ready.reply.button)
    assert driver.case.gate.findings == ()
    driver.click(driver.case.gate.advance)
    assert int(driver.case.file.case.stage) == 6


def test_a_stage_is_opened_again_with_a_reason(driver, ready) -> None:
    gate = driver.case.gate
    driver.click(gate.title)
    (menu,) = gate.findChildren(QMenu)
    assert [one.isEnabled() for one in menu.actions()] == [True] * 5 + [False]
    menu.actions()[1].trigger()
    menu.close()
    driver.click(gate.reopen)
    assert gate.reason.hasFocus()
    driver.type(gate.reason, "补充材料")
    driver.click(gate.reopen)
    assert int(driver.case.file.case.stage) == 2
