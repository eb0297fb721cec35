"""The rules of a case are chosen in the window; the checklist follows, and nothing that was gathered is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.builders import account
from tests.ui.driver import Driver
from tests.ui.pages.evidence.test_evidence import DIAGNOSIS
from workstation.actions import cases
from workstation.money import Money
from workstation.policy.choice import fitting
from workstation.policy.pack import packs
from workstation.profile.account import Account


@pytest.fixture
def case(driver: Driver):
    """A case of illness with a card and its diagnosis, at a desk with every pack."""
    driver.window.session.desk.packs = packs()
    driver.new_case("欧阳·阿依古丽")
    talk = driver.page("conversation")
    driver.pick(talk.reason, "illness")
    driver.click(talk.requests["instalment_plan"])
    driver.click(talk.requests["stop_interest"])
    driver.save()
    driver.window.session.run(cases.save_account, account(case_id=driver.case.file.case.id))
    page = driver.page("evidence")
    page.checklist.choose("diagnosis")
    driver.answers.paths.append(DIAGNOSIS)
    driver.click(page.preview.add_button)
    return driver.case


def in_currency(owed: Account, currency: str) -> Account:
    """The account owed in another currency, of the same amounts."""
    amounts = ("principal", "interest", "penalty", "fees", "limit", "minimum_due")
    told: dict[str, Any] = {name: getattr(owed, name) for name in amounts if getattr(owed, name) is not None}
    made: dict[str, Any] = {name: Money(one.minor, currency) for name, one in told.items()}
    return replace(owed, currency=currency, **made)


def choice(driver: Driver):
    profile = driver.page("profile")
    profile.show_section("accounts")
    return profile.accounts.pack


def codes(driver: Driver) -> set[str]:
    return {line.requirement.code for line in driver.case.file.checklist}


def test_another_pack_draws_the_checklist_anew_and_loses_nothing(driver, case) -> None:
    before, owed = codes(driver), case.file.accounts[0]
    driver.window.session.run(cases.save_account, in_currency(owed, "USD"), owed)
    driver.pick(choice(driver).choice, "tw-prenegotiation")
    assert case.file.pack.id == "tw-prenegotiation"
    assert codes(driver) != before
    assert [item.file_name for item in case.file.live_items] == ["diagnosis.pdf"]
    driver.click(driver.window._toast.undo)
    assert codes(driver) == before
    line = next(line for line in case.file.checklist if line.requirement.code == "diagnosis")
    assert line.state == "received"


def test_the_rules_of_another_place_are_refused_until_a_debt_is_of_that_place(driver, case) -> None:
    """A debt in the currency of no pack may follow any of them; one in yuan not the rules of Taiwan, and back."""
    made, kept = choice(driver), case.file.accounts[0]
    driver.pick(made.choice, "tw-prenegotiation")
    assert case.file.pack.id == "cn-card" == made.choice.raw()
    assert "TWD" in driver.window._toast.text.text()
    run = driver.window.session.run
    run(cases.save_account, in_currency(kept, "TWD"), kept)
    driver.pick(choice(driver).choice, "tw-prenegotiation")
    assert case.file.pack.id == "tw-prenegotiation"
    driver.pick(choice(driver).choice, "cn-card")
    assert case.file.pack.id == "tw-prenegotiation"
    run(cases.save_account, in_currency(kept, "USD"), case.file.accounts[0])
    driver.pick(choice(driver).choice, "cn-card")
    assert case.file.pack.id == "cn-card"


def test_requests_unknown_to_the_new_rules_survive_a_save_there(driver, case) -> None:
    asked = set(case.file.case.requests)
    owed = case.file.accounts[0]
    driver.window.session.run(cases.save_account, in_currency(owed, "USD"), owed)
    driver.pick(choice(driver).choice, "tw-prenegotiation")
    talk = driver.page("conversation")
    assert set(talk.requests) == set(case.file.pack.requests)
    driver.put(talk.form.fields["repayment_source"], "配偶工资")
    driver.save()
    assert set(case.file.case.requests) >= asked - set(case.file.pack.requests)
    driver.pick(choice(driver).choice, "cn-card")
    assert set(case.file.case.requests) == asked
    assert set(driver.page("conversation").requests) == set(case.file.pack.requests)


def test_loans_suggest_the_rules_of_loans(driver, case) -> None:
    made = choice(driver)
    assert made.suggested == ""
    loan = replace(case.file.accounts[0], product="online_loan")
    driver.window.session.run(cases.save_account, loan)
    assert "网贷" in made.advice.text()
    driver.click(made.take_button)
    assert case.file.pack.id == "cn-consumer-loan"
    assert made.advice.text() == ""
    assert made.choice.raw() == "cn-consumer-loan"


@pytest.mark.parametrize(
    ("owed", "pack"),
    [
        ([], ""),
        ([("credit_card", "CNY")], "cn-card"),
        ([("credit_card", "CNY"), ("online_loan", "CNY"), ("consumer_loan", "CNY")], "cn-consumer-loan"),
        ([("credit_card", "CNY"), ("online_loan", "CNY")], "cn-card"),
        ([("credit_card", "TWD"), ("consumer_loan", "TWD")], "tw-prenegotiation"),
        ([("other", "CNY")], "cn-card"),
        ([("credit_card", "JPY")], ""),
    ],
)
def test_the_pack_that_accounts_suggest(owed, pack) -> None:
    assert fitting(packs(), owed) == pack


def test_a_pack_that_is_not_there_is_refused(driver, case) -> None:
    from tests.actions.test_cases import refused

    session = driver.window.session
    assert refused(session.run, cases.choose_pack, case.file.case.id, "mars") == [("pack_unknown", "case.pack")]


def test_a_newer_version_shows_what_changes_before_it_is_followed(driver, case) -> None:
    """An older case keeps its version: it is told of the newer one, shown the differences, moved by key, and back."""
    session, case_id = driver.window.session, case.file.case.id
    session.run(cases.choose_pack, case_id, "cn-card@2026-11-23")
    made = choice(driver)
    move = made.versions
    assert case.file.pack.dated.isoformat() == "2026-11-23"
    assert made.choice.raw() == "cn-card" and made.suggested == ""
    assert move.move_button.isHidden() and "2026-11-23" in move.note.text()
    driver.click(move.show_button)
    rows = move.table.content.rows
    assert any(one.before != one.after and one.source for one in rows)
    driver.click(move.move_button)
    assert case.file.pack == packs()["cn-card"]
    assert move.show_button.isHidden() and move.table.isHidden()
    driver.click(driver.window._toast.undo)
    assert case.file.pack.dated.isoformat() == "2026-11-23"
    logged = [entry.action for entry in session.desk.store.ledger.of_case(case_id)]
    assert logged.count("cases.choose_pack") == 3
