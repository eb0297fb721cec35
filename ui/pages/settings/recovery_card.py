"""The recovery sheet, and a recovery key in words: shown once, on the screen and on the sheet, and kept nowhere."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.edits.own_button import NO_BUTTON, own
from ui.widgets.editors import TextEdit
from ui.widgets.field import Field, caption
from ui.widgets.parts import Card, button, in_role, label
from ui.widgets.room.flow import flow
from workstation.actions.backup import recovery
from workstation.actions.backup.recovery import NewRecovery
from workstation.actions.outputs import write_output
from workstation.errors import Refused

_COLUMNS = 4


class RecoveryCard(Card):
    """A key opens the desk only once the person says that the words are kept; until then an earlier one does."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(gap=8)
        self._session, self._context = session, context
        self._proposed: NewRecovery | None = None
        self.sheet_button = button(self.tr("Recovery sheet (&PDF)…"), on_click=self.write_sheet)
        self.new_button = button(self.tr("&New recovery key…"), on_click=self.ask)
        self.state = label("", "hint", wrap=True)
        editor = TextEdit()
        editor.setEchoMode(TextEdit.EchoMode.Password)
        self.passphrase = Field("passphrase", self.tr("Your &passphrase"), editor)
        self.make_button = button(self.tr("Show a new key"), on_click=self.propose)
        editor.returnPressed.connect(self.propose)
        self.words = label("", "", wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.words.setAccessibleName(self.tr("Words of the new recovery key"))
        self.use_button = button(self.tr("I have &written them down: use this key"), "primary", self.use)
        own(NO_BUTTON, self)
        own(self.make_button, self.passphrase)
        self.cancel_button = button(self.tr("Cancel"), on_click=self.cancel)
        head: list[QWidget | int] = [caption(self.tr("Recovery")), -1, self.sheet_button, self.new_button]
        self.body.addLayout(flow(*head, gap=8))
        self.body.addWidget(self.state)
        for part in (self.passphrase, self.make_button, self.words):
            self.body.addWidget(part)
        self.body.addLayout(flow(-1, self.cancel_button, self.use_button, gap=8))
        session.closed.connect(self._forget)
        self.cancel()

    def write_sheet(self) -> None:
        """Write the sheet, with the words while some are shown."""
        name = str(Path(self._context.preferences.export_folder) / self.tr("recovery sheet.pdf"))
        target = self._context.files.target(self, self.tr("Save recovery sheet"), name, "PDF (*.pdf)")
        if target is None:
            return
        words = self._proposed.words if self._proposed else ()
        try:
            write_output(target, self._session.read(recovery.recovery_sheet, words).pdf)
        except Refused as refused:
            self._context.notices.show_message(self._context.words.finding(refused.findings[0]))
            return
        text = self.tr("Saved: {file}").format(file=target.name)
        if words:
            text = self.tr("Saved: {file}. Print it, then delete the file: it holds the key.").format(file=target.name)
        self._context.notices.show_message(text)

    def ask(self) -> None:
        """Ask for the passphrase: a desk left unlocked must not give its key away."""
        self._show_step(asking=True)
        self.passphrase.editor.setFocus()

    def propose(self) -> None:
        """Show a new key."""
        if not self.make_button.isEnabled():
            return
        try:
            work = self._session.read(recovery.recovery_maker, self.passphrase.editor.text())
        except Refused as refused:
            self._on_refused(refused)
            return
        self.make_button.setEnabled(False)
        self._context.background.run(work, self._on_proposed, self._on_refused)

    def use(self) -> None:
        """Let the words shown open the desk from now on."""
        made = self._proposed
        if made is not None:
            self.use_button.setEnabled(False)
            work = self._session.read(recovery.recovery_keeper, made)
            self._context.background.run(work, self._on_kept, self._on_refused)

    def cancel(self) -> None:
        """Forget the words shown; an earlier key still opens the desk."""
        self._forget()
        self._show_step(asking=False)
        if self._session.read(recovery.has_recovery):
            self.state.setText(self.tr("A recovery key opens this desk besides the passphrase."))
        else:
            self.state.setText(self.tr("Without the passphrase nobody can open this desk: there is no recovery key."))
        in_role(self.state, "hint")

    def _on_proposed(self, made: NewRecovery) -> None:
        self._proposed = made
        self.passphrase.editor.clear()
        self._show_step(asking=False)
        self.words.setText(_in_columns(made.words))
        self.state.setText(
            self.tr("Write these words down in their order, or save the sheet and print it. They are shown only now.")
        )
        in_role(self.state, "advice")

    def _on_kept(self, _nothing: None) -> None:
        self.cancel()
        self._context.notices.show_message(self.tr("The new recovery key opens this desk; an earlier one does not."))

    def _on_refused(self, error: Exception) -> None:
        self.make_button.setEnabled(True)
        self.use_button.setEnabled(True)
        if not isinstance(error, Refused):
            raise error
        self.passphrase.show_message(self._context.words.finding(error.findings[0]))
        self.passphrase.editor.setFocus()

    def _show_step(self, *, asking: bool) -> None:
        shown = self._proposed is not None
        self.passphrase.setVisible(asking)
        self.make_button.setVisible(asking)
        self.words.setVisible(shown)
        self.use_button.setVisible(shown)
        self.cancel_button.setVisible(asking or shown)
        self.new_button.setEnabled(not asking and not shown and self._session.desk.user.supervises)
        self.make_button.setEnabled(True)
        self.use_button.setEnabled(True)

    def _forget(self) -> None:
        self._proposed = None
        self.words.clear()
        self.passphrase.editor.clear()
        self.passphrase.clear_message()


def _in_columns(words: tuple[str, ...]) -> str:
    """Numbered, line by line, each line four words."""
    numbered = [f"{number}. {word}" for number, word in enumerate(words, 1)]
    return "\n".join("    ".join(numbered[at : at + _COLUMNS]) for at in range(0, len(numbered), _COLUMNS))
