"""Statement layouts that this desk has learned by hand: looked at, changed, forgotten with undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.context import UiContext
from ui.desk_session import DeskSession, unasked
from ui.look.wording import desk_moment
from ui.typed_signal import TypedSignal, signal
from ui.value_table import ColumnSpec, Table
from ui.widgets.field import caption
from ui.widgets.parts import Card, button
from ui.widgets.room.flow import flow
from workstation.actions.evidence import mappings
from workstation.evidence.statements.hand_mapping import KeptMapping

if TYPE_CHECKING:
    from ui.desk_session import Changes


class LayoutsCard(Card):
    """``opened`` carries the `KeptMapping` that is to be changed."""

    opened: TypedSignal[KeptMapping] = signal(1)

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(gap=8)
        self._session, self._context = session, context
        self.table: Table[KeptMapping] = Table(
            [
                ColumnSpec(self.tr("Name"), lambda one: one.mapping.name, bold=True),
                ColumnSpec(self.tr("Column titles"), lambda one: context.words.listed(one.mapping.columns.values())),
                ColumnSpec(self.tr("Saved on"), lambda one: desk_moment(one.at), 124, whole=True),
            ],
            empty=self.tr("Unknown layouts that are mapped on the evidence page are listed here."),
        )
        self.table.setAccessibleName(self.tr("Manually mapped statement layouts"))
        self.change_button = button(self.tr("Chan&ge"), on_click=lambda: self._open(self.table.current()))
        self.forget_button = button(self.tr("D&elete"), on_click=self.forget)
        self.body.addLayout(
            flow(caption(self.tr("Statement layouts")), -1, self.forget_button, self.change_button, gap=8)
        )
        self.body.addWidget(self.table, 1)
        self.table.opened.connect(self._open)
        self.table.picked.connect(lambda _one: self._show_buttons())
        session.changed.connect(self._on_session_changed)
        self.load()

    def load(self) -> None:
        """Show what the desk remembers."""
        self.table.show_rows(self._session.read(mappings.kept_mappings))
        self._show_buttons()

    def forget(self) -> None:
        """Forget the chosen layout."""
        chosen = self.table.current()
        if chosen is None:
            return
        gone = self._session.run(mappings.forget_mapping, chosen.id)
        self._context.notices.show_message(
            self.tr("Deleted: {name}").format(name=gone.mapping.name),
            self.tr("Undo"),
            lambda: self._session.run(mappings.restore_mapping, gone),
        )

    def _open(self, chosen: KeptMapping | None) -> None:
        if chosen is not None:
            self.opened.emit(chosen)

    def _show_buttons(self) -> None:
        chosen = self.table.current() is not None
        self.change_button.setEnabled(chosen)
        self.forget_button.setEnabled(chosen)

    @unasked
    def _on_session_changed(self, changes: Changes) -> None:
        if KeptMapping.__name__ in changes.kinds:
            self.load()
