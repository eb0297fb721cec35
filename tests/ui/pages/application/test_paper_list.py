"""The list of papers: its height, and what a paper may be told under it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.driver import Driver
from tests.ui.staff import take_sample
from ui.pages.application.page import ApplicationPage
from workstation.actions.papers.packet import packets
from workstation.actions.plans import versions
from workstation.actions.printing.outgoing import OutgoingPaper
from workstation.casework.paper_kinds import KINDS, paper_state
from workstation.casework.paper_needs import PaperRequest

pytestmark = pytest.mark.styled


@pytest.fixture
def ready(driver: Driver) -> ApplicationPage:
    driver.workbench.open_case(take_sample(driver.window.session.desk))
    return driver.page("application")


def test_the_list_takes_the_height_there_is_and_keeps_room_for_what_is_missing(driver, ready) -> None:
    table = ready.list.table
    whole = len(table.content.rows) * table.rowHeight(0)
    ready.list.choose("settlement-certificate")
    for height in (768, 1080):
        driver.window.resize(1366, height)
        QApplication.processEvents()
        assert ready.list.area.height() >= ready.list.links[0].height() * 2, height
        assert ready.list.links[0].visibleRegion().boundingRect().height() == ready.list.links[0].height(), height
        seen = table.viewport().height()
        assert seen >= whole if height == 1080 else seen >= 11 * table.rowHeight(0), height


def left(page: ApplicationPage) -> OutgoingPaper:
    papers: list[OutgoingPaper] = []
    page.display.leave(papers.append, lambda error: pytest.fail(str(error)))
    return papers[0]


def test_an_agreement_is_made_of_the_version_that_is_picked(driver, ready) -> None:
    desk = driver.window.session.desk
    ready.list.choose("agreement")
    assert not ready.list.plan.isVisibleTo(ready), "one version leaves nothing to choose"
    case, bank = driver.case.file.case, ready.bank.raw()
    (first,) = driver.case.file.plans
    terms = replace(first.terms, instalments=first.terms.instalments - 1)
    second = driver.window.session.run(versions.keep_plan, case.id, first.account_id, terms)
    usual, other = (packets.paper(desk, case.id, bank, "agreement", plan=plan_id) for plan_id in ("", second.id))
    assert left(ready).sha256 == usual.sha256 != other.sha256
    assert ready.list.plan.isVisibleTo(ready)
    QApplication.processEvents()
    assert ready.list.plan.height() >= ready.list.plan.sizeHint().height(), "the choice is not cut"
    driver.put(ready.list.plan, second.id)
    assert left(ready).sha256 == other.sha256
    (kind,) = (one for one in KINDS if one.name == "agreement")
    assert (
        ready.list.line.draft_findings
        == paper_state(driver.case.file, kind, PaperRequest(bank, second.id)).draft_findings
    )
    ready.list.choose("consent")
    assert not ready.list.plan.isVisibleTo(ready)
    ready.list.choose("agreement")
    assert left(ready).sha256 == other.sha256, "what was picked stays picked"
    driver.put(ready.list.plan, "")
    assert left(ready).sha256 == usual.sha256
