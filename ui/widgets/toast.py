"""Messages at the bottom of the window, over the page and never moving it: a sentence, and undo where there is one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QWidget

from ui.widgets.parts import button, in_role, label, row

_SHOWN_MS = 8000


class Toast(QFrame):
    """Stays eight seconds, or until the next messages; with undo it stays until it is answered or replaced."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        in_role(self, "toast")
        self._host = host
        self._plain = ""
        self._undo: Callable[[], None] | None = None
        self.text = label("", wrap=True)
        self.undo = button("", on_click=self._on_undo_clicked)
        self.close_button = button("✕", on_click=self.hide)
        self.close_button.setAccessibleName(self.tr("Close this message"))
        line = row(self.text, self.undo, self.close_button, gap=8, margins=8)
        line.setContentsMargins(16, 8, 8, 8)
        line.setStretch(0, 1)
        self.setLayout(line)
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        host.installEventFilter(self)
        self.hide()

    def show_message(self, text: str, undo_label: str, undo: Callable[[], None] | None) -> None:
        """Show messages, replacing the last."""
        self._plain = text
        self.text.setText(text)
        self._undo = undo
        self.undo.setVisible(undo is not None)
        self.undo.setText(undo_label or self.tr("Undo"))
        self._place()
        self.show()
        self.raise_()
        self._timer.stop() if undo else self._timer.start()

    def cover(self, hidden: bool) -> None:
        """Privacy mode: what was said before it began is covered, since it may name a person; undo still works."""
        self.text.setText(self.tr("Hidden. Press F8 to show.") if hidden else self._plain)

    def drop(self) -> None:
        """Take the message away, and what its button would have done."""
        self._undo, self._plain = None, ""
        self.text.clear()
        self._timer.stop()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        self.setFixedWidth(min(720, self._host.width() - 48))
        self.adjustSize()
        self.move((self._host.width() - self.width()) // 2, self._host.height() - self.height() - 20)

    def _on_undo_clicked(self) -> None:
        undo, self._undo = self._undo, None
        self.hide()
        if undo is not None:
            undo()
