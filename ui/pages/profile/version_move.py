"""The version of its rules that a case keeps, what a newer one would change, and the step to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.value_table import ColumnSpec, Table
from ui.widgets.parts import Elided, button, column, label, row
from workstation.actions.rules import changes
from workstation.casework.rule_texts import ChangeText
from workstation.wording import Wording

if TYPE_CHECKING:
    from workstation.policy.pack import Pack

_HEIGHT: Final = 116


class VersionMove(QWidget):
    """Nothing moves by itself: the differences are shown first, and ``on_move`` is asked with the newer version."""

    def __init__(self, context: UiContext, on_move: Callable[[Pack], object]) -> None:
        super().__init__()
        self.wording = Wording(context.words.language)
        self._on_move = on_move
        self._own: Pack | None = None
        self._newest: Pack | None = None
        self.note = label("", "hint", wrap=True)
        self.show_button = button(self.tr("What chan&ges"), "small")
        self.show_button.setCheckable(True)
        self.show_button.toggled.connect(self._on_shown)
        self.move_button = button(self.tr("Move this case"), "small", self._move)
        self.table: Table[ChangeText] = Table(
            self._columns(), line=24, empty=self.tr("No rule changes between these versions.")
        )
        self.table.setAccessibleName(self.tr("Rules that change"))
        self.table.setFixedHeight(_HEIGHT)
        self.table.picked.connect(self._tell)
        self.whole = Elided("", "hint")
        self.setLayout(
            column(self.note, row(self.show_button, self.move_button, -1, gap=8), self.table, self.whole, gap=4)
        )

    def _columns(self) -> list[ColumnSpec[ChangeText]]:
        return [
            ColumnSpec(self.tr("Rule"), lambda one: one.rule, 0),
            ColumnSpec(self.tr("Now"), lambda one: one.before, 104),
            ColumnSpec(self.tr("Then"), lambda one: one.after, 104),
        ]

    def load(self, own: Pack, newest: Pack) -> None:
        """Show the version that is kept, and whether there is a newer one."""
        newer = newest.dated > own.dated
        if (self._own, self._newest) != (own, newest):
            self.show_button.setChecked(False)
        self._own, self._newest = own, newest
        kept = self.tr("Rules of {day}.").format(day=own.dated.isoformat())
        told = self.tr("Rules of {day}; there are newer ones of {newer}. The case keeps its own until you move it.")
        self.note.setText(told.format(day=own.dated.isoformat(), newer=newest.dated.isoformat()) if newer else kept)
        self.show_button.setVisible(newer)
        self._on_shown(newer and self.show_button.isChecked())

    def _on_shown(self, shown: bool) -> None:
        """The step stands beside the differences, never before they were seen."""
        for part in (self.table, self.move_button, self.whole):
            part.setVisible(shown)
        if shown and self._own is not None and self._newest is not None:
            found = changes(self._own, self._newest, self.wording)
            self.table.show_rows(sorted(found, key=self._weight), lambda _one: False)
            self.table.setFocus()

    def _tell(self, one: ChangeText | None) -> None:
        """The whole of the chosen rule: of what, from which figure to which, and by which source."""
        parts = (one.group, one.about, one.rule, f"{one.before} → {one.after}", one.source, one.dated) if one else ()
        self.whole.set_text(" · ".join(filter(None, (*parts, one.confidence if one else ""))))

    def _weight(self, one: ChangeText) -> int:
        """Figures that change stand first, then rules that come and go, then those of which only the source is another."""
        if one.before == one.after:
            return 2
        return int(one.before == self.wording.text("rule.new") or one.after == self.wording.text("rule.gone"))

    def _move(self) -> None:
        if self._newest is not None:
            self._on_move(self._newest)
