"""A field for a passphrase: covered, shown only while the eye is clicked in."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from ui.look.icons import icon
from ui.look.theme import Theme
from ui.widgets.editors import TextEdit


class PassphraseEdit(TextEdit):
    """Blanks count here: the text is taken as typed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.textEdited.disconnect()  # breaks count as well
        self.textEdited.connect(lambda _text: self.edited.emit())
        self.setEchoMode(QLineEdit.EchoMode.Password)
        eye = QAction(icon(theme, "show"), self.tr("Show the passphrase"), self)
        eye.setCheckable(True)
        eye.toggled.connect(self._on_eye_toggled)
        self.addAction(eye, QLineEdit.ActionPosition.TrailingPosition)

    def draft(self) -> object:
        return self.text()

    def _on_eye_toggled(self, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
