"""The entries of the checklist to choose one from: nothing is chosen before a proposal or a person has chosen it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.context import UiContext
from ui.look.icons import icon
from ui.pages.evidence.checklist import sign_of, state_text
from ui.typed_signal import TypedSignal, signal
from ui.value_table import ColumnSpec, Table
from workstation.evidence.checklist import ChecklistLine


class EntryTable(Table[ChecklistLine]):
    """Up and down choose an entry, Enter takes it (``taken``), left and right go to another file (``moved``)."""

    taken = Signal()
    moved: TypedSignal[int] = signal(1)
    touched = Signal()

    def __init__(self, context: UiContext) -> None:
        words = context.words
        super().__init__(
            [
                ColumnSpec(
                    self.tr("Entry of the checklist"),
                    lambda line: words.titled(line.requirement.title, line.requirement.code),
                    icon=lambda line: icon(context.theme, f"state-{sign_of(line)}"),
                ),
                ColumnSpec(self.tr("State"), lambda line: state_text(line, words), 84),
            ],
            line=30,
            empty=self.tr("No proofs are asked for yet. Choose reason and requests on the page Conversation (Ctrl+2)."),
        )
        self.setAccessibleName(self.tr("Entry of this file"))
        self.clicked.connect(self._on_clicked)

    def offer(self, lines: Sequence[ChecklistLine], code: str) -> None:
        """Show the entries; that of the code is chosen, none where it is empty."""
        self.show_rows(lines, lambda line: line.requirement.code == code)
        if not self.chosen:
            self.clearSelection()

    @property
    def chosen(self) -> str:
        """The code of the entry that is chosen; a mere cursor, as Qt sets one where the keys arrive, chooses nothing."""
        rows = self.selectionModel().selectedRows()
        return self.content.rows[rows[0].row()].requirement.code if rows else ""

    def _on_row_changed(self, _now: QModelIndex | QPersistentModelIndex) -> None:
        """Nothing is marked here: what is marked is chosen, and Enter would take it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.isAutoRepeat()
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not held:  # a key held down confirms one file, not all of them
                self.taken.emit()
        elif key in steps:
            self.moved.emit(steps[Qt.Key(key)])
        else:
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not self.chosen and self.content.rows:
                self.selectRow(0 if key == Qt.Key.Key_Down else len(self.content.rows) - 1)
            else:
                super().keyPressEvent(event)
            self.touched.emit()

    def _on_clicked(self) -> None:
        self.touched.emit()
