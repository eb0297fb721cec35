"""Menus and shortcuts: one list of commands, so that every key has its menu line and the other way round."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu


@dataclass(frozen=True, slots=True)
class Command:
    """One line of a menu. ``needs``: nothing, an open ``desk`` or an open ``case``; an empty name is a separator."""

    name: str
    text: str = ""
    keys: tuple[str, ...] = ()
    needs: str = "desk"


class Menus(QObject):
    """Builds the menu bar of a window; ``run(name)`` is called when a command is given."""

    def __init__(self, window: QMainWindow, run: Callable[[str], None]) -> None:
        super().__init__(window)
        self._window, self._run = window, run
        self.commands = self._commands()
        self.actions: dict[str, QAction] = {}
        bar = window.menuBar()
        bar.clear()
        for title, commands in self.commands.items():
            self._fill(bar.addMenu(title), commands)

    def _commands(self) -> dict[str, tuple[Command, ...]]:
        return {
            self.tr("&File"): (
                Command("new_case", self.tr("&New case"), ("Ctrl+N",)),
                Command("import", self.tr("&Import portfolio…"), ("Ctrl+I",)),
                Command("take_in", self.tr("Take in &bundle…"), ("Ctrl+Shift+I",)),
                Command("restore_case", self.tr("&Restore a case from a backup…"), ()),
                Command("grants", self.tr("&Grants by code…"), ("Ctrl+Shift+G",)),
                Command(""),
                Command("save", self.tr("&Save"), ("Ctrl+S",)),
                Command(""),
                Command("print", self.tr("&Print paper…"), ("Ctrl+P",), "case"),
                Command("export_pdf", self.tr("&Export paper (PDF)…"), ("Ctrl+E",), "case"),
                Command("export_xlsx", self.tr("Export &workbook (XLSX)…"), ("Ctrl+Shift+E",), "case"),
                Command("export_csv", self.tr("Export &schedule (CSV)…"), ("Ctrl+Shift+T",), "case"),
                Command("export_cases", self.tr("Export listed &cases (XLSX)…"), ("Ctrl+Shift+X",)),
                Command("queue_cases", self.tr("Add selected cases to print queue"), ("Ctrl+Shift+P",)),
                Command("check_packet", self.tr("Chec&k packet…"), ("Ctrl+Shift+K",)),
                Command(""),
                Command("lock", self.tr("&Lock desk"), ("Ctrl+L",)),
                Command("quit", self.tr("&Quit"), ("Ctrl+Q",), ""),
            ),
            self.tr("E&dit"): (
                Command("undo", self.tr("&Undo"), ("Ctrl+Z",), "case"),
                Command("redo", self.tr("&Redo"), ("Ctrl+Y", "Ctrl+Shift+Z"), "case"),
                Command("next_error", self.tr("Next &error"), ("F7",), "case"),
            ),
            self.tr("&Case"): (
                Command("primary", self.tr("&Main action on this page"), ("Ctrl+Return", "Ctrl+Enter")),
                Command("advance", self.tr("&Next stage"), ("Ctrl+Shift+Return",), "case"),
                Command("hand_over", self.tr("&Hand over case…"), ("Ctrl+Shift+H",), "case"),
                Command("timeline", self.tr("&Timeline…"), ("Ctrl+Shift+L",), "case"),
                Command("contacts", self.tr("Con&tacts and complaints…"), ("Ctrl+Shift+M",), "case"),
                Command(""),
                Command("page_1", self.tr("&Profile"), ("Ctrl+1",), "case"),
                Command("page_2", self.tr("C&onversation"), ("Ctrl+2",), "case"),
                Command("page_3", self.tr("&Evidence"), ("Ctrl+3",), "case"),
                Command("page_4", self.tr("P&lan"), ("Ctrl+4",), "case"),
                Command("page_5", self.tr("&Application"), ("Ctrl+5",), "case"),
                Command("page_6", self.tr("&Bank forms"), ("Ctrl+6",), "case"),
                Command("page_7", self.tr("&Keeping"), ("Ctrl+7",), "case"),
            ),
            self.tr("&View"): (
                Command("today", self.tr("&Today"), ("Ctrl+T",)),
                Command("next_task", self.tr("&Next task of today"), ("Ctrl+J",)),
                Command("cases", self.tr("&Cases"), ("Ctrl+0",)),
                Command("print_queue", self.tr("Print &queue"), ("Ctrl+Shift+Q",)),
                Command("banks", self.tr("&Banks and this desk's contacts"), ("Ctrl+B",)),
                Command("registers", self.tr("&Registers and reports"), ("Ctrl+R",)),
                Command("rules", self.tr("R&ules and their sources"), ("Ctrl+Shift+R",)),
                Command("palette", self.tr("&Go to…"), ("Ctrl+K",)),
                Command("search", self.tr("&Search cases"), ("Ctrl+F",)),
                Command("settings", self.tr("Se&ttings"), ("Ctrl+,",)),
                Command(""),
                Command("privacy", self.tr("Hide or show &private details"), ("F8",)),
            ),
            self.tr("&Help"): (
                Command("help", self.tr("&Help on this page"), ("F1",), ""),
                Command("keys", self.tr("All &keys"), ("Shift+F1",), ""),
                Command("tour", self.tr("Guided &tour"), ()),
                Command("news", self.tr("What is &new"), (), ""),
            ),
        }

    def allow(self, *, desk: bool, case: bool) -> None:
        """Enable what can be done now."""
        given = {"": True, "desk": desk, "case": case}
        for command in (command for commands in self.commands.values() for command in commands if command.name):
            self.actions[command.name].setEnabled(given[command.needs])

    def _fill(self, menu: QMenu, commands: Iterable[Command]) -> None:
        for command in commands:
            if not command.name:
                menu.addSeparator()
                continue
            action = QAction(command.text, self._window)
            action.setShortcuts([QKeySequence(keys) for keys in command.keys])
            action.triggered.connect(lambda _checked=False, name=command.name: self._run(name))
            menu.addAction(action)
            self.actions[command.name] = action
