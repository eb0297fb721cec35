"""Handing cases over: this desk's key file for others, and the other desks that are known here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.context import UiContext
from ui.desk_session import DeskSession, unasked
from ui.look.wording import desk_moment
from ui.value_table import ColumnSpec, Table
from ui.widgets.field import caption
from ui.widgets.parts import Card, button, label
from ui.widgets.room.flow import flow
from workstation.actions.outputs import write_output
from workstation.actions.transfer import known_desks
from workstation.actions.transfer.known_desks import grouped
from workstation.casework.handover import DeskIdentity, KnownDesk
from workstation.errors import Refused

if TYPE_CHECKING:
    from ui.desk_session import Changes


class DeskKeysCard(Card):
    """The key pair is made when it is first asked for: by saving the key file here, or with the first bundle."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(gap=8)
        self._session, self._context = session, context
        self.fingerprint = label("", "figure", wrap=True)
        self.fingerprint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.fingerprint.setAccessibleName(self.tr("Fingerprint of this desk"))
        self.hint = label("", "hint", wrap=True)
        self.note = label("", "finding", wrap=True)
        self.save_button = button(self.tr("Save &key file…"), on_click=self.save)
        self.known: Table[KnownDesk] = Table(
            [
                ColumnSpec(self.tr("Known desk"), lambda one: one.name, 110, bold=True),
                ColumnSpec(self.tr("Fingerprint"), lambda one: grouped(one.id)),
                ColumnSpec(self.tr("Since"), lambda one: desk_moment(one.at)[:10], 92, whole=True),
            ],
            empty=self.tr("No other desk is known yet. Its key file is taken in when a case is handed over."),
        )
        self.known.setAccessibleName(self.tr("Known desks"))
        self.known.setMinimumHeight(140)
        self.forget_button = button(self.tr("For&get"), on_click=self.forget)
        self.body.addLayout(flow(caption(self.tr("Handing cases over")), -1, self.save_button))
        for part in (self.fingerprint, self.hint, self.note):
            self.body.addWidget(part)
        self.body.addLayout(flow(caption(self.tr("Known desks")), -1, self.forget_button))
        self.body.addWidget(self.known)
        self.known.picked.connect(lambda _one: self._show_buttons())
        session.changed.connect(self._on_session_changed)
        self.load()

    def load(self) -> None:
        """Show this desk's fingerprint, once it has one, and the desks it knows."""
        own = self._session.read(known_desks.own_fingerprint)
        self.fingerprint.setText(grouped(own))
        self.fingerprint.setVisible(bool(own))
        self.hint.setText(
            self.tr("The fingerprint of this desk. Read it out when another desk asks for it; it is no secret.")
            if own
            else self.tr("Save the key file and give it to another desk: it can then write cases for this one.")
        )
        self.known.show_rows(self._session.read(known_desks.known_desks))
        self._show_buttons()

    def save(self) -> None:
        """Write the key file where the person says."""
        self.note.setText("")
        folder = self._context.preferences.export_folder
        name = self.tr("{desk}.key").format(desk=self._session.desk.settings.desk_name.replace("/", "_"))
        target = self._context.files.target(
            self, self.tr("Save key file"), str(Path(folder) / name), self.tr("Key files") + " (*.key)"
        )
        if target is None:
            return
        try:
            write_output(target, self._session.write(known_desks.own_key_file))
        except Refused as refused:
            self.note.setText("✕ " + self._context.words.finding(refused.findings[0]))
            return
        self._context.notices.tell_written(self.tr("Saved: {file}").format(file=target), target)
        self.load()

    def forget(self) -> None:
        """Forget the chosen desk; what it sent stays."""
        chosen = self.known.current()
        if chosen is None:
            return
        try:
            self._session.run(known_desks.forget, chosen.id)
        except Refused as refused:
            self.note.setText("✕ " + self._context.words.finding(refused.findings[0]))
            return
        self._context.notices.show_message(
            self.tr("Forgotten: {name}").format(name=chosen.name),
            self.tr("Undo"),
            lambda: self._restore(chosen),
        )

    def _restore(self, forgotten: KnownDesk) -> None:
        self._session.run(known_desks.remember, known_desks.public_of(forgotten))

    def _show_buttons(self) -> None:
        self.forget_button.setEnabled(self.known.current() is not None)

    @unasked
    def _on_session_changed(self, changes: Changes) -> None:
        if {DeskIdentity.__name__, KnownDesk.__name__, "DeskSettings"} & changes.kinds:
            self.load()
