"""The commands of the menus at an open desk, each by its name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject

from ui.context import UiContext
from ui.edits.own_button import own_button
from ui.edits.walk import walk_edits
from ui.pages.settings.banks import BanksPage
from ui.sheets.over_page import lies_over
from ui.shell.helping import Helping
from ui.shell.lasting_pages import HasMainAction
from ui.shell.menus import Menus
from ui.shell.workbench import Workbench
from ui.widgets.toast import Toast

_PLACES: Final = (
    "today", "cases", "settings", "print_queue", "check_packet", "take_in", "restore_case", "grants", "registers", "rules",
    "banks",
)  # fmt: skip
_OF_CASE: Final = ("hand_over", "timeline", "contacts")


class BenchCommands(QObject):
    """What a menu or key does at the workbench; what concerns the open case is handed on to it."""

    def __init__(self, bench: Workbench, context: UiContext, menus: Menus) -> None:
        super().__init__(bench)
        self._bench, self._context, self._menus = bench, context, menus
        self.helping = Helping(bench)
        self._deeds: dict[str, Callable[[], object]] = {
            **{name: partial(bench.open_page, name) for name in _PLACES},
            **{name: partial(bench.open_of_case, name) for name in _OF_CASE},
            "import": partial(bench.open_page, "imports"),
            "queue_cases": self._queue_cases,
            "new_case": bench.begin_case,
            "palette": self._open_palette,
            "tour": self._begin_tour,
            "search": self._search,
            "export_cases": self._export_cases,
            "next_task": self._next_task,
            "next_error": self._next_error,
            "undo": partial(self._walk, back=True),
            "redo": partial(self._walk, back=False),
            "help": partial(self.helping.show_guide, ""),
            "keys": partial(self.helping.show_guide, "keyboard"),
            "news": self.helping.show_news,
            "lock": bench.lock_requested.emit,
        }

    def run(self, command: str) -> None:
        """Do one."""
        deed = self._deeds.get(command)
        if self._done_in_form(command):
            return
        if deed is not None:
            deed()
        elif self._bench.in_case:
            self._bench.case.run_command(command)
        elif command == "primary":
            self._click_primary()
        elif command == "save":
            self._save()

    def _done_in_form(self, command: str) -> bool:
        """Whether the form in which the cursor is has an answer of its own to Ctrl+Enter or Ctrl+S."""
        own = own_button(self._bench.window()) if command in ("primary", "save") else None
        if own is None or (command == "save" and not own.saves):
            return command == "primary" and lies_over(self._bench)
        if own.button is None and self._bench.in_case:
            self._bench.case.run_command("save")
        own.press()
        return True

    def _save(self) -> None:
        """Keep what was typed of the settings; other pages outside a case have nothing that is saved in one."""
        page = self._bench.shown
        if isinstance(page, BanksPage) or (self._bench.open_name == "settings" and page is self._bench.settings):
            page.save()

    def _queue_cases(self) -> None:
        bench = self._bench
        bench.queue_cases([bench.case.file.case.id] if bench.in_case else bench.cases.table.chosen())

    def _open_palette(self) -> None:
        from ui.shell.palette.sheet import Palette

        Palette(self._bench, self._bench.case.session, self._context, self._menus, self.helping)

    def _begin_tour(self) -> None:
        from ui.tour.walk import Walk

        for message in self._bench.window().findChildren(Toast):
            message.hide()  # it would lie over what is pointed at
        Walk(self._bench, self._bench.case.session, self._context)

    def _search(self) -> None:
        self._bench.open_page("cases")
        self._bench.cases.start_search()

    def _export_cases(self) -> None:
        self._bench.open_page("cases")
        if not self._bench.in_case:
            self._bench.cases.export.ask()

    def _next_error(self) -> None:
        view = self._bench.case
        if self._bench.in_case and not view.pages[view.tab].focus_error():
            self._context.notices.show_message(self.tr("No error on this page."))

    def _walk(self, *, back: bool) -> None:
        """What is tried on the page and not saved goes first; then the edits of the case, the typing on the page among them."""
        view = self._bench.case
        if not self._bench.in_case:
            return
        page = view.pages[view.tab]
        if not page.walk(back=back):
            view.autosave.save()
            walk_edits(view.session, self._context, view.file, back=back)

    def _next_task(self) -> None:
        self._bench.today.open_next()

    def _click_primary(self) -> None:
        bench, page = self._bench, self._bench.shown
        if page is bench.cases:
            bench.cases.begin_case()
        elif page is bench.__dict__.get("settings") or isinstance(page, BanksPage):
            self._save()
        elif isinstance(page, HasMainAction):
            page.run_main_action()


def commands_of(bench: Workbench, context: UiContext, menus: Menus) -> BenchCommands:
    """The commands of a workbench: one set, made at its first command."""
    found: BenchCommands | None = bench.findChild(BenchCommands)
    return found or BenchCommands(bench, context, menus)
