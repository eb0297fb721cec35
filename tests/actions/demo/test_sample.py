"""The sample that every newcomer meets first: it imports clean, passes every gate and says what the pictures show."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import resources
from tests.builders import NOW, TODAY
from workstation.actions import cases
from workstation.actions.demo import sample_desk as demo
from workstation.actions.desk import Desk
from workstation.actions.evidence import statements
from workstation.actions.evidence.sources import figure_states
from workstation.casework.settings import DeskSettings
from workstation.dates import FixedClock
from workstation.money import Money
from workstation.plan.schedule.calculate import schedule
from workstation.policy.pack import packs
from workstation.profile.account import Account
from workstation.profile.case import Case, Stage
from workstation.profile.debtor import Debtor
from workstation.profile.identity_paper import identity_findings
from workstation.profile.portfolio.dry_run import plan_import
from workstation.profile.portfolio.portfolio import ImportPlan
from workstation.store.store import Store
from workstation.store.vault import Vault


@pytest.fixture
def desk(tmp_path):
    settings = DeskSettings("样例工作台", "林协商")
    clock = FixedClock(NOW)
    store = Store.memory(clock)
    store.add(settings)
    desk = Desk(tmp_path, store, Vault(tmp_path / "vault", bytes(32)), packs(), clock, settings)
    yield desk
    desk.close()


def planned(name: str) -> ImportPlan:
    return plan_import(resources.path("sample", name).read_bytes(), name, today=TODAY)


def values(plan: ImportPlan) -> list[tuple[Any, ...]]:
    own = {"id", "case_id", "import_id"}
    return [
        tuple(getattr(claim.account, field) for field in Account.__dataclass_fields__ if field not in own)
        for claim in plan.claims
    ]


def test_the_portfolio_reads_alike_as_text_and_as_workbook():
    text, workbook = planned("portfolio.csv"), planned("portfolio.xlsx")
    assert (text.rows, len(text.claims), len(text.new_cases)) == (26, 26, 24)
    assert values(text) == values(workbook)
    assert [new.debtor.name for new in text.new_cases] == [new.debtor.name for new in workbook.new_cases]
    assert text.ignored == workbook.ignored == ()
    assert text.advice == ()


def test_the_portfolio_has_every_bucket_and_sound_ids():
    plan = planned("portfolio.csv")
    pack = packs()["cn-card"]
    found = {pack.bucket(claim.account.days_overdue(TODAY)) for claim in plan.claims}
    assert found == {bucket.name for bucket in pack.buckets}
    assert [new.debtor.name for new in plan.new_cases if identity_findings(new.debtor.resident_id, TODAY)] == []


def test_the_portfolio_with_mistakes_names_each_of_them():
    plan = planned("portfolio-with-mistakes.csv")
    assert (plan.rows, len(plan.claims)) == (15, 5)
    assert [row.findings[0].code for row in plan.rejected] == [
        "cell_missing", "cell_amount", "cell_negative", "cell_day", "digits_lost", "cell_missing", "currency_unknown",
        "twice_in_file", "overdue_in_future", "cell_missing",
    ]  # fmt: skip
    assert [found.code for found in plan.advice] == ["resident_id_check"]


def test_the_sample_case_passes_every_gate_up_to_the_application(desk):
    file = cases.load_case(desk, demo.work_sample_case(desk))
    assert file.case.stage is Stage.APPLY
    assert {line.state for line in file.checklist if line.items} == {"verified"}
    assert [finding for line in file.checklist for finding in line.findings] == []
    assert file.budget.surplus == Money(1_204_00)
    assert file.accounts[0].owed == Money(59_236_45)
    assert file.accounts[0].tail == "6214"
    sourced = {one.figure.name for one in figure_states(file) if one.sources}
    assert sourced == {
        "name",
        "resident_id",
        "principal",
        "interest",
        "penalty",
        "fees",
        "overdue_since",
        "income",
        "expense",
    }
    (plan,) = file.chosen_plans
    rows = schedule(plan.terms).rows
    assert (len(rows), rows[0].payment, rows[-1].payment) == (60, Money(833_34), Money(832_94))
    assert rows[0].due_on == date(2026, 12, 10)


def test_the_statement_of_the_sample_shows_the_months_without_income(desk):
    case_id = demo.work_sample_case(desk)
    (item,) = [item for item in cases.load_case(desk, case_id).items if item.requirement == "bank_statement"]
    read = statements.statement_reader(desk, item.id)()
    statement, analysis = read.statement, read.analysis
    assert (statement.layout, statement.findings, analysis.findings) == ("cmb.debit", (), ())
    assert analysis.income_gaps == ("2026-08", "2026-09", "2026-10")


def test_the_other_cases_wait_untouched(desk):
    worked = demo.work_sample_case(desk)
    others = [case for case in desk.store.find(Case) if case.id != worked]
    assert len(others) == 23
    assert {case.stage for case in others} == {Stage.UNDERSTAND}
    assert len(desk.store.find(Debtor)) == 24


def test_every_sample_file_is_small():
    folder = resources.path("sample")
    heavy = [file.name for file in folder.rglob("*") if file.is_file() and file.stat().st_size > 150_000]
    assert heavy == []
