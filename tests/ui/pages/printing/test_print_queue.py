"""Many cases print in one run: each with its state, none twice unasked, no gate passed by, a failure stopping nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tests.actions.whole_case import whole_case
from tests.ui.driver import Driver, Tray
from tests.ui.pages.application.test_papers import Later
from ui.pages.printing.queue_page import PrintQueuePage
from ui.printing.lazy_queue import LazyPrintQueue
from workstation.actions import cases
from workstation.actions.papers.packet import packets
from workstation.actions.printing.outgoing import PrintJob
from workstation.casework.print_order import PrintOrder
from workstation.casework.printed import PrintedPacket, PrintRecord
from workstation.errors import Finding, ServerAway, StorageFailed

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def ready(driver: Driver, tmp_path) -> list[str]:
    """Two cases whose packets may leave, and one that has barely started."""
    desk = driver.window.session.desk
    made = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        made.append(whole_case(desk, tmp_path / name))
    desk.run(cases.new_case, "张伟")
    driver.workbench.cases.reload()
    return made


def queue_page(driver: Driver) -> PrintQueuePage:
    driver.command("print_queue")
    page = driver.workbench.shown
    assert isinstance(page, PrintQueuePage)
    return page


def add_ready(driver: Driver, page: PrintQueuePage) -> None:
    driver.click(page.ready_button)
    driver.qtbot.waitUntil(lambda: not page.queue.looking)


def states(page: PrintQueuePage) -> list[str]:
    return [line.state for line in page.table.content.rows]


def test_all_ready_packets_are_printed_and_marked(driver, ready, tray) -> None:
    page = queue_page(driver)
    add_ready(driver, page)
    assert states(page) == ["waiting", "waiting"]
    driver.fill(page.form, {"printer": "档案室", "copies": "2"})
    driver.click(page.start_button)
    assert states(page) == ["printed", "printed"]
    assert [order for order, _ in tray.taken] == [PrintOrder("档案室", 2)] * 2
    assert {record.case_id for record in driver.window.session.desk.store.find(PrintRecord)} == set(ready)
    assert "档案室 ×2" in page.outcome_text(page.table.content.rows[0])
    driver.command("cases")
    driver.workbench.cases.reload()
    printed = [line.case_id for line in driver.workbench.cases.table.content.rows if line.printed_at]
    assert sorted(printed) == sorted(ready)


def test_what_was_printed_is_not_printed_twice_unless_asked(driver, ready, tray) -> None:
    page = queue_page(driver)
    driver.workbench.open_case(ready[0])
    for again, state, sent in ((False, "printed", 1), (False, "already", 1), (True, "printed", 2)):
        driver.command("queue_cases")
        driver.command("print_queue")
        if again:
            driver.click(page.again)
        driver.click(page.start_button)
        assert states(page)[-1] == state
        assert len(tray.taken) == sent
        driver.workbench.open_case(ready[0])


def test_chosen_cases_go_in_from_the_list_and_a_closed_gate_is_said_in_its_line(driver, ready, tray) -> None:
    table = driver.workbench.cases.table
    table.setFocus()
    driver.press(Qt.Key.Key_A, CONTROL)
    driver.press(Qt.Key.Key_P, CONTROL, SHIFT)
    page = queue_page(driver)
    assert len(page.queue.lines) == 3
    driver.click(page.start_button)
    assert sorted(states(page)) == ["failed", "printed", "printed"]
    (failed,) = [line for line in page.table.content.rows if line.state == "failed"]
    assert page.outcome_text(failed) == driver.window.context.words.finding(failed.findings[0])
    assert {one.case_id for one in driver.window.session.desk.store.find(PrintedPacket)} == set(ready)
    page.table.select(lambda line: line is failed)
    page.table.setFocus()
    driver.press(Qt.Key.Key_Return)
    assert driver.case.file.case.id == failed.job.case_id


def test_the_open_case_goes_in_with_another_paper(driver, ready, tray) -> None:
    page = queue_page(driver)
    driver.pick(page.kind, "evidence-request")
    driver.workbench.open_case(ready[0])
    driver.command("queue_cases")
    driver.command("queue_cases")
    assert [(line.job.case_id, line.job.kind) for line in page.queue.lines] == [(ready[0], "evidence-request")]


def test_one_that_fails_does_not_stop_the_rest(driver, ready, tray) -> None:
    page = queue_page(driver)
    add_ready(driver, page)
    send, jams = tray.send, [Finding("print_refused", "print.printer", {"printer": "柜台", "reason": "缺纸"})]

    def once(order, leaving):
        tray.jam = jams.pop() if jams else None
        send(order, leaving)

    tray.send = once
    driver.click(page.start_button)
    assert states(page) == ["failed", "printed"]
    assert "缺纸" in page.outcome_text(page.table.content.rows[0])


def test_an_order_without_a_printer_starts_nothing(driver, ready, tray) -> None:
    tray.printers = ()
    page = queue_page(driver)
    add_ready(driver, page)
    driver.click(page.start_button)
    assert states(page) == ["waiting", "waiting"]
    assert "没有选择打印机" in page.note.text()


@pytest.fixture
def slow(driver: Driver, ready) -> tuple[PrintQueuePage, Later]:
    """The queue on a machine whose work waits until it is let go."""
    later = Later()
    window = driver.window
    assert window.session is not None
    window.context = replace(window.context, background=later)
    window._queue = LazyPrintQueue(window.session, later, window.context.printing)
    window._show_workbench("cases")
    page = queue_page(driver)
    later.go()  # the look for printers
    add_ready(driver, page)
    driver.click(page.start_button)
    return page, later


def test_the_rest_is_cancelled_and_what_is_on_its_way_arrives(driver, slow, tray) -> None:
    page, later = slow
    assert states(page) == ["printing", "waiting"]
    assert not page.start_button.isEnabled()
    driver.click(page.stop_button)
    assert states(page) == ["printing", "cancelled"]
    while later.waiting:
        later.go()
    assert states(page) == ["printed", "cancelled"]
    assert len(tray.taken) == 1


def test_the_desk_is_not_shut_over_a_paper_on_its_way(driver, slow) -> None:
    page, later = slow
    driver.command("lock")
    assert driver.window.workbench is None, "covered at once"
    assert driver.window.session is not None
    assert states(page) == ["printing", "cancelled"]
    closing = driver.window.closing
    closing.timer.timeout.emit()
    assert driver.window.session is not None
    while later.waiting:
        later.go()
    assert states(page) == ["printed", "cancelled"]
    for _ in range(2):
        closing.timer.timeout.emit()
    assert driver.window.session is None
    assert driver.window.entry is not None


def test_a_printer_that_hangs_keeps_the_desk_open_no_longer_than_half_a_minute(driver, slow) -> None:
    driver.command("lock")
    closing = driver.window.closing
    for _ in range(30_000 // closing.timer.interval()):
        closing.timer.timeout.emit()
    assert driver.window.session is None


def test_another_language_leaves_the_queue_running(driver, slow, tray) -> None:
    _, later = slow
    driver.window._on_look_changed("en")
    page = queue_page(driver)
    assert states(page) == ["printing", "waiting"]
    while later.waiting:
        later.go()
    assert states(page) == ["printed", "printed"]


def test_a_case_changed_while_its_packet_was_written_is_not_printed(driver, slow, tray) -> None:
    page, later = slow
    desk = driver.window.session.desk
    file = cases.load_case(desk, page.queue.lines[0].job.case_id)
    desk.run(cases.save_debtor, file.case.id, replace(file.debtor, employer="北方机械厂"))
    while later.waiting:
        later.go()
    assert states(page) == ["failed", "printed"]
    assert [finding.code for finding in page.queue.lines[0].findings] == ["packet_outdated"]
    assert packets.printed_packets(desk, file.case.id) == ()


def test_names_are_masked_in_privacy_mode(driver, ready) -> None:
    page = queue_page(driver)
    add_ready(driver, page)
    driver.command("privacy")
    content = page.table.content
    assert content.text(content.columns[1], content.rows[0]) != content.rows[0].job.name


def test_hundreds_of_lines_settle_without_going_deep(driver, ready, tray: Tray) -> None:
    page = queue_page(driver)
    begun = driver.workbench.cases.table.content.rows[0]
    (job,) = page.queue._session.read(_one_job, begun.case_id)
    page.queue.add(replace(job, number=str(number)) for number in range(300))
    page.queue.start(PrintOrder("柜台"), again=False)
    assert {line.state for line in page.queue.lines} == {"failed"}


def _one_job(desk, case_id):
    from workstation.actions.printing.outgoing import jobs_of

    return jobs_of(desk, [case_id])


def test_what_was_taken_and_cannot_be_recorded_is_said_and_recorded_later(driver, ready, tray, monkeypatch) -> None:
    page, desk = queue_page(driver), driver.window.session.desk
    add_ready(driver, page)
    with monkeypatch.context() as away:
        away.setattr(desk.store, "add", _no_records(desk.store.add))
        driver.click(page.start_button)
    assert len(tray.taken) == 2
    assert states(page) == ["failed", "failed"]
    assert "不要再打印" in page.outcome_text(page.table.content.rows[0])
    assert not page.queue.running
    assert desk.store.find(PrintRecord) == ()
    for _ in range(10):  # seconds
        driver.window.session._timer.timeout.emit()
    assert len(desk.store.find(PrintRecord)) == 2


def _no_records(add):
    """A desk whose disk is full as soon as a print is to be put on record."""

    def refuse(entity):
        if isinstance(entity, PrintRecord):
            raise StorageFailed(Finding("desk_disk_full", "desk"))
        add(entity)

    return refuse


def test_looking_for_ready_cases_ends_where_they_cannot_be_read(qtbot, driver, ready, monkeypatch) -> None:
    page = queue_page(driver)

    def jobs(_desk):
        yield (PrintJob(ready[0], "1", "甲", "甲银行"),)
        raise ServerAway(Finding("server_lost", "desk.server"))

    monkeypatch.setattr("ui.printing.print_queue.outgoing.ready_by_case", jobs)
    with qtbot.captureExceptions() as raised:
        add_ready(driver, page)
    assert [kind for kind, _, _ in raised] == [ServerAway]
    assert page.ready_button.isEnabled()
    assert [line.job.bank for line in page.queue.lines] == ["甲银行"], "what came in stays"
