"""How far the reading or storing of a list is, a way to stop it, and where the cursor goes on when it is done."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.background import TaskProgress
from ui.desk_session import DeskSession
from ui.widgets.parts import button, label, row


class ImportProgress(QWidget):
    """Takes no room while nothing runs. Whoever leaves the desk stops the work."""

    def __init__(self, session: DeskSession) -> None:
        super().__init__()
        self.text = label("", "quiet")
        self.text.setAccessibleName(self.tr("Import progress"))
        self.stop_button = button(self.tr("Sto&p"), on_click=self.stop)
        self.task = TaskProgress(self)
        self._words = ""
        self.setLayout(row(self.text, self.stop_button, gap=8))
        session.closed.connect(self._forget)
        self.hide()

    def begin_reading(self) -> TaskProgress:
        """Follow the reading of a list."""
        return self._begin(self.tr("{percent} % read"))

    def begin_storing(self) -> TaskProgress:
        """Follow the storing of a list."""
        return self._begin(self.tr("{percent} % stored"))

    def _begin(self, words: str) -> TaskProgress:
        self._words = words
        self.task = TaskProgress(self)
        self.task.stepped.connect(self._on_stepped)
        self._on_stepped(0, 1)
        self.show()
        return self.task

    def stop(self) -> None:
        """Stop the work at its next step."""
        self.task.cancel()

    def _on_stepped(self, done: int, total: int) -> None:
        self.text.setText(self._words.format(percent=done * 100 // max(1, total)))

    def _forget(self) -> None:
        self.task.forget()


class WaitingCursor:
    """The cursor of a page while work runs that turns its buttons off: it rests, and a person may move it on.

    ``buttons``: those that begin the work.
    """

    def __init__(self, page: QWidget, *buttons: QWidget) -> None:
        self._page, self._buttons = page, buttons
        self._left_at: QWidget | None = None

    def wait(self) -> None:
        """Note where the cursor came to when the buttons went off."""
        self._left_at = self._held()

    def go_on(self, part: QWidget) -> None:
        """Put it where the work goes on, unless a person has put it elsewhere meanwhile."""
        held = self._held()
        if self._page.isVisible() and (held is None or held is self._left_at or held in self._buttons):
            part.setFocus()

    def _held(self) -> QWidget | None:
        """Where it is; nowhere, where it is on what cannot be used."""
        held: QWidget | None = self._page.window().focusWidget()
        return held if held and held.isVisible() and held.isEnabled() else None
