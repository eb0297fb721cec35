"""A code that lies over the page, large enough to be scanned from the screen, until it is put away by Esc."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from ui.codes.code_view import CodeView
from ui.sheets.over_page import OverPage
from ui.widgets.parts import button, label, row

_WIDTH = 620


class CodeSheet(OverPage):
    """Over the window of ``page``; the code can be asked for again."""

    def __init__(self, page: QWidget, title: str, hint: str, code: str, save: Callable[[], object]) -> None:
        super().__init__(page, _WIDTH)
        self.view = CodeView(save)
        self.view.show_code(code)
        self.close_button = button(self.tr("Close"), on_click=self.put_away)
        for part in (label(title, "section"), label(hint, "hint", wrap=True), self.view):
            self.body.addWidget(part)
        self.body.addLayout(row(-1, self.close_button))
        self.show_over()
        self.view.save_button.setFocus()

    def stops(self) -> Sequence[QWidget]:
        return (self.view.text, self.view.save_button, self.view.copy_button, self.close_button)
