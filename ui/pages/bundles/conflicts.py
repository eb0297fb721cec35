"""The conflicts of a merge side by side: what stands here, what comes in, and which of the two is taken, by key or by click."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QWidget

from ui.context import UiContext
from ui.typed_signal import TypedSignal, signal
from ui.value_table import ColumnSpec, Table
from ui.widgets.parts import Elided, button, column, label
from ui.widgets.room.flow import flow, shared
from workstation.actions.transfer.merge_plan import FieldChange
from workstation.actions.transfer.shown import field_name, record_name, value_text
from workstation.profile.debtor import masked
from workstation.wording import Wording

_DETAIL_HEIGHT = 84
_LONGEST = 400


class ConflictTable(Table[FieldChange]):
    """A table whose current row is turned by the space key, too."""

    turned: TypedSignal[FieldChange] = signal(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        one = self.current()
        if event.key() == Qt.Key.Key_Space and one is not None:
            self.turned.emit(one)
        else:
            super().keyPressEvent(event)


class Conflicts(QWidget):
    """``chosen``: names of the conflicts in which theirs is taken. Both values of the current one are shown whole below.

    ``there``: what the other side is called, ``take_all``: the button that takes all of it; a bundle unless told otherwise.
    """

    changed = Signal()

    def __init__(self, context: UiContext, there: str = "", take_all: str = "") -> None:
        super().__init__()
        self._context, self._words = context, Wording(context.words.language)
        self._there = there = there or self.tr("In the bundle")
        self.chosen: set[str] = set()
        self.heading = Elided("", "section")
        self.mine_button = button(self.tr("Keep all &as here"), on_click=lambda: self.take_all(False))
        self.theirs_button = button(take_all or self.tr("Take all from &bundle"), on_click=lambda: self.take_all(True))
        self.table = ConflictTable(
            [
                ColumnSpec(self.tr("Record"), lambda one: record_name(one.ref[0], self._words), 110),
                ColumnSpec(self.tr("Field"), lambda one: field_name(one, self._words), 170),
                ColumnSpec(self.tr("Here"), lambda one: self._text(one, mine=True), private=True, keep=(0, 0)),
                ColumnSpec(there, lambda one: self._text(one, mine=False), private=True, keep=(0, 0)),
                ColumnSpec(self.tr("Taken"), self._taken, 120, bold=True),
            ],
            privacy=context.privacy,
            empty=self.tr("Nothing differs between the two."),
        )
        self.table.setAccessibleName(self.tr("Conflicts"))
        self.here, self.there = _detail(), _detail()
        head = flow(self.heading, self.mine_button, self.theirs_button, gap=8)
        head.setStretch(0, 1)
        names = (label(self.tr("Here"), "label"), label(there, "label"))
        both = shared(column(names[0], self.here, gap=2), column(names[1], self.there, gap=2), gap=16)
        for number in (0, 1):
            both.setStretch(number, 1)
        body = column(head, self.table, both, gap=8)
        body.setStretch(1, 1)
        self.setLayout(body)
        self.table.turned.connect(self.turn)
        self.table.opened.connect(self.turn)
        self.table.picked.connect(lambda _one: self._show_detail())
        context.privacy.changed.connect(self._on_privacy_changed)

    def show_conflicts(self, conflicts: tuple[FieldChange, ...]) -> None:
        """Show them; what is here is kept until something else is chosen."""
        self.chosen.clear()
        self.table.show_rows(conflicts, lambda _one: True)
        count = len(conflicts)
        text = self.tr("Conflicts: {count}. Space or Enter takes the other side.")
        self.heading.set_text(text.format(count=count) if count else self.tr("No conflicts"))
        for made in (self.mine_button, self.theirs_button):
            made.setEnabled(count > 0)
        self._show_detail()

    def turn(self, one: FieldChange) -> None:
        """Take the other side of a conflict."""
        self.chosen ^= {one.name}
        self._refresh()

    def take_all(self, theirs: bool) -> None:
        """Take one side in all of them."""
        self.chosen = {one.name for one in self.table.content.rows} if theirs else set()
        self._refresh()

    def _refresh(self) -> None:
        self.table.viewport().update()
        self.changed.emit()

    def _text(self, one: FieldChange, *, mine: bool) -> str:
        text = value_text(one, one.mine if mine else one.theirs, self._words)
        return text.replace("\n", " ")

    def _taken(self, one: FieldChange) -> str:
        return self._there if one.name in self.chosen else self.tr("Here")

    def _show_detail(self) -> None:
        one = self.table.current()
        for shown, mine in ((self.here, True), (self.there, False)):
            text = value_text(one, one.mine if mine else one.theirs, self._words) if one else ""
            text = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
            shown.setText(masked(text, 0, 0) if self._context.privacy.hidden and text else text)

    def _on_privacy_changed(self, hidden: bool) -> None:
        self.table.content.mask(hidden)
        self._show_detail()


def _detail() -> QLabel:
    made = label("", wrap=True)
    made.setAlignment(Qt.AlignmentFlag.AlignTop)
    made.setFixedHeight(_DETAIL_HEIGHT)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
