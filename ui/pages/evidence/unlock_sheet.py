"""Files that do not open by themselves, one after the other: the password, and which of the files inside are meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.context import UiContext
from ui.edits.own_button import own
from ui.pages.entry.passphrase_edit import PassphraseEdit
from ui.pages.evidence.member_list import MemberList
from ui.typed_signal import TypedSignal, signal
from ui.widgets.parts import Card, Elided, button, column, icon_button, label, name_field, row
from workstation.actions.evidence.containers import Opening
from workstation.errors import Finding
from workstation.received.containers import Contents, Member
from workstation.wording import filled

_WIDTH = 560


@dataclass(frozen=True, slots=True)
class LockedFile:
    """A file with what opens it; ``letter``: as what text document it was refused, when it is to be set as PDF."""

    path: Path
    opening: Opening
    letter: tuple[Finding, ...] = ()

    @property
    def name(self) -> str:
        """The name of the container."""
        return self.path.name


@dataclass(frozen=True, slots=True)
class ToOpen:
    """A file that was refused for the want of a password or a choice; ``tried``: what did not open it, one for each file inside.

    ``letter``: it is a text document that can be set as PDF here.
    """

    path: Path
    contents: Contents
    findings: tuple[Finding, ...]
    tried: tuple[Opening, ...] = ()
    letter: bool = False


class UnlockSheet(QWidget):
    """Asks for one file at a time. ``given`` carries a `LockedFile` for each file inside that was chosen; ``left_out`` a sentence
    on files that stay locked; ``closed`` when nothing is left to ask about.
    """

    given: TypedSignal[list[LockedFile]] = signal(1)
    left_out: TypedSignal[str] = signal(1)
    closed = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._waiting: list[ToOpen] = []
        self.title = Elided("", "section")
        self.back = icon_button(context.theme, "back", self.tr("Back to evidence (Esc)"), self.drop)
        self.message = label("", "advice", wrap=True)
        self.members = MemberList(self._member_words)
        self.members.opened.connect(self.open)
        self.password = PassphraseEdit(context.theme)
        self.password.setAccessibleName(self.tr("Password of the file"))
        self.password_label = label(self.tr("&Password of the file"))
        name_field(self.password_label, self.password)
        self.kept = label(
            self.tr("The original file is stored unchanged; the password is kept with it, both encrypted."),
            "hint",
            wrap=True,
        )
        self.letter = label(
            self.tr("LibreOffice on this computer can set it as PDF; the document itself is stored with it."),
            "hint",
            wrap=True,
        )
        self.open_button = button(self.tr("&Open and add"), "primary", self.open)
        own(self.open_button, self)
        self.skip_button = button(self.tr("S&kip this file"), on_click=self.skip)
        self.password.returnPressed.connect(self.open)
        self._lay_out()

    def _lay_out(self) -> None:
        fields = QGridLayout()
        fields.setVerticalSpacing(8)
        fields.setHorizontalSpacing(12)
        fields.addWidget(self.members, 0, 0, 1, 2)
        fields.addWidget(self.password_label, 1, 0)
        fields.addWidget(self.password, 1, 1)
        fields.setColumnStretch(1, 1)
        card = Card(self.message, gap=12)
        card.body.addLayout(fields)
        card.body.addWidget(self.kept)
        card.body.addWidget(self.letter)
        card.body.addLayout(row(-1, self.skip_button, self.open_button, gap=8))
        card.setMaximumWidth(_WIDTH)
        head = row(self.back, self.title, gap=10)
        head.setStretch(1, 1)
        between = row(-1, card, -1)
        between.setStretch(1, _WIDTH)  # all of its width as long as there is room
        # Beside stretches, not aligned: an aligned card is as high as its words would be on one line.
        self.setLayout(column(head, between, -1, gap=8))

    @property
    def current(self) -> ToOpen | None:
        """The file that is asked about."""
        return self._waiting[0] if self._waiting else None

    def ask(self, files: Sequence[ToOpen]) -> bool:
        """Ask about these files, one that was tried in vain first, then those that wait already; answers whether any is left."""
        again = [one for one in files if one.tried]
        fresh = [one for one in files if not one.tried]
        self._waiting = [*again, *self._waiting, *fresh]
        self._show()
        if not self._waiting and self.isVisible():
            self.closed.emit()
        return bool(self._waiting)

    def drop(self) -> None:
        """Ask no more; what was not opened is not added."""
        self._leave(len(self._waiting))
        self.closed.emit()

    def skip(self) -> None:
        """Leave this file out."""
        self._leave(1)
        if not self._waiting:
            self.closed.emit()

    def _leave(self, count: int) -> None:
        names = tuple(one.path.name for one in self._waiting[:count])
        self._waiting = self._waiting[count:]
        self._show()
        if names:
            text = self.tr("Not opened, so not added: {files}")
            self.left_out.emit(text.format(files=self._context.words.listed(names)))

    def open(self) -> None:
        """Try what was given."""
        one = self.current
        if one is None:
            return
        chosen = self.members.chosen() if one.contents.members else []
        if one.contents.members and not chosen:
            self.members.setFocus()
            return
        if one.letter:
            self._waiting = self._waiting[1:]
            self._show()
            self.given.emit([LockedFile(one.path, Opening(), one.findings)])
            return
        if one.contents.locked and all(held.locked for held in chosen) and not self.password.text():
            self.password.setFocus()
            return
        self._waiting = self._waiting[1:]
        password, names = self.password.text(), [held.name for held in chosen] or [""]
        self._show()
        self.given.emit([LockedFile(one.path, Opening(password, name)) for name in names])

    def _show(self) -> None:
        one = self.current
        self.password.clear()
        members = one.contents.members if one else ()
        self.members.setVisible(bool(members))
        letter = one is not None and one.letter
        locked = one is not None and not letter and (one.contents.locked or not members)
        self.letter.setVisible(letter)
        self.open_button.setText(self.tr("&Convert and add") if letter else self.tr("&Open and add"))
        for part in (self.password_label, self.password, self.kept):
            part.setVisible(locked)
        hidden = self._context.privacy.file_name
        self.title.set_text(hidden(one.path.name) if one else "")
        self.message.setText("\n".join(map(self._sentence, one.findings)) if one else "")
        self.members.offer(members, [tried.member for tried in one.tried] if one else [])
        focus = self.open_button if letter else self.members if len(members) > 1 else self.password
        focus.setFocus()

    def _sentence(self, finding: Finding) -> str:
        """What is the matter; the files inside stand in the list to choose from, and need no second listing."""
        if finding.code != "container_member_needed" or self.current is None:
            return self._context.words.finding(finding)
        count = len(self.current.contents.members)
        return filled(
            self.tr("{count} {count|file|files} inside. Choose those to add; Ctrl+A takes all."), {"count": count}
        )

    def _member_words(self, member: Member) -> str:
        if member.form == "page":
            return self.tr("The text itself, as PDF pages")
        if member.form == "table":
            return self.tr("The table in the text")
        return self._context.privacy.file_name(member.name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.drop()
        else:
            super().keyPressEvent(event)
