"""The whole way through the window alone: from no desk at all to the packet and the workbook on disk."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument

from resources import path
from tests.ui.driver import Driver
from ui.pages.application.page import ApplicationPage
from ui.pages.conversation.page import ConversationPage
from ui.pages.evidence.page import EvidencePage
from ui.pages.plan.page import PlanPage
from ui.pages.profile.page import ProfilePage
from workstation.profile.case import Stage

FACTS: dict[str, Any] = tomllib.loads(path("sample", "case.toml").read_text("utf-8"))
FACT_KEYS = ("issuer", "form", "document_number", "issued_on")
NAME, BANK, PASSPHRASE = "欧阳·阿依古丽", "招商银行", "a long enough passphrase"
ACCOUNT = {
    "bank": BANK,
    "number": "6225750000056214",
    "overdue_since": "2026-08-18",
    "as_of": "2026-11-23",
    "principal": "50000",
    "interest": "8142.10",
    "penalty": "894.35",
    "fees": "200",
}


@pytest.fixture
def person(qtbot, window, answers) -> Driver:
    return Driver(qtbot, window, answers)


def test_from_an_empty_desk_to_both_files(person, tmp_path) -> None:
    make_desk(person, tmp_path / "desk")
    person.new_case(NAME)
    understand(person)
    go_on(person, Stage.EVIDENCE)
    hand_in(person)
    go_on(person, Stage.VERIFY)
    verify(person)
    go_on(person, Stage.PLAN)
    plan(person)
    go_on(person, Stage.APPLY)
    packet, workbook = export(person, tmp_path)
    document = QPdfDocument()
    document.load(str(packet))
    assert document.pageCount() > len(FACTS["evidence"])
    assert NAME in "".join(document.getAllText(page).text() for page in range(3))
    assert openpyxl.load_workbook(workbook).sheetnames
    bank_answers(person)
    go_on(person, Stage.KEEP)


def make_desk(person: Driver, folder: Path) -> None:
    first = person.window.entry.first
    values = {"folder": str(folder), "passphrase": PASSPHRASE, "again": PASSPHRASE}
    person.fill(first.form, values | {"desk_name": "样例工作台", "agent": FACTS["agent"]})
    person.click(first.create_button)


def understand(person: Driver) -> None:
    profile = person.page("profile")
    assert isinstance(profile, ProfilePage)
    message = FACTS["debtor"]
    person.fill(
        profile.person.form,
        {
            "resident_id": FACTS["resident_id"],
            "phones": "13800006214",
            "addresses": message["addresses"][0]["text"],
            "marital": message["marital"],
            "employer": message["employer"],
        },
    )
    person.click(profile.switches["accounts"])
    person.fill(profile.accounts.form, ACCOUNT)
    person.click(profile.switches["budget"])
    for line in FACTS["budget"]:
        rows = {code: (edit, every) for code, edit, every, _ in profile.budget.sides[line["side"]].rows}
        edit, every = rows[line["category"]]
        person.type(edit, line["amount"])
        person.pick(every, line.get("every", "month"))
    talk(person)


def talk(person: Driver) -> None:
    page = person.page("conversation")
    assert isinstance(page, ConversationPage)
    message = FACTS["conversation"]
    person.fill(
        page.form,
        {
            "reason": message["reason"],
            "reason_from": message["reason_from"].isoformat(),
            "reason_note": message["reason_note"],
            "repayment_source": message["repayment_source"],
            "repayment_proposal": message["repayment_proposal"],
        },
    )
    for code in message["requests"]:
        person.click(page.requests[code])
    person.save()
    person.fill(page.log.form, {"result": "normal", "note": FACTS["contacts"][0]["note"]})
    person.click(page.log.add_button)


def go_on(person: Driver, stage: Stage) -> None:
    gate = person.case.gate
    assert gate.findings == (), [person.window.context.words.finding(one) for one in gate.findings]
    person.click(gate.advance)
    assert person.case.file.case.stage == stage


def hand_in(person: Driver) -> None:
    page = person.page("evidence")
    assert isinstance(page, EvidencePage)
    for proof in FACTS["evidence"]:
        page.checklist.choose(proof["requirement"])
        person.answers.paths.append(path("sample", "evidence", proof["file"]))
        person.click(page.preview.add_button)
        person.fill(page.panel.facts.form, facts_of(proof))
        person.click(page.panel.facts.button)
        assert not page.panel.modified


def facts_of(proof: dict[str, Any]) -> dict[str, str]:
    typed: dict[str, str] = {key: str(proof[key]) for key in FACT_KEYS if key in proof}
    if "covers_from" in proof:
        typed["covers_from"] = proof["covers_from"].isoformat()
        typed["covers_to"] = proof["covers_to"].isoformat()
    return typed


def verify(person: Driver) -> None:
    page = person.page("evidence")
    assert isinstance(page, EvidencePage)
    for proof in FACTS["evidence"]:
        page.checklist.choose(proof["requirement"])
        items = {item.file_name: item.id for item in page.checklist.line.items}
        person.pick(page.preview.items, items[proof["file"]])
        person.click(page.panel.switches["checks"])
        person.fill(page.panel.checks.form, {"check": proof["check"], "result": "ok", "note": proof["check_note"]})
        person.click(page.panel.checks.button)


def plan(person: Driver) -> None:
    page = person.page("plan")
    assert isinstance(page, PlanPage)
    waived = {"treat_interest": "waive", "treat_penalty": "waive", "treat_fees": "waive"}
    person.fill(page.inputs.form, {"instalments": "60", "first_due": "2026-12-10"} | waived)
    page.redraw()
    assert len(page.made.rows) == 60
    person.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(page.columns.kept) == 1
    person.fill(page.approvals.form, {"decision": "requested"})
    person.click(page.approvals.button)
    person.fill(page.approvals.form, {"decision": "granted"})
    person.click(page.approvals.button)


def export(person: Driver, folder: Path) -> tuple[Path, Path]:
    page = person.page("application")
    assert isinstance(page, ApplicationPage)
    assert page.findings == ()
    packet, workbook = folder / "packet.pdf", folder / "case.xlsx"
    person.answers.paths += [packet, workbook]
    person.click(page.export_button)
    person.click(page.workbook_button)
    assert page.note.text() == ""
    return packet, workbook


def bank_answers(person: Driver) -> None:
    page = person.page("application")
    assert isinstance(page, ApplicationPage)
    person.fill(page.reply.form, {"decision": "granted", "by": "信用卡中心 陈经理"})
    person.click(page.reply.button)
