"""A case of Taiwan through the window, from the first talk to the one application for all and its answer."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.actions.taiwan.conftest import CASE, words_of
from tests.actions.taiwan.test_papers import MAINLAND
from tests.ui.driver import Driver
from tests.ui.keeping_hands import gate, move_to, reply
from tests.ui.staff import SUPERVISOR, confirm
from tests.ui.test_whole_way import facts_of
from workstation.money import Money, total
from workstation.policy.pack import packs
from workstation.profile.case import Stage

FACTS: dict[str, Any] = tomllib.loads(CASE.read_text("utf-8"))
LARGEST = "台新國際商業銀行"


@pytest.fixture
def person(driver: Driver, desk: Any) -> Driver:
    desk.packs = packs()
    move_to(driver, desk, FACTS["today"])
    return driver


def test_from_talk_to_the_one_application(person: Driver, tmp_path: Path) -> None:
    person.new_case(FACTS["debtor"]["name"])
    tell_who(person)
    tell_debts(person)
    tell_means(person)
    talk(person)
    go_on(person, Stage.EVIDENCE)
    prove(person)
    go_on(person, Stage.VERIFY)
    go_on(person, Stage.PLAN)
    plan(person)
    go_on(person, Stage.APPLY)
    read_back(person, export(person, tmp_path / "application.pdf"))
    assert gate(person) == ["bank_reply_missing"] * len(FACTS["accounts"])
    reply(person, LARGEST, account="all", decision="granted", by="王襄理")  # who speaks for all of them
    assert "十个日历天内签署协议书" in person.page("application").filing.text()
    go_on(person, Stage.KEEP)


def go_on(person: Driver, stage: Stage) -> None:
    words = person.window.context.words
    assert gate(person) == [], [words.finding(one) for one in person.case.gate.findings]
    person.click(person.case.gate.advance)
    assert person.case.file.case.stage == stage


def tell_who(person: Driver) -> None:
    profile, debtor = person.page("profile"), FACTS["debtor"]
    person.click(profile.switches["accounts"])
    person.pick(profile.accounts.pack.choice, FACTS["pack"])
    assert person.case.file.pack.id == FACTS["pack"]
    person.click(profile.switches["person"])
    keys = ("resident_id", "email", "marital", "children", "other_dependants", "housing", "employer", "position")
    said = {key: str(debtor[key]) for key in (*keys, "employment", "pay_day")}
    person.fill(
        profile.person.form,
        said | {"phones": debtor["phones"][0]["number"], "addresses": debtor["addresses"][0]["text"]},
    )
    person.save()
    assert profile.person.form.fields["resident_id"].message == ""


def tell_debts(person: Driver) -> None:
    profile = person.page("profile")
    person.click(profile.switches["accounts"])
    section = profile.accounts
    for one in FACTS["accounts"]:
        person.click(section.add_button)
        assert section.form.fields["currency"].editor.raw() == "TWD"
        keys = ("bank", "number", "product", "principal", "interest", "penalty", "due_on", "as_of")
        said = {key: str(one[key]) for key in keys if key in one}
        person.fill(section.form, said | {"rate": f"{Decimal(one['rate']['annual']):.0%}"})
        person.save()
    assert section.pack.advice.text() == ""
    assert person.case.owed.text() == "NT$ 700,380.00"


def tell_means(person: Driver) -> None:
    profile = person.page("profile")
    person.click(profile.switches["budget"])
    for line in FACTS["budget"]:
        rows = {code: edit for code, edit, *_ in profile.budget.sides[line["side"]].rows}
        person.type(rows[line["category"]], line["amount"])
    person.save()
    person.click(profile.switches["statement"])
    section = profile.statement
    person.put(section.form.fields["employer_number"], FACTS["employer_number"])
    for number, line in enumerate(FACTS["statement"]):
        if number == len(section.lines.rows):
            person.click(section.add_button)
        kind, *editors = section.lines.rows[number]
        person.pick(kind, line["kind"])
        for key, editor in zip(("name", "amount", "year", "share", "note"), editors, strict=True):
            person.type(editor, str(line.get(key, "")))
    person.save()
    assert section.note.text() == "" and not section.modified


def talk(person: Driver) -> None:
    page, said = person.page("conversation"), FACTS["conversation"]
    keys = ("reason", "reason_from", "reason_note", "repayment_source", "repayment_proposal")
    person.fill(page.form, {key: str(said[key]) for key in keys} | {"language": FACTS["language"]})
    for code in said["requests"]:
        person.click(page.requests[code])
    person.save()
    person.fill(page.log.form, {"result": "normal", "note": FACTS["contacts"][0]["note"]})
    person.click(page.log.add_button)
    section = person.page("profile").statement
    assert "14 个人与家庭收入减少（含失业、减薪）" in section.cause.text()


def prove(person: Driver) -> None:
    page = person.page("evidence")
    for proof in FACTS["evidence"]:
        page.checklist.choose(proof["requirement"])
        person.answers.paths.append(CASE.parent / "evidence" / proof["file"])
        person.click(page.preview.add_button)
        person.fill(page.panel.facts.form, {"form": proof["form"]} | facts_of(proof))
        person.click(page.panel.facts.button)
        person.click(page.panel.switches["checks"])
        person.fill(page.panel.checks.form, {"check": proof["check"], "result": "ok"})
        person.click(page.panel.checks.button)


def plan(person: Driver) -> None:
    page, asked = person.page("plan"), FACTS["two_stages"]
    person.click(page.tabs.tabs["shares"])
    person.put(page.shares.form.fields["monthly"], asked["monthly"])
    assert page.shares.form.draft()["first_due"] == date(2026, 12, 10)  # the next pay day that is in another month
    person.put(page.shares.form.fields["first_due"], str(asked["first_due"]))
    person.click(page.shares.stages_button)
    plans = person.case.file.chosen_plans
    assert len(plans) == len(FACTS["accounts"])
    made = [person.case.file.schedules[one.id].rows for one in plans]
    months = [total([row.payment for row in rows]) for rows in zip(*made, strict=True)]
    assert set(months[:72]) == {Money(7_000_00, "TWD")}
    assert total(months) == Money(699_180_00, "TWD")  # but for the penalty, which is asked to be waived
    assert all(row.payment.minor % 100 == 0 for rows in made for row in rows)
    assert {one.terms.first_due for one in plans} == {asked["first_due"]}
    supervised(person, page)


def supervised(person: Driver, page: Any) -> None:
    """By these rules only the bank grants; a supervisor looks at the first plan all the same, and it is on record."""
    page.tabs.turn_to("approvals")
    person.fill(page.approvals.form, {"decision": "requested"})
    person.click(page.approvals.button)
    person.fill(page.approvals.form, {"decision": "granted"})
    person.click(page.approvals.button)
    confirm(person, page.approvals.sheet)
    file = person.case.file
    assert [(one.decision, one.by) for one in file.approvals] == [("requested", "林协商"), ("granted", SUPERVISOR)]


def export(person: Driver, file: Path) -> Path:
    page = person.page("application")
    assert [page.bank.itemText(number) for number in range(page.bank.count())] == [LARGEST]
    assert page.findings == ()
    person.answers.paths.append(file)
    person.click(page.export_button)
    assert page.note.text() == ""
    return file


def read_back(person: Driver, file: Path) -> None:
    words = words_of(file.read_bytes())
    accounts = person.case.file.accounts
    for said in (FACTS["debtor"]["name"], "前置協商", *(one.bank for one in accounts), "NT$700,380.00"):
        assert said in words, said
    for one in accounts:
        assert one.owed.grouped() in words
    for said in (
        "製作日期115年11月29日",
        "應繳日115年08月15日",
        "清冊核發日：115年11月16日",
        "116年01月10日至124年04月10日",
    ):
        assert said in words, said
    assert re.findall(r"\d{4}-\d\d-\d\d|20[0-4]\d年", words) == []
    assert [one for one in MAINLAND if one in words] == []


def test_a_household_told_in_yuan_before_the_rules_were_chosen(person: Driver) -> None:
    """What stands in it is never read as dollars: it is said what does not fit, and emptied it is told anew in dollars."""
    person.new_case(FACTS["debtor"]["name"])
    profile = person.page("profile")
    household(person, "38000")
    person.click(profile.switches["accounts"])
    person.pick(profile.accounts.pack.choice, FACTS["pack"])
    assert person.case.file.pack.id == "cn-card"
    person.click(profile.accounts.add_button)
    owed = {"bank": LARGEST, "number": "5408000000001234", "currency": "TWD", "principal": "700000"}
    person.fill(profile.accounts.form, owed | {"due_on": "2026-08-15"})
    person.save()
    person.click(profile.accounts.pack.take_button)
    assert person.case.file.pack.id == FACTS["pack"]
    page = person.page("plan")
    person.click(page.tabs.tabs["shares"])
    person.click(page.shares.stages_button)
    assert "尾号 1234 的币种为 TWD" in person.window._toast.text.text()
    person.page("profile")
    household(person, "")
    household(person, "38000")
    assert person.case.file.budget.surplus == Money(38_000_00, "TWD")
    person.page("plan")
    person.put(page.shares.form.fields["monthly"], "7000")
    person.click(page.shares.stages_button)
    assert [one.terms.steps[0].amount for one in person.case.file.chosen_plans] == [Money(7_000_00, "TWD")]


def household(person: Driver, wage: str) -> None:
    profile = person.page("profile")
    person.click(profile.switches["budget"])
    person.type(next(edit for code, edit, *_ in profile.budget.sides["income"].rows if code == "wage"), wage)
    person.save()
