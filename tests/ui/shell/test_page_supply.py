"""Pages made before anybody asks: blank until a case comes, each for one case, few at once, gone with what they were made for."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from tests.actions.whole_case import whole_case
from tests.ui.driver import Driver
from tests.ui.seen_texts import seen_texts
from tests.ui.staff import SUPERVISOR
from ui.background import Inline
from ui.page import CasePage
from ui.shell.case_pages import PAGES, PageSupply, page_class
from workstation.actions import people
from workstation.actions.desk import Desk
from workstation.actions.settings import save_settings
from workstation.casework.user import Vouched
from workstation.errors import Finding, ServerAway

MOST = 10
"""Pages alive at once."""


@pytest.fixture
def cases_of_two(desk: Desk, tmp_path) -> tuple[str, str]:
    folders = [tmp_path / name for name in "ab"]
    for folder in folders:
        folder.mkdir()
    return whole_case(desk, folders[0]), whole_case(desk, folders[1])


@pytest.fixture
def supply(monkeypatch: pytest.MonkeyPatch, cases_of_two, driver: Driver) -> PageSupply:
    """That of a window which makes pages ahead; no case is open yet, and nobody waited so far."""
    monkeypatch.setattr(Inline, "makes_ahead", True)
    found = driver.case.supply
    found.rest(())
    return found


def waited(supply: PageSupply) -> int:
    """Wait until nothing is left to be done; answers how many steps it took."""
    for steps in range(60):
        if not supply.step():
            return steps
        destroy()
    raise AssertionError("never at rest")


def destroy() -> None:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def alive(driver: Driver) -> list[CasePage]:
    """The pages of a case that there are, not the parts of one."""
    return [one for one in driver.case.findChildren(CasePage) if type(one) in map(page_class, PAGES)]


def test_a_window_that_works_inline_makes_nothing_ahead(cases_of_two, driver: Driver) -> None:
    driver.workbench.open_case(cases_of_two[0])
    assert driver.case.supply.names == ()
    assert alive(driver) == list(driver.case.pages.values())


def test_every_page_waits_before_the_first_case_is_opened(supply: PageSupply, driver: Driver) -> None:
    assert waited(supply) == 2 * len(PAGES), "making a page and giving it its place are a step each"
    assert set(supply.names) == set(PAGES)


def test_what_waits_is_what_is_opened_and_shows_the_case(supply: PageSupply, cases_of_two, driver: Driver) -> None:
    waited(supply)
    before = alive(driver)
    driver.workbench.open_case(cases_of_two[0])
    for page in PAGES:
        opened = driver.page(page)
        assert opened in before, page
        assert opened.file.case.id == cases_of_two[0]
        assert opened.isVisible()


def test_a_page_that_is_begun_is_finished_for_whoever_asks(supply: PageSupply, cases_of_two, driver: Driver) -> None:
    supply.step()
    assert (supply.names, supply.at_work) == ((), PAGES[0])
    driver.workbench.open_case(cases_of_two[0])
    page = driver.page(PAGES[0])
    waited(supply)
    assert page.isVisible()
    assert len([one for one in alive(driver) if type(one) is type(page)]) == 1, "the one that was begun, and no other"


def test_no_page_of_one_case_serves_another(supply: PageSupply, cases_of_two, driver: Driver) -> None:
    first, second = cases_of_two
    driver.workbench.open_case(first)
    for page in PAGES:
        driver.page(page)
        waited(supply)
    old = list(driver.case.pages.values())
    driver.workbench.open_case(second)
    for page in PAGES:
        assert driver.page(page).file.case.id == second
        waited(supply)
    assert not set(map(id, old)) & set(map(id, driver.case.pages.values()))
    assert not any(map(isValid, old)), "they are destroyed, one at a time"


def test_few_are_alive_at_once(supply: PageSupply, cases_of_two, driver: Driver) -> None:
    for case_id in (*cases_of_two, cases_of_two[0]):
        driver.workbench.open_case(case_id)
        for page in PAGES:
            driver.page(page)
            waited(supply)
            assert len(alive(driver)) <= MOST
    assert set(supply.names) == {"evidence", "plan", "conversation"}, "what the next case may open at"


def test_a_blank_page_says_nothing_of_anybody(supply: PageSupply, cases_of_two, driver: Driver, desk: Desk) -> None:
    driver.workbench.open_case(cases_of_two[0])
    waited(supply)
    name = driver.case.file.debtor.name
    blank = [one for one in alive(driver) if one not in driver.case.pages.values()]
    assert blank
    for page in blank:
        assert not any(name in text for _, text in seen_texts(page))


def test_blank_pages_bear_what_happens_meanwhile(supply: PageSupply, cases_of_two, driver: Driver, desk: Desk) -> None:
    driver.workbench.open_case(cases_of_two[0])
    waited(supply)
    driver.window.context.privacy.toggle()
    driver.window.context.privacy.toggle()
    driver.case.session.drafts.changed.emit()
    assert [one for one in alive(driver) if one.isVisible()] == [driver.case.pages[driver.case.tab]]


@pytest.mark.parametrize("what", ["people", "settings", "day"])
def test_what_they_were_made_for_takes_them_along(what: str, supply: PageSupply, driver: Driver, desk: Desk) -> None:
    waited(supply)
    supply.rest(())
    blank = alive(driver)
    session = driver.case.session
    if what == "people":
        with desk.vouched_by(Vouched(SUPERVISOR, ("supervisor",))):
            session.run(people.add_user, "陈协商", ("agent",))
    elif what == "settings":
        session.run(save_settings, replace(desk.settings, desk_name="东门柜台"))
    else:
        session._today -= timedelta(days=1)
        session.look()
    destroy()
    assert supply.names == ()
    assert not any(map(isValid, blank))


def test_nothing_is_made_once_the_desk_is_closed(supply: PageSupply, driver: Driver) -> None:
    supply.rest(())
    assert supply.waiting
    driver.case.session.closed.emit()
    assert not supply.waiting
    driver.case.session.drafts.changed.emit()
    supply._on_loaded(None)
    assert not supply.waiting, "not by what drafts tell while they are closed, nor by classes that are loaded only then"


def test_whoever_goes_from_case_to_case_without_a_rest_heaps_up_no_pages(
    supply: PageSupply, cases_of_two, driver
) -> None:
    for at in range(6):
        driver.workbench.open_case(cases_of_two[at % 2])
        for page in PAGES:
            driver.page(page)
        destroy()
        assert len(alive(driver)) <= 2 * len(PAGES)
    waited(supply)
    assert len(alive(driver)) <= MOST


def test_the_list_and_the_case_are_made_one_at_a_time_once_a_desk_is_open(driver: Driver) -> None:
    """Whoever opens a desk waits for neither, and a desk that is being closed makes none."""
    bench = driver.workbench

    def made() -> set[str]:
        return {"cases", "case"} & bench.__dict__.keys()

    assert bench.open_name == "today" and not made()
    bench._make_ahead()
    assert made() == {"cases"} and bench._ahead.isActive() and bench.open_name == "today"
    bench._make_ahead()
    assert made() == {"cases", "case"} and bench.shown is bench.today
    bench._ahead.stop()
    bench._make_ahead()
    assert not bench._ahead.isActive(), "nothing is left"
    bench._ahead.start()
    driver.command("lock")
    assert not bench._ahead.isActive()


def test_a_server_that_is_away_shuts_nothing_that_nobody_asked_for(driver: Driver, monkeypatch) -> None:
    def away(*_: object) -> None:
        raise ServerAway(Finding("server_away", "desk"))

    bench = driver.workbench
    with monkeypatch.context() as patch:
        patch.setattr("ui.shell.workbench.CasesPage", away)
        bench._make_ahead()
    assert "cases" not in bench.__dict__ and not bench._ahead.isActive()
    bench.open_page("cases")
    assert bench.shown is bench.cases
