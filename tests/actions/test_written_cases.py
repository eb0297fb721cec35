"""A case written by hand comes in whole or not at all, and every mistake in it is told with its line."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import resources
from tests.builders import NOW
from workstation.actions import cases
from workstation.actions.desk import Desk
from workstation.actions.evidence.sources import figure_states
from workstation.actions.written_cases import load_written
from workstation.casework.settings import DeskSettings
from workstation.dates import FixedClock
from workstation.errors import Refused
from workstation.evidence.verification import EvidenceItem
from workstation.money import Money
from workstation.policy.pack import packs
from workstation.profile.case import Case, Stage
from workstation.rates import Rate
from workstation.store.store import Store
from workstation.store.vault import Vault

THREE = Path(__file__).parents[1] / "files" / "cases" / "three-banks.toml"


@pytest.fixture
def desk(tmp_path):
    clock = FixedClock(NOW)
    store = Store.memory(clock)
    settings = DeskSettings("样例工作台", "林协商")
    store.add(settings)
    desk = Desk(tmp_path, store, Vault(tmp_path / "vault", bytes(32)), packs(), clock, settings)
    yield desk
    desk.close()


@pytest.fixture
def file(tmp_path) -> Path:
    """The case beside its proofs."""
    folder = tmp_path / "case"
    (folder / "evidence").mkdir(parents=True)
    for name in ("id-card-front.png", "card-statement.pdf"):
        shutil.copy(resources.path("sample", "evidence", name), folder / "evidence" / name)
    return Path(shutil.copy(THREE, folder / "case.toml"))


def test_everything_that_is_written_is_stored(desk, file):
    found = cases.load_case(desk, load_written(desk, file, draft=True).case_id)
    card, loan, online = found.accounts
    assert (found.debtor.name, found.debtor.phone(), found.debtor.pay_day) == ("买买提·吐尔逊", "13800000017", 15)
    assert [one.owed for one in found.accounts] == [Money(3_240_050), Money(1_264_000), Money(600_000)]
    assert (card.due_on, loan.due_on, loan.overdue_since) == (date(2026, 5, 31), date(2026, 6, 30), date(2026, 7, 1))
    assert loan.rate == Rate.parse("0.0435")
    assert found.contacts[0].at == datetime(2026, 11, 20, 1, 15, tzinfo=UTC)
    assert (found.contacts[0].by, found.case.requests) == ("林协商", ("instalment_plan", "stop_interest"))
    assert [(one.requirement, one.account_id) for one in found.items] == [
        ("id_card", ""),
        ("account_statement", card.id),
    ]
    assert [(check.check, check.result) for check in found.verifications] == [
        ("original_seen", "ok"),
        ("arithmetic", "ok"),
    ]
    assert [(plan.account_id, plan.terms.instalments) for plan in found.chosen_plans] == [
        (card.id, 60),
        (loan.id, 48),
        (online.id, 24),
    ]
    assert {one.decision for one in found.approvals} == {"requested"}
    assert found.case.stage is Stage.EVIDENCE


def test_without_draft_it_must_be_ready_to_be_applied_for(desk, file):
    with pytest.raises(Refused) as refused:
        load_written(desk, file)
    assert {one.code for one in refused.value.findings} == {"evidence_missing", "plan_beyond_requests"}
    assert not desk.store.find(Case)
    assert not desk.store.find(EvidenceItem)


@pytest.mark.parametrize(
    ("old", "new", "code", "shown"),
    [
        ('name = "买买提·吐尔逊"', 'nickname = "x"', "pack_unknown_key", "nickname"),
        ('pack = "cn-card"', 'pack = "mars"', "pack_value", "cn-card"),
        ("pay_day = 15", "pay_day = 32", "pack_value", "1-31"),
        ("children = 2", 'children = "two"', "pack_type", "whole number"),
        ('marital = "married"', 'marital = "wedded"', "pack_value", "wedded"),
        ('principal = "30000.00"', 'principal = "30O00"', "amount_unreadable", "30O00"),
        ('principal = "30000.00"', "principal = 30000.00", "pack_type", "fraction"),
        ('principal = "30000.00"', 'principal = "-1"', "amount_negative", "-1.00"),
        ('principal = "30000.00"', 'principal = "US$ 5"', "amount_other_currency", "USD"),
        ("due_on = 2026-05-31", "due_on = 2026-05-31T00:00:00Z", "pack_type", "2025-12-20"),
        ("overdue_since = 2026-07-01", "overdue_since = 2026-07-01\ndue_on = 2026-07-01", "pack_value", "due_on + 1"),
        ("at = 2026-11-20T09:15:00+08:00", "at = 2026-11-20", "pack_type", "T10:30"),
        ('reason = "illness"', 'reason = "flu"', "pack_value", "flu"),
        ('requests = ["instalment_plan", "stop_interest"]', 'requests = ["pause"]', "pack_reference", "pause"),
        ('category = "rent"', 'category = "yacht"', "pack_value", "yacht"),
        ('requirement = "id_card"', 'requirement = "passport"', "pack_value", "passport"),
        ('check = "arithmetic"', 'check = "guessed"', "pack_value", "guessed"),
        ('file = "card-statement.pdf"', 'file = "gone.pdf"', "file_missing", "gone.pdf"),
        ('account = "5678"', 'account = "0000"', "written_account_unknown", "0000"),
        ("instalments = 60", "instalments = 0", "number_range", "0"),
        ("instalments = 60", "instalment = 60", "key_unknown", "instalment"),
        ("format = 1", "format = 1\nformat = 2", "pack_syntax", "Cannot overwrite a value"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_nothing_is_stored(desk, file, old, new, code, shown):
    text = file.read_text("utf-8")
    assert old in text
    mistaken = text.replace(old, new, 1)
    file.write_text(mistaken, "utf-8")
    with pytest.raises(Refused) as refused:
        load_written(desk, file, draft=True)
    found = next(one for one in refused.value.findings if one.code == code)
    assert shown in " ".join((found.subject, *found.figures.values()))
    name, line = found.subject.split(":")[:2]
    assert name == "case.toml"
    wrong = next(number for number, one in enumerate(mistaken.splitlines(), 1) if new.splitlines()[-1] in one)
    assert 0 <= wrong - int(line) <= 5  # the key, or the table that it stands in
    assert not desk.store.find(Case)


def test_all_mistakes_are_told_at_once(desk, file):
    text = file.read_text("utf-8").replace("pay_day = 15", "pay_day = 0").replace('amount = "1200.00"', 'amount = "x"')
    file.write_text(text.replace('account = "5678"', 'account = "nobody"'), "utf-8")
    with pytest.raises(Refused) as refused:
        load_written(desk, file, draft=True)
    assert [one.code for one in refused.value.findings] == ["pack_value", "amount_unreadable"]


def test_a_check_without_the_note_that_it_needs_names_its_key(desk, file):
    text = file.read_text("utf-8").replace('check = "original_seen"\ncheck_note = "与原件一致。"', 'check = "portal"')
    file.write_text(text, "utf-8")
    with pytest.raises(Refused) as refused:
        load_written(desk, file, draft=True)
    assert [(one.code, one.subject) for one in refused.value.findings] == [
        ("required_field", "case.toml:86: check_note")
    ]


def test_a_case_that_is_there_is_not_taken_in_twice(desk, file):
    load_written(desk, file, draft=True)
    with pytest.raises(Refused) as refused:
        load_written(desk, file, draft=True)
    assert [one.code for one in refused.value.findings] == ["written_account_known"] * 3
    assert len(desk.store.find(Case)) == 1


def test_empty_texts_say_nothing(desk, file):
    text = (
        file.read_text("utf-8")
        .replace('note = "配偶工资"', 'note = ""')
        .replace('approval = "同意。"', 'approval = ""')
    )
    file.write_text(text, "utf-8")
    assert cases.load_case(desk, load_written(desk, file, draft=True).case_id).budget.lines[0].note == ""


def test_the_sample_itself_comes_in_with_its_list(desk):
    found = cases.load_case(desk, load_written(desk, resources.path("sample", "case.toml")).case_id)
    assert found.debtor.name == "欧阳·阿依古丽"
    assert (found.case.stage, found.approvals[0].decision) == (Stage.PLAN, "requested")
    assert len(desk.store.find(Case)) > 1
    with pytest.raises(Refused) as refused:
        load_written(desk, resources.path("sample", "case.toml"))
    assert refused.value.findings[0].code == "written_person_unlisted"


def test_confirmed_figures_are_credited_to_the_page_that_says_them_and_others_are_told(desk, file):
    (file.parent / "sheet.csv").write_text("户名,本金\n买买提·吐尔逊,30000.00\n", "utf-8")
    proof = '\n[[evidence]]\nfile = "sheet.csv"\nrequirement = "account_statement"\nconfirmed = ["name", "principal", "expense"]\n'
    file.write_text(file.read_text("utf-8") + proof, "utf-8")
    loaded = load_written(desk, file, draft=True)
    states = figure_states(cases.load_case(desk, loaded.case_id))
    assert {one.figure.text for one in states if one.sources} == {"买买提·吐尔逊", "30,000.00 CNY"}
    assert [(one.code, one.figures["figure"]) for one in loaded.unsaid] == [("written_unsaid", "expense")]


def test_what_is_said_of_papers_is_kept(desk, file):
    says = '\n[[papers]]\npaper = "agreement"\n[papers.says]\ndisputes = "debtor_court"\n'
    file.write_text(file.read_text("utf-8") + says, "utf-8")
    found = cases.load_case(desk, load_written(desk, file, draft=True).case_id)
    assert found.said("agreement", found.banks[0]) == {"disputes": "debtor_court"}


def test_a_choice_that_the_pack_does_not_have_is_refused_with_its_line(desk, file):
    before = file.read_text("utf-8")
    file.write_text(before + '\n[[papers]]\npaper = "agreement"\n[papers.says]\ndisputes = "duel"\n', "utf-8")
    with pytest.raises(Refused) as refused:
        load_written(desk, file, draft=True)
    assert [one.code for one in refused.value.findings] == ["paper_entry_choice"]
    assert str(len(before.splitlines()) + 2) in refused.value.findings[0].subject
    assert desk.store.find(Case) == ()


def test_debts_of_another_place_than_that_of_the_rules_are_refused(desk, file):
    told = file.read_text("utf-8")
    told = told.replace("[[accounts]]\n", '[[accounts]]\ncurrency = "TWD"\n')
    file.write_text(told, "utf-8")
    with pytest.raises(Refused) as refused:
        load_written(desk, file, draft=True)
    assert [(one.code, one.figures["owed"]) for one in refused.value.findings] == [("pack_other_currency", "TWD")]
    assert desk.store.find(Case) == ()
