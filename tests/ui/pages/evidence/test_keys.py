"""Ten files taken in and verified by the keyboard alone: how many keys that takes beyond the facts themselves.

Every key goes through the widgets as an event. What is typed as a fact (a name, a day, a note of what was said) is not counted;
each key that moves, confirms, chooses or records is. A chord counts as one key.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from resources import path
from tests.builders import account
from tests.ui.driver import Driver
from workstation.actions import cases
from workstation.evidence.item_state import item_state

GOAL = 60
COUNTED = (17, 58)
"""Keys to take the ten in, and all keys; beside them 74 signs of facts are typed. Two files are doubtful and chosen by arrows."""
assert COUNTED[1] <= GOAL
NOTHING, CTRL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
SAMPLE = path("sample", "evidence")
HOSPITAL, DAY = "北京市晨光医院", "2026-11-16"

FILES = (
    ("身份证正面.png", "id-card-front.png"),
    ("招商银行信用卡账单.pdf", "card-statement.pdf"),
    ("领用合约.pdf", "asset-statement.pdf"),
    ("工资卡流水.csv", "bank-statement.csv"),
    ("收入证明.pdf", "income-declaration.pdf"),
    ("协商申请书.pdf", "signed-declaration.pdf"),
    ("同意书.pdf", "privacy-consent.pdf"),
    ("诊断证明.pdf", "diagnosis.pdf"),
    ("医疗票据.pdf", "medical-bills.pdf"),
    ("出院小结.pdf", "diagnosis.pdf"),
)  # fmt: skip
"""Files as people call them. Two of them say another thing on their page than in their name, so that nothing is proposed."""


class Hands:
    """Presses keys where the cursor is, and counts them."""

    def __init__(self) -> None:
        self.keys = 0
        self.facts = 0

    @property
    def here(self) -> QWidget:
        """Where the cursor is."""
        where = QApplication.focusWidget()
        assert where is not None
        return where

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NOTHING) -> None:
        self.keys += 1
        QTest.keyClick(self.here, key, held)
        QApplication.processEvents()

    def fact(self, text: str) -> None:
        """Type a fact; it must arrive in the field where the cursor is."""
        self.facts += len(text)
        if text.isascii():
            QTest.keyClicks(self.here, text)
        else:
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(self.here, event)
        QApplication.processEvents()


@pytest.fixture
def evidence(driver: Driver):
    """The evidence of a case of illness with one account and an employer."""
    view = driver.new_case("欧阳·阿依古丽")
    case_id, session = view.file.case.id, driver.window.session
    session.run(cases.save_debtor, case_id, replace(view.file.debtor, employer="北京晨光商贸有限公司"))
    session.run(cases.save_account, replace(account(), id="a1", case_id=case_id, bank="招商银行"))
    talk = driver.page("conversation")
    driver.pick(talk.reason, "illness")
    driver.click(talk.requests["instalment_plan"])
    return driver.page("evidence")


def copies(folder: Path) -> list[Path]:
    made = []
    for number, (name, source) in enumerate(FILES):
        file = folder / name
        shutil.copy(SAMPLE / source, file)
        if file.suffix == ".pdf":
            with file.open("ab") as more:
                more.write(f"\n%{number}".encode())
        made.append(file)
    return made


def test_ten_files_are_taken_in_and_verified_in_sixty_keys_beyond_the_facts(driver, evidence, tmp_path, qtbot) -> None:
    page, hands = evidence, Hands()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in copies(tmp_path)])
    QGuiApplication.clipboard().setMimeData(data)
    page.checklist.table.setFocus()

    hands.press(Qt.Key.Key_V, CTRL)
    QGuiApplication.clipboard().clear()  # what it holds must not outlive the application
    assert len(page.file.unassigned) == len(FILES) and page.file.live_items == ()
    wanted = {"领用合约.pdf": "loan_contract", "收入证明.pdf": "income_proof", "出院小结.pdf": "hospital_record"}
    while page.file.unassigned:
        before = len(page.file.unassigned)
        name, asked = page.files.item.file_name, page.files.entries.chosen
        if not asked:  # doubtful: a person says it
            codes = [line.requirement.code for line in page.file.checklist]
            steps = codes.index(wanted[name]) + 1
            from_below = len(codes) - codes.index(wanted[name])
            key = Qt.Key.Key_Down if steps <= from_below else Qt.Key.Key_Up
            for _ in range(min(steps, from_below)):
                hands.press(key)
        hands.press(Qt.Key.Key_Return)
        assert len(page.file.unassigned) == before - 1
    taken_in = hands.keys

    notes = {"medical_bills": "票据查验平台相符", "income_proof": "致电人力资源部王女士，相符"}
    issuers = {
        "id_card": "北京市公安局", "bank_statement": "中国银行", "diagnosis": HOSPITAL, "loan_contract": "招商银行",
    }  # fmt: skip
    days = {
        "account_statement": "2026-11-10",
        "income_proof": "2026-11-12",
        "signed_declaration": DAY,
        "diagnosis": DAY,
    }
    done = 0
    while done < len(FILES):
        line, offers = page.checklist.line, page.panel.facts.offers
        code = line.requirement.code
        assert page.panel.primary() is page.panel.facts.button
        if offers.isVisible():
            hands.press(Qt.Key.Key_U, ALT)
            qtbot.waitUntil(offers.isHidden, timeout=2_000)  # a button shows for a moment that it was pressed
        while page.panel.primary() is page.panel.facts.button:
            field = next(
                (
                    key
                    for key, field in page.panel.facts.form.fields.items()
                    if field.editor is QApplication.focusWidget()
                ),
                "",
            )
            if field and not page.panel.facts.form.fields[field].editor.raw():
                hands.fact({"issuer": issuers, "issued_on": days}[field][code])
            hands.press(Qt.Key.Key_Return)
        assert page.panel.checks.result.raw() == ""  # nothing stands for the person's own answer
        hands.press(Qt.Key.Key_Down)
        if code in notes:
            hands.press(Qt.Key.Key_Tab)
            hands.fact(notes[code])
        hands.press(Qt.Key.Key_Return, CTRL)
        done += 1
        assert len(page.file.verifications) == done, (code, page.panel.checks.form.fields["note"].message)

    asked = {line.requirement.code: line.requirement for line in page.file.checklist}
    states = {
        item.file_name: item_state(asked[item.requirement], item, page.file.verifications, page.file.today)
        for item in page.file.live_items
    }
    assert states == {name: "verified" for name, _ in FILES}
    assert (taken_in, hands.keys) == COUNTED
