"""What lies over the pages, and the door before them: sheets, messages, the tour, and every page of the entry."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from ui.codes.code_sheet import CodeSheet
from ui.pages.entry.first_questions import ClaimPage, OwnPassphrasePage
from ui.pages.entry.moving import MovePage
from ui.pages.entry.page import EntryPage
from ui.pages.help.page import HelpPage
from ui.sheets.over_page import OverPage
from ui.shell.main_window import MainWindow
from ui.tour.walk import Walk
from ui.vouching import ask_person
from workstation.actions.desk import Desk
from workstation.errors import Finding

_LONG = Path(
    "/media/张三丰/备份盘/协商工作台/2026-11-30/新疆维吾尔自治区农村信用社联合社-个性化分期申请书-¥ 12,345,678.90.pdf"
)
_NAME = "阿卜杜勒·买买提·欧阳"
_TYPED = {
    "folder": str(_LONG.parent), "desk_name": "北京市朝阳区协商工作台第三办事处", "agent": _NAME, "phone": "13800001111",
    "address": "北京市朝阳区建国门外大街甲 1 号国贸三期 88 层", "place": str(_LONG.parent),
} | {f"bank_{at}": "新疆维吾尔自治区农村信用社联合社" for at in (1, 2, 3)}  # fmt: skip


def help_views(window: MainWindow) -> Iterator[str]:
    """The guide at its first page, and the news."""
    window.menus.actions["help"].trigger()
    yield "help"
    page = window.workbench.page("help")
    assert isinstance(page, HelpPage)
    page.search.setText("no such words")
    page.find_next()
    window.menus.actions["news"].trigger()
    yield "news"
    page.closed.emit()


def sheets_over(window: MainWindow) -> Iterator[str]:
    """What lies over a page until it is answered; then messages."""
    bench, session, context = window.workbench, window.session, window.context
    assert bench is not None and session is not None
    window.menus.actions["palette"].trigger()
    yield "palette"
    _put_away(window)
    ask_person(bench, session, context, _NAME, print)
    yield "second person"
    _put_away(window)
    CodeSheet(bench, "Request to a supervisor", str(_LONG), "CONCORD-" + "0123456789ABCDEF" * 20, bool)
    yield "code"
    _put_away(window)
    context.notices.tell_written(str(_LONG), _LONG)
    yield "message of a file"
    context.notices.show_message("¥ 12,345,678.90 " * 12, "Undo", window.raise_)
    yield "message to undo"
    window._toast.drop()


def stops_of_the_tour(window: MainWindow) -> Iterator[str]:
    """Each stop of the guided tour."""
    window.menus.actions["tour"].trigger()
    assert window.workbench is not None
    (walk,) = window.workbench.findChildren(Walk)
    for at in range(len(walk.stops)):
        _wait(20)  # it points at its part once that is laid out
        yield f"tour {at + 1}"
        walk.mark.moved.emit(1)


def doors(window: MainWindow, desk: Desk) -> Iterator[str]:
    """The entry: a desk that is there, a new one, a copy, the moves to a server, and the first questions. The last views of all."""
    window.show_entry()
    entry = window.entry
    assert entry is not None
    entry.show_first(False)
    entry.unlock.form.load({"folder": str(_LONG.parent)})
    yield "unlock"
    entry.unlock.use_recovery()
    entry.unlock.person.editor.offer({name: name for name in (_NAME, "李四")})
    entry.unlock.person.show()
    entry.unlock.salvage.offer(str(_LONG.parent), "words")
    yield "unlock damaged"
    entry.unlock.older.ask(Finding("desk_older", figures={"seen": "2026-11-30 18:00", "saved": "2026-11-29 18:00"}))
    entry.unlock.asked.hide()
    entry.unlock.older.show()
    yield "unlock older"
    entry.show_first(True)
    entry.first.load(entry.first.typed() | _TYPED)
    for step in range(len(entry.first.pages)):
        entry.first._show_step(step)
        yield f"first step {step + 1}"
    entry.first._show_step(0)
    entry.first.load({})
    entry.first.go_on()
    yield "first step refused"
    entry.show_restore()
    entry.restore.form.load({"place": str(_LONG.parent), "folder": str(_LONG.parent)})
    yield "restore"
    yield from _moves(entry, entry.moving)
    for kind in (ClaimPage, OwnPassphrasePage):
        question = kind(window.context, desk)
        entry._turn_to(question)
        yield kind.__name__


def _moves(entry: EntryPage, page: MovePage) -> Iterator[str]:
    for way in ("server", "folder", "join"):
        entry.show_move(way, str(_LONG.parent))
        yield f"move {way}"
        page.begin()
        yield f"move {way} refused"
        page.counted.emit("cases", 1_234_567)
        yield f"move {way} under way"


def _put_away(window: MainWindow) -> None:
    for sheet in window.findChildren(OverPage):
        if sheet.isVisible():
            sheet.put_away()


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
