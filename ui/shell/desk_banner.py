"""What the person should know of the open desk as long as it is so: it can only be read, its server does not answer …"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from ui.look.wording import Words
from ui.widgets.parts import button, in_role, label, row
from workstation.actions.passphrases import OUTDATED

if TYPE_CHECKING:
    from workstation.actions.desk import Desk


class DeskBanner(QFrame):
    """A calm line over the page; hidden when there is nothing to say. What was found when opening can be put away.

    ``passphrase_requested``: the person follows the advice to choose a stronger one.
    """

    passphrase_requested = Signal()

    def __init__(self, words: Words, desk: Desk) -> None:
        super().__init__()
        in_role(self, "card")
        self._words, self._desk = words, desk
        self.text = label("", "advice", wrap=True)
        self.passphrase_button = button(self.tr("Change passphrase…"), on_click=self.passphrase_requested.emit)
        self.close_button = button(self.tr("Close"), "quiet", self.hide)
        line = row(self.text, self.passphrase_button, self.close_button, gap=12, margins=8)
        line.setContentsMargins(20, 8, 20, 8)
        line.setStretch(0, 1)
        self.setLayout(line)
        self.load()

    def load(self) -> None:
        """Show what is so now."""
        words, desk = self._words, self._desk
        lines = [words.finding(finding) for finding in desk.opening_findings]
        if desk.store.refusal == "desk_disk_full":
            lines.append(
                self.tr(
                    "The disk is full, so this desk is open to be read. Make room, lock the desk and open it again."
                )
            )
        elif desk.read_only:
            lines.append(
                self.tr(
                    "This desk is open to be read: its disk or folder does not allow writing."
                    " To work on it, copy the whole folder to a disk you may write to."
                )
            )
        if desk.store.is_lost:
            lines.append(
                self.tr(
                    "The server does not answer. What is open can be read, and what you type is kept on this computer."
                    " Nothing is saved until it answers; Concord keeps trying."
                )
            )
        self.text.setText("\n".join(lines))
        self.passphrase_button.setVisible(any(finding.code == OUTDATED for finding in desk.opening_findings))
        self.close_button.setVisible(not desk.read_only and not desk.store.is_lost)
        if not lines:
            self.hide()

    def load_again(self) -> None:
        """Show what has come to be so, also where the line was put away."""
        self.show()
        self.load()
