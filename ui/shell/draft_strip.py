"""A quiet note at the left: what stands on the page was typed on a day and is not saved yet, and can be discarded.

It stands in the sidebar, where there is room: a page never moves for it.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.look.wording import desk_moment
from ui.widgets.parts import button, column, label, row


class DraftStrip(QWidget):
    """In sight only while a form in sight holds what was put back. Discarding can be undone."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._drafts, self._context = session.drafts, context
        self._narrow = False
        self.text = label("", "advice", wrap=True)
        self.discard_button = button(self.tr("Discard"), "small", self.discard)
        body = column(self.text, row(self.discard_button, -1), gap=6)
        body.setContentsMargins(12, 0, 12, 8)
        self.setLayout(body)
        self._body = body
        self.hide()
        self._drafts.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show when the typing in sight was done, or nothing."""
        at = [group.restored_at for group in self._drafts.shown() if group.restored_at is not None]
        if at:
            self.text.setText(self.tr("Typed on {when} and not saved yet").format(when=desk_moment(max(at))))
        told = f"{self.text.text()}\n{self.tr('Discard')}"
        self.discard_button.setToolTip(told if self._narrow else "")
        self.setVisible(bool(at))

    def set_narrow(self, narrow: bool) -> None:
        """The button alone, the words in its tool tip."""
        self.text.setVisible(not narrow)
        margin = 0 if narrow else 12
        self._body.setContentsMargins(margin, 0, margin, 8)
        self.discard_button.setText("↶" if narrow else self.tr("Discard"))
        self.discard_button.setAccessibleName(self.tr("Discard"))
        self._narrow = narrow
        self.refresh()

    def discard(self) -> None:
        """Clear the typing in sight, with undo."""
        undone: list[Callable[[], None]] = [group.discard() for group in self._drafts.shown()]

        def undo() -> None:
            for one in undone:
                one()

        self._context.notices.show_message(self.tr("Typing discarded."), self.tr("Undo"), undo)
