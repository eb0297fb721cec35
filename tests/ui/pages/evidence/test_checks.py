"""Checks on record: who, when, outcome and note; what to do after a failed one; a second look by another person; freshness."""

from __future__ import annotations

import pytest

from resources import path
from tests.ui.pages.evidence.test_evidence import DIAGNOSIS, FACTS, page, receive, state  # noqa: F401 - a fixture
from tests.ui.staff import COLLEAGUE, confirm

pytestmark = pytest.mark.styled


def check(driver, page, **values) -> None:  # noqa: F811
    driver.fill(page.panel.checks.form, values)
    driver.click(page.panel.checks.button)


def test_a_failed_check_says_what_can_be_done_and_who_made_it(driver, page) -> None:  # noqa: F811
    receive(driver, page)
    driver.fill(page.panel.facts.form, FACTS)
    driver.click(page.panel.switches["checks"])
    check(driver, page, check="issuer_phoned", result="failed", note="医院称未出具")
    checks = page.panel.checks
    assert state(page) == "failed"
    assert driver.window.session.desk.agent in checks.detail.text()
    assert "医院称未出具" in checks.detail.text()
    assert "重新开具" in checks.detail.text()
    check(driver, page, check="issuer_phoned", result="ok", note="更正后相符")
    assert state(page) == "verified"
    assert "重新开具" not in checks.detail.text()
    checks.table.selectRow(1)
    assert "重新开具" in checks.detail.text()


def test_a_second_person_signs_their_own_look_where_two_are_asked(driver, page) -> None:  # noqa: F811
    talk = driver.page("conversation")
    driver.click(talk.requests["settlement"])
    driver.page("evidence")
    page.checklist.choose("settlement_funds")
    receive(driver, page)
    driver.fill(page.panel.facts.form, {"issuer": "中国银行", "form": "original", "issued_on": "2026-11-16"})
    driver.click(page.panel.switches["checks"])
    checks = page.panel.checks
    assert checks.form.fields["by"].isVisible()
    check(driver, page, result="ok", note="已见原件")
    assert "second_look_needed" in {finding.code for finding in page.checklist.line.findings}
    assert "还需" in checks.second.text()
    check(driver, page, result="ok", note="复核相符", by=COLLEAGUE)
    assert COLLEAGUE not in checks.second.text()
    confirm(driver, checks.sheet, COLLEAGUE)
    assert COLLEAGUE in checks.second.text()
    assert "second_look_needed" not in {finding.code for finding in page.checklist.line.findings}


def test_the_day_on_which_the_proof_goes_stale_stands_beside_it(driver, page) -> None:  # noqa: F811
    receive(driver, page)
    assert page.panel.fresh.text() == ""
    driver.fill(page.panel.facts.form, FACTS)
    driver.click(page.panel.facts.button)
    line = page.checklist.line
    assert line.stale_on is not None
    assert line.stale_on.isoformat() in page.panel.fresh.text()
    assert "2026-11-16" in page.panel.fresh.text()


def test_a_long_file_name_leaves_the_form_its_room(driver, page, tmp_path) -> None:  # noqa: F811
    file = tmp_path / ("北京市朝阳区某某街道医院出具的全部诊断证明书及出院小结扫描件第一版最终修订" * 2 + ".pdf")
    file.write_bytes(DIAGNOSIS.read_bytes())
    editor = page.panel.facts.form.fields["issuer"].editor
    before = editor.height()
    receive(driver, page, file)
    assert "…" in page.panel.findings.text()
    assert file.name in page.panel.findings.toolTip()
    assert editor.height() == before >= 30


def test_a_check_recorded_wrongly_is_withdrawn_with_the_reason_and_both_are_shown(driver, page) -> None:  # noqa: F811
    receive(driver, page)
    driver.fill(page.panel.facts.form, FACTS)
    driver.click(page.panel.switches["checks"])
    check(driver, page, check="issuer_phoned", result="ok", note="致电相符")
    checks = page.panel.checks
    assert checks.check.raw() == "issuer_phoned"  # the method stays where it was
    assert state(page) == "verified"
    driver.click(checks.withdraw_button)
    assert checks.form.fields["note"].message
    assert state(page) == "verified"
    driver.fill(checks.form, {"note": "打错了号码"})
    driver.click(checks.withdraw_button)
    assert state(page) != "verified"
    assert len(checks.table.content.rows) == 1
    assert "打错了号码" in checks.detail.text()
    assert "致电相符" in checks.detail.text()
    assert not checks.withdraw_button.isEnabled()


def test_after_a_check_the_files_of_the_next_entry_come_in_their_order(driver, page, tmp_path) -> None:  # noqa: F811
    receive(driver, page)
    driver.fill(page.panel.facts.form, FACTS)
    driver.click(page.panel.facts.button)
    page.checklist.choose("medical_bills")
    for name in ("first", "second"):
        file = tmp_path / f"{name}.pdf"
        file.write_bytes(path("sample", "evidence", "medical-bills.pdf").read_bytes() + f"\n%{name}".encode())
        driver.answers.paths.append(file)
        driver.click(page.preview.add_button)
    page.checklist.choose("diagnosis")
    driver.click(page.panel.switches["checks"])
    check(driver, page, check="issuer_phoned", result="ok", note="相符")
    assert page.checklist.line.requirement.code == "medical_bills"
    assert page.preview.items.currentText().startswith("first.pdf")


def test_a_note_that_is_missing_has_the_cursor(driver, page) -> None:  # noqa: F811
    receive(driver, page)
    driver.click(page.panel.switches["checks"])
    check(driver, page, check="issuer_phoned", result="failed")
    assert page.panel.checks.form.fields["note"].editor.hasFocus()
