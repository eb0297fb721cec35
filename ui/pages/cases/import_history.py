"""The imports of earlier days: taken back one at a time, and their rejected rows written again."""

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
from workstation.actions import imports
from workstation.profile.batch import Import

if TYPE_CHECKING:
    from ui.desk_session import Changes


class ImportHistory(Card):
    """``undo_requested`` carries the id of an import, ``rejects_requested`` the import whose rejected rows are wanted."""

    undo_requested: TypedSignal[str] = signal(1)
    rejects_requested: TypedSignal[Import] = signal(1)

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(gap=8)
        self._session = session
        self.table: Table[Import] = Table(
            [
                ColumnSpec(self.tr("When"), lambda one: desk_moment(one.at), 130, whole=True),
                ColumnSpec(self.tr("File"), lambda one: context.privacy.file_name(one.file_name)),
                ColumnSpec(self.tr("By"), lambda one: one.by, 90),
                ColumnSpec(self.tr("Accepted"), lambda one: f"{one.accepted:,}", 80, figure=True),
                ColumnSpec(self.tr("Rejected"), lambda one: f"{one.rejected:,}", 80, figure=True),
                ColumnSpec(self.tr("Undone"), lambda one: desk_moment(one.undone_at), 130, whole=True),
            ],
            empty=self.tr("Nothing was imported yet. Choose a file above."),
        )
        self.undo_button = button(self.tr("U&ndo import"), on_click=self.undo)
        self.rejects_button = button(self.tr("Save its re&jected rows…"), on_click=self.save_rejects)
        head = flow(caption(self.tr("Import history")), -1, self.rejects_button, self.undo_button, gap=8)
        self.body.addLayout(head)
        self.body.addWidget(self.table, 1)
        self.table.setAccessibleName(self.tr("Import history"))
        self.table.picked.connect(lambda _row: self._show_buttons())
        session.changed.connect(self._on_session_changed)
        context.privacy.changed.connect(self._on_privacy_changed)
        self.load()

    def _on_privacy_changed(self, _hidden: bool) -> None:
        self.load()

    def load(self) -> None:
        """Show the imports on record."""
        self.table.show_rows(self._session.read(imports.past_imports))
        self._show_buttons()

    def undo(self) -> None:
        """Ask for the chosen import to be taken back."""
        if (batch := self.table.current()) is not None:
            self.undo_requested.emit(batch.id)

    def save_rejects(self) -> None:
        """Ask for the rejected rows of the chosen import, whether or not it was undone."""
        if (batch := self.table.current()) is not None:
            self.rejects_requested.emit(batch)

    @unasked
    def _on_session_changed(self, changes: Changes) -> None:
        if Import.__name__ in changes.kinds:
            self.load()

    def _show_buttons(self) -> None:
        chosen = self.table.current()
        self.undo_button.setEnabled(chosen is not None and chosen.undone_at is None)
        self.rejects_button.setEnabled(chosen is not None and chosen.rejected > 0)
