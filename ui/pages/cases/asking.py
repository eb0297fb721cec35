"""One line of text that a command needs, asked over the page: a reason, a name; what is refused is said, and can be mended."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.edits.own_button import own
from ui.sheets.over_page import OverPage
from ui.widgets.editors import TextEdit
from ui.widgets.parts import button, label, row
from workstation.errors import Refused

_WIDTH: Final = 460


class AskingSheet(OverPage):
    """``deed`` is called with the text; the sheet goes when it was not refused. Enter does it, Esc leaves everything as it is."""

    def __init__(
        self,
        page: QWidget,
        context: UiContext,
        title: str,
        asked: str,
        doing: str,
        deed: Callable[[str], object],
        text: str = "",
    ) -> None:
        super().__init__(page, _WIDTH)
        self._context, self._deed = context, deed
        self.field = TextEdit(asked)
        self.field.setAccessibleName(asked)
        self.field.setText(text)
        self.field.selectAll()
        self.note = label("", "finding", wrap=True)
        self.done_button = button(doing, "primary", self.do)
        self.leave_button = button(self.tr("Cancel"), on_click=self.put_away)
        own(self.done_button, self)
        self.body.addWidget(label(title, "section", wrap=True))
        self.body.addWidget(self.field)
        self.body.addWidget(self.note)
        self.body.addLayout(row(-1, self.leave_button, self.done_button, gap=8))
        self.note.hide()
        self.field.returnPressed.connect(self.do)
        self.show_over()
        self.field.setFocus()

    def do(self) -> None:
        """Do what is asked for."""
        try:
            self._deed(self.field.text())
        except Refused as refused:
            self.note.setText("\n".join("✕ " + self._context.words.finding(one) for one in refused.findings))
            self.note.show()
            self.adjustSize()
            self.field.setFocus()
            return
        self.put_away()

    def stops(self) -> Sequence[QWidget]:
        return (self.field, self.leave_button, self.done_button)
