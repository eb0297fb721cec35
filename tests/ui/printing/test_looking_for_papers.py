"""Cases are looked at for the print queue a few milliseconds at a time, however many there are, ready or not."""

from __future__ import annotations

import pytest

from tests.ui.driver import Driver
from ui.pages.printing.queue_page import PrintQueuePage
from workstation.actions.printing.outgoing import PrintJob


@pytest.fixture
def page(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> PrintQueuePage:
    """The page of the queue, where every look at the clock is five milliseconds after the one before."""
    clock = iter(range(0, 1_000_000, 5))
    monkeypatch.setattr("ui.printing.print_queue.perf_counter", lambda: next(clock) / 1000)
    driver.command("print_queue")
    page = driver.workbench.shown
    assert isinstance(page, PrintQueuePage)
    return page


def test_the_window_breathes_while_no_case_is_ready(driver, page, monkeypatch) -> None:
    """Cases are counted by the time that they take, ready or not."""
    looked: list[int] = []

    def cases(_desk):
        for number in range(40):
            looked.append(number)
            yield ()

    monkeypatch.setattr("ui.printing.print_queue.outgoing.ready_by_case", cases)
    driver.click(page.ready_button)
    queue = page.queue
    assert 0 < len(looked) < 40 and queue.looking
    driver.qtbot.waitUntil(lambda: not queue.looking)
    assert len(looked) == 40 and queue.lines == []


def test_many_selected_cases_come_in_a_few_at_a_time(driver, page, monkeypatch) -> None:
    def papers(_desk, case_ids, kind):
        return ((PrintJob(one, one, "甲", "", kind),) for one in case_ids)

    monkeypatch.setattr("ui.printing.print_queue.outgoing.jobs_by_case", papers)
    page.add_cases([f"c{number}" for number in range(40)])
    queue = page.queue
    assert 0 < len(queue.lines) < 40 and queue.looking
    page.add_cases(["c0", "c100"])
    driver.qtbot.waitUntil(lambda: not queue.looking)
    assert [line.job.case_id for line in queue.lines] == [*(f"c{number}" for number in range(40)), "c100"]
    assert "已将 1 份" in driver.window._toast.text.text(), "of the second look, one waits already"
    page.add_cases([f"d{number}" for number in range(40)])
    driver.click(page.stop_button)
    came = len(queue.lines)
    assert came < 81 and not queue.looking and {line.state for line in queue.lines} == {"cancelled"}
