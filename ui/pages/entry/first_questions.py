"""What a desk asks once before work begins: who its person is, where nobody was asked yet, or a passphrase of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.background import TaskProgress
from ui.context import UiContext
from ui.form import Form
from ui.pages.entry.passphrase_edit import PassphraseEdit
from ui.pages.entry.strength_bar import StrengthBar
from ui.widgets.editors import TextEdit
from ui.widgets.field import Field
from ui.widgets.parts import button, column, label, row
from workstation.actions.people import known_of
from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef

if TYPE_CHECKING:
    from workstation.actions.desk import Desk


def asks_who(desk: Desk) -> bool:
    """Whether this desk is of the time when names were typed; the sample is nobody's."""
    return not desk.user.id and desk.user.supervises


class ClaimPage(QWidget):
    """The one person of an older desk says who they are; their passphrase stays."""

    answered = Signal()

    def __init__(self, context: UiContext, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.form = Form("person", context.words, (Field("name", self.tr("Your &name"), TextEdit()),))
        self.form.load({"name": desk.agent})
        self.form.fields["name"].editor.returnPressed.connect(self.save)
        self.button = button(self.tr("Continue"), "primary", self.save)
        words = self.tr(
            "Every person of a desk now has a name and a passphrase of their own, and what is done carries that name."
            " You are agent and supervisor of this desk; your passphrase stays. Others are added in the settings, under People."
        )
        title = label(self.tr("Who works at this desk?"), "section")
        self.setLayout(
            column(title, label(words, "hint", wrap=True), self.form.fields["name"], 4, row(-1, self.button))
        )

    def start(self) -> None:
        """Put the cursor where typing begins."""
        self.form.focus(FieldRef.PERSON_NAME)

    def save(self) -> None:
        """Keep the name; what is wrong with it is shown at its field."""
        from workstation.actions.people import claim

        try:
            self._desk.run(claim, self.form.draft()["name"])
        except Refused as refused:
            if self.form.show(refused.findings):
                self.form.fields["name"].show_message(", ".join(one.code for one in refused.findings))
            return
        self.answered.emit()


class OwnPassphrasePage(QWidget):
    """Somebody else chose the passphrase that just opened the desk: another one comes first."""

    answered = Signal()

    def __init__(self, context: UiContext, desk: Desk) -> None:
        super().__init__()
        self._context, self._desk = context, desk
        self._task = watch = TaskProgress()
        self.form = Form(
            "desk",
            context.words,
            (
                Field("passphrase", self.tr("New &passphrase"), PassphraseEdit(context.theme)),
                Field("again", self.tr("Repe&at passphrase"), PassphraseEdit(context.theme)),
            ),
        )
        self.form.load({})
        self.strength = StrengthBar(context, self.form.fields["passphrase"].editor, lambda: known_of(desk, desk.agent))
        self.button = button(self.tr("Change and continue"), "primary", self.save)
        self.form.fields["again"].editor.returnPressed.connect(self.save)
        words = self.tr(
            "{name}, your passphrase was chosen by a supervisor. Choose one that only you know; it opens the desk from now on."
        ).format(name=desk.agent)
        title = label(self.tr("Your own passphrase"), "section")
        self.setLayout(
            column(
                title,
                label(words, "hint", wrap=True),
                *self.form.fields.values(),
                self.strength,
                4,
                row(-1, self.button),
            )
        )
        self.destroyed.connect(lambda: watch.forget())

    def start(self) -> None:
        """Put the cursor where typing begins."""
        self.form.focus(FieldRef.DESK_PASSPHRASE)

    def save(self) -> None:
        """Change the passphrase in the background; a weak or mistyped one is answered at its field."""
        from workstation.actions.people import own_passphrase_setting

        values = self.form.draft()
        if values["passphrase"] != values["again"]:
            self.form.show((Finding("passphrase_differs", FieldRef.DESK_AGAIN),))
            self.form.focus(FieldRef.DESK_AGAIN)
            return
        self.button.setEnabled(False)
        work = own_passphrase_setting(self._desk, values["passphrase"])
        self._context.background.run(work, lambda _none: self._on_changed(), self._on_failed, self._task)

    def _on_changed(self) -> None:
        from workstation.actions.people import passphrase_changed

        self._desk.run(passphrase_changed)
        self.form.load({})
        self.answered.emit()

    def _on_failed(self, error: Exception) -> None:
        self.button.setEnabled(True)
        if not isinstance(error, Refused):
            raise error
        self.form.show([Finding(one.code, FieldRef.DESK_PASSPHRASE, one.figures) for one in error.findings])
        self.form.focus(FieldRef.DESK_PASSPHRASE)
