"""A locked desk leaves nothing of a person behind in memory: no case, no debtor, no page of an exhibit, no figures."""

from __future__ import annotations

import gc
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

import resources
from tests.builders import NOW
from tests.ui.driver import Driver
from ui.shell.case_pages import PAGES
from workstation.actions.demo.sample_desk import work_sample_case
from workstation.casework.case_file import CaseFile
from workstation.evidence.statements import cells
from workstation.evidence.statements.hand_mapping import HandMapping
from workstation.evidence.statements.readers import statement_of
from workstation.evidence.statements.transactions import Statement
from workstation.evidence.verification import EvidenceItem
from workstation.plan.debt.balances import Balances
from workstation.plan.schedule.calculate import Schedule
from workstation.plan.schedule.terms import Terms
from workstation.profile.account import Account
from workstation.profile.debtor import Debtor
from workstation.profile.portfolio import column_mapping
from workstation.profile.portfolio.dry_run import plan_import
from workstation.profile.portfolio.portfolio import ImportPlan
from workstation.store.records import name_sounds
from workstation.store.vault import Vault

OF_A_PERSON = (Balances, CaseFile, Debtor, Account, EvidenceItem, Statement, Terms, Schedule, ImportPlan)


class Exhibit(bytes):
    """Bytes that the collector can find."""


def alive(*kinds: type[Any]) -> list[str]:
    gc.collect()
    return sorted({type(one).__name__ for one in gc.get_objects() if isinstance(one, kinds)})


def look_at_everything(driver: Driver) -> None:
    case_id = work_sample_case(driver.window.session.desk)
    driver.workbench.open_case(case_id)
    for page in PAGES:
        driver.page(page)
    plan = driver.page("plan")
    for tab in plan.tabs.tabs.values():
        driver.click(tab)
    evidence = driver.page("evidence")
    for line in driver.case.file.checklist:
        evidence.checklist.choose(line.requirement.code)
        evidence.open_statement()
        evidence.close_statement()
        evidence.cover_number()
    application = driver.page("application")
    for line in application.list.table.content.rows:
        application.list.choose(line.kind)


def test_nothing_of_a_person_outlives_the_lock(driver, qapp, monkeypatch) -> None:
    before = alive(*OF_A_PERSON)
    read = Vault.read
    monkeypatch.setattr(Vault, "read", lambda vault, wanted: Exhibit(read(vault, wanted)))
    look_at_everything(driver)
    assert alive(CaseFile, Exhibit), "the test sees what is there"
    driver.command("lock")
    for _ in range(3):
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
    assert (alive(*OF_A_PERSON), alive(Exhibit)) == (before, [])


def test_what_a_statement_and_a_portfolio_left_in_caches_goes_with_their_reading() -> None:
    rows = ("交易日期,交易金额,对方户名", "2026-01-05,-12.00,欧阳·阿依古丽")
    table = [line.split(",") for line in rows]
    layout = HandMapping("自制", tuple(table[0]), {"day": "交易日期", "amount": "交易金额"}).layout()
    assert statement_of([table], [layout]).transactions
    portfolio = resources.path("sample", "portfolio.csv").read_bytes()
    assert plan_import(portfolio, "portfolio.csv", today=NOW.date()).claims
    caches = (cells.is_blank, cells.looks_like_day, column_mapping.plain_word, column_mapping.cell_word)
    assert [cache.__name__ for cache in caches if cache.cache_info().currsize] == []


def test_searching_keeps_no_word_of_a_name() -> None:
    name_sounds._readings_of.cache_clear()
    assert name_sounds.readings("hernandez") == ("hernandez",)
    assert name_sounds._readings_of.cache_info().currsize <= 1
