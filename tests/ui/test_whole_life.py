"""The whole life of a case of three banks through the window: talk, proofs, plans, answers, kept, broken, planned anew, settled."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument

from resources import path
from tests.actions.keep.three_banks import granted, three_banks
from tests.prove import how_many
from tests.ui.driver import Driver
from tests.ui.keeping_hands import Keeping, approve, gate, move_to, reply
from tests.ui.test_whole_way import facts_of
from workstation.actions.cases import load_case
from workstation.profile.case import Stage

FACTS: dict[str, Any] = tomllib.loads(
    (Path(__file__).parents[1] / "files" / "cases" / "three-banks.toml").read_text("utf-8")
)
PROOFS: list[dict[str, Any]] = tomllib.loads(path("sample", "case.toml").read_text("utf-8"))["evidence"]
CARD, LOAN, ONLINE = (one["bank"] for one in FACTS["accounts"])
PLANS = {
    CARD: {"instalments": "60", "first_due": "2026-12-15", "treat_interest": "waive", "treat_penalty": "waive"},
    LOAN: {"method": "equal_instalment", "instalments": "48", "first_due": "2026-12-15", "rate": "4.35%"},
    ONLINE: {"instalments": "24", "first_due": "2026-12-15"},
}
ELSEWHERE = {CARD: "536.12", LOAN: "750.00", ONLINE: "786.12"}
"""What the plans of the two other banks take a month: 500.00, 286.12 and 250.00."""


@pytest.mark.prove
def test_from_the_first_talk_to_the_last_settlement(driver, desk, tmp_path) -> None:
    if not how_many(0, 1):
        pytest.skip("the parts are tried one by one in the suite; make prove walks the whole way")
    talk(driver)
    prove(driver, tmp_path)
    plan(driver)
    apply(driver, tmp_path)
    answers(driver)
    keep = Keeping(driver)
    assert [keep.shown(bank)[0] for bank in PLANS] == ["¥ 32,400.50", "¥ 12,640.00", "¥ 6,000.00"]
    for bank in PLANS:
        keep.at(bank).enter("ending", step="adopt", document="回复函")
    assert gate(driver) == ["account_not_ended"] * 3
    move_to(driver, desk, date(2026, 12, 16))
    keep.at(CARD).enter("payments", on="2026-12-15", amount="500", reference="C-1")
    keep.at(LOAN).enter("payments", on="115/12/15", amount="200", reference="L-1")
    assert keep.shown(CARD) == ("¥ 31,900.50", "—", "2027-01-15")
    assert keep.shown(LOAN)[1:] == ("—", "2026-12-15")  # within its days of grace
    promise_broken_and_kept(keep, desk)
    move_to(driver, desk, date(2027, 3, 20))
    assert keep.shown(ONLINE)[1] == "¥ 950.00"
    planned_anew(keep, desk, ONLINE)
    for bank, steps in ((CARD, {"step": "settle", "confirmed": True}), (LOAN, {"step": "close", "how": "sold"})):
        keep.at(bank).enter("ending", **steps)
    keep.at(ONLINE).enter("ending", step="settle", confirmed=True)
    assert gate(driver) == []
    assert driver.case.owed.text() == "—"
    assert [one.how for one in driver.case.file.ends] == ["settled", "sold", "settled"]


def talk(person: Driver) -> None:
    debtor, said = FACTS["debtor"], FACTS["conversation"]
    person.new_case(debtor["name"])
    profile = person.page("profile")
    given = {
        key: str(debtor[key]) for key in ("resident_id", "marital", "children", "housing", "employment", "pay_day")
    }
    given |= {"phones": debtor["phones"][0]["number"], "addresses": debtor["addresses"][0]["text"]}
    person.fill(profile.person.form, given)
    person.click(profile.switches["accounts"])
    for one in FACTS["accounts"]:
        person.click(profile.accounts.add_button)
        words = {
            key: str(one[key])
            for key in ("bank", "number", "product", "principal", "interest", "penalty")
            if key in one
        }
        first_day = one.get("overdue_since") or one["due_on"] + timedelta(days=1)
        rate = {"card": "日万分之五", "loan": "4.35%"}.get(one["key"], "")
        person.fill(
            profile.accounts.form, words | {"overdue_since": str(first_day), "as_of": str(one["as_of"]), "rate": rate}
        )
    person.click(profile.switches["budget"])
    for line in FACTS["budget"]:
        edits = {code: edit for code, edit, *_ in profile.budget.sides[line["side"]].rows}
        person.type(edits[line["category"]], line["amount"])
    page = person.page("conversation")
    keys = ("reason", "reason_note", "repayment_source", "repayment_proposal")
    person.fill(page.form, {key: said[key] for key in keys} | {"reason_from": str(said["reason_from"])})
    for code in (*said["requests"], "reduction"):
        person.click(page.requests[code])
    person.save()
    person.fill(page.log.form, {"result": "normal", "note": FACTS["contacts"][0]["note"]})
    person.click(page.log.add_button)
    assert (person.case.owed.text(), gate(person)) == ("¥ 51,040.50", [])
    person.click(person.case.gate.advance)
    assert person.case.file.accounts[0].rate.per == "daily"


def prove(person: Driver, folder: Path) -> None:
    """The proofs of the sample; of each account a statement of its own."""
    page = person.page("evidence")
    asked = {line.requirement.code for line in page.checklist.table.content.rows}
    statement = next(one for one in PROOFS if one["requirement"] == "account_statement")
    given = [one for one in PROOFS if one["requirement"] in asked and one is not statement]
    for no, account in enumerate(person.case.file.accounts):
        file = folder / f"statement-{no}.pdf"
        with pikepdf.new() as made:
            made.add_blank_page(page_size=(400, 500 + no))
            made.save(file)
        given.append(statement | {"file": str(file), "issuer": account.bank, "account_id": account.id})
    for proof in given:
        page.checklist.choose(proof["requirement"])
        person.answers.paths.append(path("sample", "evidence") / proof["file"])
        person.click(page.preview.add_button)
        extra = {"account_id": proof["account_id"]} if "account_id" in proof else {}
        person.fill(page.panel.facts.form, facts_of(proof) | extra)
        person.click(page.panel.facts.button)
        person.click(page.panel.switches["checks"])
        person.fill(page.panel.checks.form, {"check": proof["check"], "result": "ok", "note": proof["check_note"]})
        person.click(page.panel.checks.button)
    for stage in (Stage.VERIFY, Stage.PLAN):
        assert gate(person) == []
        person.click(person.case.gate.advance)
        assert person.case.file.case.stage == stage


def plan(person: Driver) -> None:
    page = person.page("plan")
    for account in person.case.file.accounts:
        person.pick(page.inputs.accounts, account.id)
        person.fill(page.inputs.form, PLANS[account.bank])
        page.redraw()
        person.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        approve(person, page, account)
    assert gate(person) == []
    person.click(person.case.gate.advance)


def apply(person: Driver, folder: Path) -> None:
    """Each bank gets a packet with its own debt and what the others take; the workbook has every first payment."""
    page = person.page("application")
    for bank, others in ELSEWHERE.items():
        person.pick(page.bank, bank)
        file = folder / f"{bank}.pdf"
        person.answers.paths.append(file)
        person.click(page.export_button)
        document = QPdfDocument()
        document.load(str(file))
        text = "".join(document.getAllText(no).text() for no in range(8))
        (account,) = person.case.file.accounts_at(bank)
        assert account.owed.grouped() in text, bank
        assert others in text, bank
    book = folder / "case.xlsx"
    person.answers.paths.append(book)
    person.click(page.workbook_button)
    cells = {cell for sheet in openpyxl.load_workbook(book, data_only=True) for row in sheet.values for cell in row}
    assert {500, 286.12, 250} <= cells


def answers(person: Driver) -> None:
    """Granted, countered, refused; what was refused is asked again with another plan."""
    reply(person, CARD, decision="granted", by="陈经理", valid_until="2026-12-31")
    reply(person, ONLINE, decision="refused", by="李经理", refusal="ability_not_shown", again_on="2026-12-20")
    page = person.page("plan")
    accounts = {one.bank: one for one in person.case.file.accounts}
    person.pick(page.inputs.accounts, accounts[LOAN].id)
    page.tabs.turn_to("counter")
    person.fill(page.counter.form, {"instalments": "36", "by": "赵经理"})
    person.click(page.counter.accept_button)
    assert gate(person) == ["bank_reply_missing"]
    person.pick(page.inputs.accounts, accounts[ONLINE].id)
    person.fill(page.inputs.form, {"instalments": "20"})
    page.redraw()
    person.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    again = [one for one in person.case.file.plans if one.account_id == accounts[ONLINE].id][-1]
    person.click(page.columns.kept[again.id].choose_button)
    approve(person, page, accounts[ONLINE])
    reply(person, ONLINE, decision="granted", by="李经理")
    assert gate(person) == []
    person.click(person.case.gate.advance)
    assert person.case.file.case.stage == Stage.KEEP


def promise_broken_and_kept(keep: Keeping, desk: Any) -> None:
    """Two promises at the bank without any payment: the first is partly kept, the second broken; then the instalment is moved."""
    for on, amount in (("2026-12-20", "300"), ("2026-12-24", "100")):
        keep.at(ONLINE).enter("promises", on=on, amount=amount, source="兼职", accepted=True)
    keep.enter("payments", on="2026-12-16", amount="250", reference="O-1")
    move_to(keep.person, desk, date(2026, 12, 28))
    assert keep.promises() == ["partly_kept", "broken"]
    assert keep.shown(ONLINE)[1] == "¥ 50.00"
    keep.enter("instalments", kind="move", to="2027-01-05", reason="住院", consent="录音 7")
    assert keep.shown(ONLINE)[1:] == ("—", "2027-01-05")


def planned_anew(keep: Keeping, desk: Any, bank: str) -> None:
    """One step to a version of what is left; nothing is kept of it before supervisor and bank have granted it."""
    person = keep.person
    (account,) = person.case.file.accounts_at(bank)
    owed = keep.shown(bank)[0]
    keep.at(bank).enter("ending", step="replan", reason="仍在住院")
    file = person.case.file
    made = file.chosen(account.id)
    assert f"¥ {sum(made.terms.components, start=made.terms.principal - made.terms.principal).grouped()}" == owed
    keep.enter("ending", step="adopt")
    assert person.case.file.adoption(account.id).plan_id != made.id
    approve(person, person.page("plan"), account)
    reply(person, bank, decision="granted", by="李经理")
    Keeping(person).at(bank).enter("ending", step="adopt", document="补充协议")
    assert person.case.file.adoption(account.id).plan_id == made.id
    assert keep.shown(bank)[:2] == (owed, "—")


def test_kept_broken_planned_anew_and_settled(driver, desk) -> None:
    """The last part of the way, from three plans that their banks have granted."""
    case_id, accounts = three_banks(desk)
    for account in accounts:
        granted(desk, account)
    driver.workbench.open_case(case_id)
    keep = Keeping(driver)
    banks = [one.bank for one in accounts]
    for bank in banks:
        keep.at(bank).enter("ending", step="adopt", document="回复函")
    assert [keep.shown(bank)[0] for bank in banks] == ["¥ 59,236.45", "¥ 6,000.00", "¥ 3,000.00"]
    move_to(driver, desk, date(2026, 12, 10))
    keep.at(banks[0]).enter("payments", amount="4,166.67", reference="A-1")
    keep.at(banks[1]).enter("payments", on="民國115年12月10日", amount="300", reference="B-1")
    assert keep.shown(banks[0]) == ("¥ 55,069.78", "—", "2027-01-10")
    move_to(driver, desk, date(2026, 12, 20))
    assert [keep.shown(bank)[1] for bank in banks] == ["—", "¥ 200.00", "¥ 250.00"]
    move_to(driver, desk, date(2027, 2, 20))
    planned_anew(keep, desk, banks[1])
    for bank in banks:
        keep.at(bank).enter("ending", step="settle", confirmed=True)
    assert gate(driver) == []
    assert driver.case.owed.text() == "—"
    assert [one.how for one in load_case(desk, case_id).ends] == ["settled"] * 3
