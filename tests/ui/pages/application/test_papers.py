"""Every paper is picked, looked at, exported and printed in the window; nothing stale is ever shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tests.builders import account
from tests.ui.driver import Driver
from tests.ui.staff import take_sample
from ui.pages.application.page import ApplicationPage
from workstation.actions import cases
from workstation.actions.papers.packet import packets
from workstation.actions.printing import outgoing
from workstation.actions.printing.left_before import left_before
from workstation.casework.paper_kinds import KINDS
from workstation.casework.print_order import PrintOrder
from workstation.casework.printed import PACKET, PrintedPacket, PrintRecord
from workstation.errors import Finding

CONTROL = Qt.KeyboardModifier.ControlModifier


class Later:
    """Work that waits until it is let go, as a slow machine's would."""

    makes_ahead = busy = False

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def run(self, work, done, failed, task=None):
        def go() -> None:
            try:
                result = work()
            except Exception as error:  # noqa: BLE001 - passed on, as the real one does
                if task is None or not task.forgotten:
                    failed(error)
                return
            if task is None or not task.forgotten:
                done(result)

        self.waiting.append(go)

    def go(self) -> None:
        self.waiting.pop(0)()


@pytest.fixture
def ready(driver: Driver) -> ApplicationPage:
    driver.workbench.open_case(take_sample(driver.window.session.desk))
    return driver.page("application")


@pytest.fixture
def closed(driver: Driver) -> ApplicationPage:
    case = driver.new_case("张伟")
    driver.window.session.run(cases.save_account, account(case_id=case.file.case.id))
    return driver.page("application")


def desk_of(driver: Driver):
    return driver.window.session.desk


FILED = ("statement", "creditors")  # of an application for all creditors


def words_of(page: ApplicationPage) -> str:
    document = page.display.preview.view.document
    return "".join(document.getAllText(number).text() for number in range(document.pageCount()))


def test_every_paper_can_be_looked_at_and_exported_or_says_what_it_lacks(driver, ready, tmp_path) -> None:
    written = []
    offered = [line.kind for line in ready.list.table.content.rows]
    role = desk_of(driver).settings.role
    assert offered == [
        PACKET,
        *(kind.name for kind in KINDS if (not kind.roles or role in kind.roles) and kind.name not in FILED),
    ]
    for kind in offered[1:]:
        ready.list.choose(kind)
        if ready.list.line.findings:
            assert not ready.display.pages
            assert len(ready.list.links) == len(ready.list.line.findings)
            said = driver.window.context.words.finding(ready.list.line.findings[0])
            assert said in ready.display.preview.note.text()
            continue
        assert ready.display.pages, kind
        driver.answers.paths.append(tmp_path / f"{kind}.pdf")
        driver.click(ready.export_button)
        assert kind in driver.answers.proposals[-1]
        wanted = packets.paper(desk_of(driver), driver.case.file.case.id, ready.bank.raw(), kind).pdf
        assert (tmp_path / f"{kind}.pdf").read_bytes() == wanted
        written.append(kind)
    assert {"application", "schedule", "comparison", "evidence-request"} <= set(written)


def test_a_single_paper_bears_the_mark_of_a_draft_and_links_to_what_is_open(driver, closed) -> None:
    closed.list.choose("application")
    assert closed.list.line.draft_findings
    assert "草稿" in words_of(closed)
    driver.click(closed.list.links[0])
    assert driver.case.tabs["profile"].isChecked()


def test_the_list_is_walked_with_the_arrows(driver, ready) -> None:
    ready.list.table.setFocus()
    driver.press(Qt.Key.Key_Down)
    assert ready.list.line.kind == KINDS[0].name
    assert ready.display.preview.title.whole == ready.list.name_of(ready.list.line)
    assert "简体中文" in ready.display.preview.language.text()


def test_a_day_is_asked_where_a_paper_names_one(driver, closed) -> None:
    assert not closed.list.until.isVisibleTo(closed)
    closed.list.choose("evidence-request")
    before = words_of(closed)
    driver.type(closed.list.until.editor, "2026-12-24")
    driver.press(Qt.Key.Key_Tab)
    assert "2026-12-24" in words_of(closed).replace("年", "-").replace("月", "-").replace(" ", "")
    assert words_of(closed) != before
    driver.type(closed.list.until.editor, "31 February")
    driver.press(Qt.Key.Key_Tab)
    assert closed.list.until.wrong


def test_print_goes_to_the_printer_and_leaves_its_mark(driver, ready, tray) -> None:
    driver.command("print")
    assert ready.sheet == "print"
    assert ready.printing.print_button.hasFocus()
    driver.fill(ready.printing.form, {"printer": "档案室", "copies": "2", "sides": "long_edge"})
    ready.printing.print_button.setFocus()
    driver.press(Qt.Key.Key_Return)
    ((order, leaving),) = tray.taken
    assert order == PrintOrder("档案室", 2, "long_edge")
    (packet,) = desk_of(driver).store.find(PrintedPacket)
    (record,) = desk_of(driver).store.find(PrintRecord)
    assert (record.packet_id, record.copies, record.printer) == (packet.id, 2, "档案室")
    assert leaving.pdf == left_before(desk_of(driver), packet.id).build().pdf
    assert ready.printing.records.content.rows == (record,)
    assert "2 份" in ready.display.preview.versions.itemText(1)
    assert "档案室" in ready.note.text()


def test_several_pages_on_a_side_are_refused_for_the_packet_and_taken_for_a_handout(driver, ready, tray) -> None:
    ready.show_sheet("print")
    driver.fill(ready.printing.form, {"per_sheet": "2"})
    driver.click(ready.printing.print_button)
    assert tray.taken == []
    assert ready.printing.form.fields["per_sheet"].wrong
    assert "原大小" in ready.note.text()
    assert desk_of(driver).store.find(PrintedPacket) == (), "refused before anything left"
    ready.list.choose("comparison")
    driver.click(ready.printing.print_button)
    assert [(order.per_sheet, leaving.kind) for order, leaving in tray.taken] == [(2, "comparison")]


def test_what_the_systems_dialog_chose_is_judged_as_well(driver, ready, tray) -> None:
    ready.show_sheet("print")
    tray.dialog = PrintOrder("柜台", per_sheet=4)
    driver.click(ready.printing.dialog_button)
    assert tray.taken == []
    tray.dialog = PrintOrder("柜台", copies=3)
    driver.click(ready.printing.dialog_button)
    assert [order.copies for order, _ in tray.taken] == [3]


def test_a_printer_that_refuses_says_why_and_leaves_no_mark(driver, ready, tray) -> None:
    tray.jam = Finding("printer_stopped", "print.printer", {"printer": "柜台"})
    ready.show_sheet("print")
    driver.click(ready.printing.print_button)
    assert "已停用" in ready.note.text()
    assert ready.printing.form.fields["printer"].wrong
    assert ready.printing.print_button.isEnabled()
    assert desk_of(driver).store.find(PrintRecord) == ()


def test_no_printer_is_said(driver, tray) -> None:
    tray.printers = ()
    driver.workbench.open_case(take_sample(desk_of(driver)))
    page = driver.page("application")
    page.show_sheet("print")
    assert "未找到打印机" in page.printing.form.fields["printer"].message
    driver.click(page.printing.print_button)
    assert "没有选择打印机" in page.note.text()


def test_an_old_version_leaves_again_to_the_byte_by_file_and_by_printer(driver, ready, tray, tmp_path) -> None:
    made = packets.packet(desk_of(driver), driver.case.file.case.id, str(ready.bank.raw()))
    (old,) = desk_of(driver).store.find(PrintedPacket)
    debtor = driver.case.file.debtor
    desk_of(driver).run(cases.save_debtor, driver.case.file.case.id, replace(debtor, employer="北方机械厂"))
    packets.packet(desk_of(driver), driver.case.file.case.id, str(ready.bank.raw()))
    assert "来源已变动" in ready.display.preview.versions.itemText(2)
    driver.pick(ready.display.preview.versions, old.id)
    assert ready.display.preview.status.text() == "来源已变动"
    driver.answers.paths.append(tmp_path / "again.pdf")
    driver.click(ready.export_button)
    assert (tmp_path / "again.pdf").read_bytes() == made.pdf
    assert "v1" in driver.answers.proposals[0]
    ready.show_sheet("print")
    driver.click(ready.printing.print_button)
    assert [leaving.pdf for _, leaving in tray.taken] == [made.pdf]
    assert [record.packet_id for record in outgoing.print_records(desk_of(driver), old.case_id)] == [old.id]
    assert len(desk_of(driver).store.find(PrintedPacket)) == 2


def test_a_single_paper_can_be_seen_again_as_it_was_handed_out(driver, closed, tray) -> None:
    closed.list.choose("evidence-request")
    closed.show_sheet("print")
    driver.click(closed.printing.print_button)
    ((_, first),) = tray.taken
    closed.list.until.editor.load(None)
    driver.type(closed.list.until.editor, "2026-12-24")
    driver.press(Qt.Key.Key_Tab)
    (record,) = desk_of(driver).store.find(PrintRecord)
    driver.pick(closed.display.preview.versions, record.id)
    driver.click(closed.printing.print_button)
    assert [leaving.pdf for _, leaving in tray.taken] == [first.pdf] * 2
    assert [one.sha256 for one in outgoing.print_records(desk_of(driver), record.case_id)] == [record.sha256] * 2


def test_nothing_unencrypted_is_left_on_the_disk(driver, ready, tray, tmp_path, monkeypatch) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(tmp_path / "temporary"))
    before = set(tmp_path.rglob("*"))
    driver.command("print")
    driver.click(ready.printing.print_button)
    ready.list.choose("comparison")
    driver.click(ready.printing.print_button)
    assert len(tray.taken) == 2
    fresh = [path for path in set(tmp_path.rglob("*")) - before if path.is_file()]
    assert len(fresh) == 2, "one file of the vault for each paper, and no other"
    assert not any(b"PDF" in path.read_bytes()[:1024] for path in fresh)


def test_an_old_version_may_be_printed_while_a_gate_is_closed(driver, ready, tray) -> None:
    case_id = driver.case.file.case.id
    packets.packet(desk_of(driver), case_id, str(ready.bank.raw()))
    desk_of(driver).run(cases.save_debtor, case_id, replace(driver.case.file.debtor, resident_id=""))
    (old,) = desk_of(driver).store.find(PrintedPacket)
    driver.command("print")
    assert "证件号码" in ready.note.text()
    driver.pick(ready.display.preview.versions, old.id)
    driver.click(ready.printing.print_button)
    assert len(tray.taken) == 1


def test_the_preview_is_covered_by_f8(driver, ready) -> None:
    preview = ready.display.preview
    driver.command("privacy")
    assert preview.shown is preview.covered
    ready.list.choose("hardship")
    assert preview.shown is preview.covered
    driver.command("privacy")
    assert preview.shown is preview.view


def test_a_paper_is_written_beside_the_window_and_a_stale_one_is_never_shown(driver) -> None:
    later = Later()
    driver.window.context = replace(driver.window.context, background=later)
    driver.window._show_workbench("cases")
    driver.workbench.open_case(take_sample(desk_of(driver)))
    page = driver.page("application")
    assert page.display.preview.shown is page.display.preview.preparing
    page.list.choose("hardship")
    page.list.choose("comparison")
    later.go()
    assert page.display.preview.shown is page.display.preview.preparing, "the packet nobody waits for is let go"
    later.go()
    assert later.waiting == [], "the one between was never begun"
    assert page.display.preview.shown is page.display.preview.view
    assert words_of(page).count("方案对比") >= 1


def test_another_case_lets_go_of_what_is_being_written(driver) -> None:
    later = Later()
    driver.window.context = replace(driver.window.context, background=later)
    driver.window._show_workbench("cases")
    driver.workbench.open_case(take_sample(desk_of(driver)))
    driver.page("application")
    driver.new_case("张伟")
    driver.qtbot.wait(0)
    while later.waiting:
        later.go()
    assert driver.case.file.debtor.name == "张伟"
    assert PACKET not in driver.case.pages
