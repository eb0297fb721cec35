"""The whole way of a code through two windows' widgets: asked, answered elsewhere, taken; and what is wrong with one is told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.actions.test_cases import add_account
from tests.builders import NOW, terms
from tests.store.stored import CHEAP
from tests.ui.staff import confirm
from ui.pages.oversight.grants import GrantsPage
from workstation.actions import cases
from workstation.actions.oversight import grant_keys, grants
from workstation.actions.plans import versions
from workstation.casework.user import Vouched
from workstation.promise.grant import SupervisorKey
from workstation.promise.grant_code import file_text
from workstation.store.grants.signing import new_signing_key

PASSPHRASE = "the words of Zhao"
KEY = new_signing_key("赵主管", PASSPHRASE, NOW, CHEAP)


@pytest.fixture
def plan(driver, desk):
    case_id = desk.run(cases.new_case, "甲")
    account = add_account(desk, case_id)
    kept = desk.run(versions.keep_plan, case_id, account.id, terms(account, instalments=30), "")
    desk.run(versions.choose, kept.id)
    driver.workbench.open_case(case_id)
    return kept


@pytest.fixture
def strip(driver, plan):
    page = driver.page("plan")
    page.tabs.turn_to("approvals")
    return page.approvals.elsewhere


@pytest.fixture
def page(driver) -> GrantsPage:
    driver.command("grants")
    return driver.window.findChildren(GrantsPage)[0]


def registered(desk) -> None:
    with desk.vouched_by(Vouched("周主管")):
        desk.run(grant_keys.register, KEY.name, KEY.public)


def answer(desk, request: str) -> str:
    """What the supervisor's desk would give back; here the same store plays both."""
    asker, desk.user = desk.user, replace(desk.user, name=KEY.name, roles=("supervisor",))
    desk.store.add(KEY)
    signed = grants.grant_writing(desk, request, True, None, PASSPHRASE)()
    code = desk.run(grants.keep_written, request, signed)
    desk.user = asker
    return code


def test_a_code_is_asked_for_and_taken_as_a_scanner_types_it(driver, desk, strip, plan, answers, tmp_path) -> None:
    registered(desk)
    driver.click(strip.ask_button)
    sheet = strip.sheet
    assert sheet.view.code.startswith("R-")
    assert not sheet.view.picture.pixmap().isNull()
    answers.paths.append(tmp_path / "request.txt")
    driver.click(sheet.view.save_button)
    assert sheet.view.code.replace("-", "") in (tmp_path / "request.txt").read_text("utf-8").replace("-", "").replace(
        "\n", ""
    )
    code = answer(desk, sheet.view.code)
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    QTest.keyClicks(strip.code, code[:-2])
    QTest.keyClick(strip.code, Qt.Key.Key_Return)
    assert strip.note.text().startswith("✕")
    assert cases.load_case(desk, plan.case_id).decision(plan.id, "supervisor").decision == "requested"
    strip.code.clear()
    QTest.keyClicks(strip.code, code)
    QTest.keyClick(strip.code, Qt.Key.Key_Return)
    approval = cases.load_case(desk, plan.case_id).decision(plan.id, "supervisor")
    assert (approval.decision, approval.by) == ("granted", "赵主管")
    assert strip.note.text() == ""


def test_a_code_of_a_file_from_a_key_that_nobody_registered_is_told(
    driver, desk, strip, plan, answers, tmp_path
) -> None:
    driver.click(strip.ask_button)
    (tmp_path / "code.txt").write_text(file_text(answer(desk, strip.sheet.view.code), "批准"), encoding="utf-8")
    driver.click(strip.sheet.close_button)
    answers.paths.append(tmp_path / "code.txt")
    driver.click(strip.file_button)
    assert KEY.id.upper() in strip.note.text()


def test_a_request_is_shown_in_words_and_signed(driver, desk, plan, page) -> None:
    desk.store.add(replace(KEY, name=desk.agent))
    request = grants.request_code(desk.run(grants.request_grant, plan.id))
    assert not page.grant_button.isEnabled()
    page.request.setPlainText(request[:-1])
    assert page.note.text().startswith("✕")
    page.request.setPlainText(request)
    words = page.words.text()
    assert "100 %" in words
    assert "30" in words
    page.passphrase.setText(PASSPHRASE)
    driver.click(page.grant_button)
    assert page.note.text().startswith("✕")  # an agent signs nothing
    desk.user = replace(desk.user, roles=("supervisor",))
    driver.click(page.grant_button)
    assert page.code_sheet.view.code.startswith("G-")
    assert page.passphrase.text() == ""


def test_a_key_is_compared_then_registered_by_a_supervisor_and_forgotten(driver, desk, page, answers, tmp_path) -> None:
    path = tmp_path / "zhao.key"
    path.write_bytes(grant_keys.public_file(KEY))
    answers.paths.append(path)
    driver.click(page.add_button)
    assert grant_keys.fingerprint(KEY.public) in page.found.text()
    assert desk.store.find(SupervisorKey) == ()
    driver.click(page.confirm_button)
    confirm(driver, page.sheet)
    (kept,) = desk.store.find(SupervisorKey)
    assert (kept.name, kept.public, kept.by) == (KEY.name, KEY.public, "周主管")
    assert not page.confirm_button.isVisible()
    page.keys.selectRow(0)
    driver.click(page.forget_button)
    confirm(driver, page.sheet)
    assert desk.store.find(SupervisorKey) == ()


def test_a_supervisor_makes_a_key_and_writes_its_public_part(
    driver, desk, page, answers, tmp_path, monkeypatch
) -> None:
    monkeypatch.setattr(grant_keys, "new_signing_key", lambda name, words, at: new_signing_key(name, words, at, CHEAP))
    desk.user = replace(desk.user, roles=("supervisor",))
    page.passphrase.setText("a long passphrase of four odd words")
    driver.click(page.make_button)
    answers.paths.append(tmp_path / "own.key")
    driver.click(page.write_button)
    assert grant_keys.read_public(tmp_path / "own.key")[0] == desk.user.name
