"""Evidence: imported by button, drop and clipboard; checked, waived, taken off and put back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest

from resources import path
from tests.ui.driver import Driver
from tests.ui.staff import confirm
from ui.pages.evidence.checklist import state_text
from ui.pages.evidence.page import EvidencePage
from workstation.actions import cases
from workstation.money import Money
from workstation.profile.account import Account

DIAGNOSIS = path("sample", "evidence", "diagnosis.pdf")
FACTS = {"issuer": "北京市晨光医院", "form": "original", "issued_on": "2026-11-16", "document_number": "CG-1"}


@pytest.fixture
def page(driver: Driver) -> EvidencePage:
    """The evidence of a case of illness, at the diagnosis."""
    driver.new_case("欧阳·阿依古丽")
    talk = driver.page("conversation")
    driver.pick(talk.reason, "illness")
    driver.click(talk.requests["instalment_plan"])
    made = driver.page("evidence")
    made.checklist.choose("diagnosis")
    return made


def receive(driver: Driver, page: EvidencePage, file=DIAGNOSIS) -> None:
    driver.answers.paths.append(file)
    driver.click(page.preview.add_button)


def state(page: EvidencePage) -> str:
    return page.checklist.line.state


def test_the_checklist_follows_reason_and_request(driver, page) -> None:
    codes = [line.requirement.code for line in page.checklist.table.content.rows]
    assert {"id_card", "bank_statement", "diagnosis"} <= set(codes)
    assert "unemployment" not in codes
    assert page.checklist.why.text()


def test_a_file_is_shown_and_its_facts_are_kept(driver, page) -> None:
    receive(driver, page)
    assert state(page) == "received"
    assert page.preview.pages.pages >= 1
    driver.fill(page.panel.facts.form, FACTS)
    driver.click(page.panel.facts.button)
    item = page.checklist.line.items[0]
    assert (item.issuer, item.form, item.document_number) == ("北京市晨光医院", "original", "CG-1")


def test_a_passed_check_verifies_and_a_failed_one_needs_a_note(driver, page) -> None:
    receive(driver, page)
    driver.fill(page.panel.facts.form, FACTS)
    driver.click(page.panel.switches["checks"])
    checks = page.panel.checks
    driver.pick(checks.result, "failed")
    driver.click(checks.button)
    assert "核验说明" in checks.form.fields["note"].message
    driver.fill(checks.form, {"check": "issuer_phoned", "result": "ok", "note": "致电医院医务处相符"})
    driver.click(checks.button)
    assert state(page) == "verified"
    assert len(checks.table.content.rows) == 1


def test_the_wrong_issuer_is_named_at_once(driver, page) -> None:
    receive(driver, page)
    driver.fill(page.panel.facts.form, FACTS | {"issuer": "建国路居委会"})
    driver.click(page.panel.facts.button)
    assert state(page) == "failed"
    assert page.panel.findings.text()


def test_a_damaged_file_is_answered_and_not_taken_in(driver, page, tmp_path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(DIAGNOSIS.read_bytes()[:900])
    receive(driver, page, broken)
    assert "broken.pdf" in page.preview.note.whole
    assert state(page) == "missing"


def test_a_waiver_needs_a_supervisor_and_a_reason(driver, page) -> None:
    driver.click(page.panel.switches["waiver"])
    waiver = page.panel.waiver
    driver.click(waiver.button)
    assert waiver.form.fields["reason"].message
    driver.fill(waiver.form, {"reason": "医院停办，以病历代替"})
    driver.click(waiver.button)
    assert state(page) == "missing"
    confirm(driver, waiver.sheet)
    assert state(page) == "waived"
    assert "周主管" in waiver.record.text()


def test_a_file_taken_off_comes_back(driver, page) -> None:
    receive(driver, page)
    driver.click(page.preview.remove_button)
    assert state(page) == "missing"
    driver.click(driver.window._toast.undo)
    assert state(page) == "received"


def test_a_dropped_file_is_taken_in(driver, page) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(DIAGNOSIS))])
    none = Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    page.dropEvent(event)
    assert state(page) == "missing"  # nothing is assigned before a person says so
    QTest.keyClick(page.files.entries, Qt.Key.Key_Return)
    assert state(page) == "received"


def test_a_picture_from_the_clipboard_is_taken_in(driver, page) -> None:
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    QGuiApplication.clipboard().setImage(image)
    page.preview.paste()
    QTest.keyClick(page.files.entries, Qt.Key.Key_Return)
    assert page.checklist.line.items[0].media_type == "image/png"


def test_a_statement_shows_months_and_names_the_gaps(driver, page) -> None:
    page.checklist.choose("bank_statement")
    receive(driver, page, path("sample", "evidence", "bank-statement.csv"))
    view = page.preview.statement
    assert len(view.table.content.rows) >= 6
    assert "2026-08" in view.gaps.text()


def test_privacy_covers_the_proof(driver, page) -> None:
    receive(driver, page)
    driver.command("privacy")
    assert page.preview.pages.isHidden()
    driver.command("privacy")
    assert page.preview.pages.isVisible()


def test_facts_typed_are_saved_when_another_entry_is_chosen(driver, page) -> None:
    receive(driver, page)
    driver.fill(page.panel.facts.form, FACTS)
    page.checklist.choose("id_card")
    item = next(item for item in driver.case.file.live_items if item.requirement == "diagnosis")
    assert item.issuer == "北京市晨光医院"


def test_a_begun_check_waits_at_its_own_proof(driver, page) -> None:
    receive(driver, page)
    driver.click(page.panel.switches["checks"])
    note = page.panel.checks.form.fields["note"]
    driver.put(note, "正在致电医院")
    page.checklist.choose("id_card")
    assert note.editor.raw() == ""
    page.checklist.choose("diagnosis")
    assert note.editor.raw() == "正在致电医院"
    assert driver.case.file.verifications == ()


def test_a_fact_that_cannot_be_read_waits_at_its_own_proof(driver, page) -> None:
    receive(driver, page)
    day = page.panel.facts.form.fields["issued_on"]
    driver.put(day, "2026-13-40")
    page.checklist.choose("id_card")
    assert page.checklist.line.requirement.code == "id_card"
    assert day.editor.text() == ""
    page.checklist.choose("diagnosis")
    assert day.editor.text() == "2026-13-40"


def test_an_entry_says_for_how_many_accounts_it_is_there(driver, desk, page) -> None:
    """One of two statements read as none."""
    case_id = driver.case.file.case.id
    for number in (1, 2):
        desk.run(
            cases.save_account,
            Account(f"a{number}", case_id, "招商银行", f"622580000000{number:04}", principal=Money(100_00)),
        )
    page = driver.page("evidence")
    page.checklist.choose("account_statement")
    cell = lambda: state_text(page.checklist.line, driver.window.context.words)  # noqa: E731
    assert cell() == "未收到"
    receive(driver, page)
    driver.fill(page.panel.facts.form, {"account_id": "a1", "issuer": "招商银行", "issued_on": "2026-11-16"})
    driver.click(page.panel.facts.button)
    assert cell() == "待核实 1/2"
    assert state(page) == "missing", "no gate opens for it"


@pytest.mark.styled
@pytest.mark.parametrize("size", [(1366, 768), (1180, 700), (960, 600)])
def test_a_number_of_eighteen_digits_is_read_whole(driver, page, size) -> None:
    receive(driver, page)
    driver.window.resize(*size)
    driver.fill(page.panel.facts.form, FACTS | {"document_number": "11010519491231002X"})
    driver.click(page.panel.facts.button)
    editor = page.panel.facts.form.fields["document_number"].editor
    assert editor.fontMetrics().horizontalAdvance(editor.text()) + 22 <= editor.width()
