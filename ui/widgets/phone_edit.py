"""One telephone number: its kind, the number, and whether it still reaches anybody."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.look.wording import Words
from ui.widgets.editors import CheckEdit, ChoiceEdit, TextEdit
from ui.widgets.parts import row
from workstation.profile.debtor import Phone

_KIND_WIDTH: Final = 84
_LONGEST: Final = "138 0000 0000"
"""What a mobile number takes at least, so that no digit of it is cut."""
_PADDING: Final = 26


class PhoneEdit(QWidget):
    """Reads a `Phone`, or None when there is no number. ``secret``: what others stored of it is covered in privacy mode."""

    edited = Signal()
    secret: Final = True

    def __init__(self, words: Words, kind: str) -> None:
        super().__init__()
        self._kind = kind
        self.kind = ChoiceEdit(words.choices("phone_kind"), empty=None)
        self.kind.setFixedWidth(_KIND_WIDTH)
        self.kind.setAccessibleName(self.tr("Phone type"))
        self.number = TextEdit()
        self.number.setMinimumWidth(self.number.fontMetrics().horizontalAdvance(_LONGEST) + _PADDING)
        self.valid = CheckEdit(self.tr("Valid"))
        body = row(self.kind, self.number, self.valid, gap=4)
        body.setStretch(1, 1)
        self.setLayout(body)
        self.setFocusProxy(self.number)
        for part in (self.kind, self.number, self.valid):
            part.edited.connect(self.edited)

    @staticmethod
    def shown(value: Phone) -> str:
        """A number as it is told where two values stand beside each other."""
        return value.number

    def accessibleName(self) -> str:
        return self.number.accessibleName()

    def setAccessibleName(self, name: str) -> None:
        self.number.setAccessibleName(name)

    def load(self, value: object) -> None:
        phone = value if isinstance(value, Phone) else Phone("", self._kind)
        self.kind.load(phone.kind)
        self.number.load(phone.number)
        self.valid.load(phone.valid)

    def raw(self) -> object:
        return self.draft()

    def draft(self) -> object:
        number = str(self.number.draft())
        return Phone(number, str(self.kind.draft()), self.valid.isChecked()) if number else None

    def set_private(self) -> None:
        """From now on covered in privacy mode."""
        self.number.set_private()

    def cover(self, hidden: bool) -> None:
        """Privacy mode."""
        self.number.cover(hidden)
