"""The line that tells that the columns of a list are those that a person named at an earlier one, and forgets them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.look.wording import desk_moment
from ui.widgets.parts import button, label, row
from workstation.actions.keep import list_columns
from workstation.errors import Refused
from workstation.promise.named_columns import ListMapping


class RememberedColumns(QWidget):
    """``forgotten``, or remembered again: the list is to be read anew."""

    forgotten = Signal()

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("plain")
        self._session, self._context = session, context
        self._kept: ListMapping | None = None
        self.text = label("", "hint", wrap=True)
        self.forget_button = button(self.tr("Forget these columns"), "link", self.forget)
        line = row(self.text, self.forget_button, gap=8)
        line.setStretch(0, 1)
        self.setLayout(line)
        self.hide()

    def show_mapping(self, kept: ListMapping | None) -> None:
        """Tell whose columns they are, by whom and when they were named; nothing where they were not remembered."""
        self._kept = kept
        self.setVisible(kept is not None)
        if kept is not None:
            told = self.tr("Columns as {who} named them for {bank} on {day}. “Columns” changes them.")
            bank = kept.bank or self.tr("a list of several banks")
            self.text.setText(told.format(who=kept.by, bank=bank, day=desk_moment(kept.at)))

    def forget(self) -> None:
        """Forget them; a press in the message remembers them again."""
        if self._kept is None:
            return
        try:
            gone = self._session.run(list_columns.forget_columns, self._kept.id)
        except Refused as refused:
            self._context.notices.show_message(self._context.words.finding(refused.findings[0]))
            return
        self._context.notices.show_message(
            self.tr("The columns of this list are forgotten."), self.tr("Undo"), lambda: self._restore(gone)
        )
        self.forgotten.emit()

    def _restore(self, kept: ListMapping) -> None:
        self._session.run(list_columns.restore_columns, kept)
        self.forgotten.emit()
