"""Fields a person types or picks in. Each editor loads a value, tells when it was edited, and gives its draft or refuses it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Final, Protocol
from unicodedata import normalize

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QKeySequence, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QStyle, QStyleOptionComboBox, QStylePainter, QToolButton

from ui.edits.keys import did_again, left_to_the_case, left_to_the_menu
from ui.edits.one_line import tell_joined
from ui.look.eliding import elided
from ui.look.letters import parted
from ui.widgets.note_edit import NoteEdit as NoteEdit
from workstation.amount_words import count_in_words
from workstation.errors import Finding, Refused

_EDGES, _WIDEST_HINT = 30, 310
"""Pixels of a line around its words; and how many of them the words of an empty one may ask for."""

_LONG_HINT = 24
"""Characters of such words from which on they stand in the tip, too."""


class Editor(Protocol):
    """What a form asks of its fields: `load`, `raw` (what stands there) and `draft` (what it means; may raise `Refused`)."""

    def load(self, value: object) -> None:
        """Show a stored value."""
        ...

    def raw(self) -> object:
        """What stands in the field, comparable."""
        ...

    def draft(self) -> object:
        """The value meant; raises `Refused` with one finding when it cannot be read."""
        ...


class TextEdit(QLineEdit):
    """One line of text; surrounding blanks do not count. A ``secret`` field is covered in privacy mode; it still takes typing.

    ``free``: whatever a person likes to say, which may land on a paper, so that its wording is judged.
    ``asks``: the most pixels for which it asks so that what was loaded is read whole.
    """

    edited = Signal()
    left = Signal()
    loaded = Signal()

    def __init__(self, placeholder: str = "", *, secret: bool = False, free: bool = False, asks: int = 0) -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.secret, self.free, self.composing = secret, free, False
        self.widest, self._asks = "", asks
        if len(placeholder) > _LONG_HINT:
            self.setToolTip(placeholder)
        self.textEdited.connect(lambda text: tell_joined(self, text, self.edited.emit))

    def minimumSizeHint(self) -> QSize:
        """Room for the words that stand in it while it is empty, and for a figure that was loaded, as far as is sensible."""
        figure = self.displayText() if self.alignment() & Qt.AlignmentFlag.AlignRight else ""
        told = max(self.fontMetrics().horizontalAdvance(one) for one in (self.placeholderText(), figure, self.widest))
        told = max(told, min(self.fontMetrics().horizontalAdvance(self.displayText()), self._asks))
        hint = super().minimumSizeHint()
        room = _EDGES + sum(made.width() for made in self.findChildren(QToolButton))
        return QSize(max(hint.width(), min(told, _WIDEST_HINT) + room) if told else hint.width(), hint.height())

    def load(self, value: object) -> None:
        self.setText(str(value or ""))
        self.setCursorPosition(0)
        self.updateGeometry()
        self.loaded.emit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def event(self, event: QEvent) -> bool:
        again = did_again(event, self.redo, able=self.isRedoAvailable())
        return again or left_to_the_menu(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not left_to_the_case(event, undo=self.isUndoAvailable(), redo=self.isRedoAvailable()):
            super().keyPressEvent(event)

    def raw(self) -> object:
        return self.text().strip()

    def draft(self) -> object:
        return self.text().strip()

    def understood(self) -> str:
        """What is meant by the text that is being typed, where that reads otherwise; empty where it is clear or cannot be read."""
        return ""

    def set_private(self) -> None:
        """From now on a secret field."""
        self.secret = True

    def cover(self, hidden: bool) -> None:
        """Show dots in place of the text while privacy mode is on."""
        self.show_dots(hidden and self.secret)

    def show_dots(self, dots: bool) -> None:
        """Echo dots or the text. Qt would refuse input methods where it echoes dots, and with them every Chinese name."""
        self.setEchoMode(QLineEdit.EchoMode.Password if dots else QLineEdit.EchoMode.Normal)
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData if dots else Qt.InputMethodHint.ImhNone)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


IN_INSTALMENTS: Final = ("期",)
IN_MONTHS: Final = ("个月", "個月", "月")
IN_DAYS: Final = ("天", "日")


class CountEdit(TextEdit):
    """A whole number from ``least`` to ``most``, or nothing, in digits or as it is said: 12, 十二, 12期.

    ``counted``: words for what is counted, which may follow; a word for something else is refused.
    """

    def __init__(self, least: int = 0, most: int = 9999, placeholder: str = "", *, counted: Sequence[str] = ()) -> None:
        super().__init__(placeholder)
        self.least, self.most, self._counted = least, most, counted
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def load(self, value: object) -> None:
        self.setText("" if value is None else str(value))

    def draft(self) -> object:
        text = self.text().strip()
        if not text:
            return None
        number = self.number_of(text)
        if number is None or not self.least <= number <= self.most:
            figures = {"text": text, "least": str(self.least), "most": str(self.most)}
            raise Refused(Finding("count_unreadable", "", figures))
        return number

    def raw(self) -> object:
        """The number when it can be read, so that ``12`` and ``12期`` count as the same."""
        try:
            value = self.draft()
        except Refused:
            return self.text().strip()
        return "" if value is None else str(value)

    def understood(self) -> str:
        text, value = self.text().strip(), self.raw()
        return str(value) if value and value != text and self.number_of(text) is not None else ""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        with suppress(Refused):  # what cannot be read stays as it was typed
            self.draft()
            if (said := str(self.raw())) != self.text():
                self.setText(said)
        super().focusOutEvent(event)

    def number_of(self, text: str) -> int | None:
        """The number that a text says, within bounds or not; None where it says none."""
        said = "".join(normalize("NFKC", text).split())
        word = next((one for one in self._counted if said.endswith(one)), "")
        bare = said.removesuffix(word)
        return int(bare) if bare.isdecimal() else count_in_words(bare, counted=bool(word))


_ARROW: Final = 42
"""Pixels of a choice around its words: its arrow and its edges."""
_WIDEST: Final = 220
"""Pixels within which a choice has room for its longest words; beyond them it ends in … and tells the whole in its tip."""


class ChoiceEdit(QComboBox):
    """One code of a list, or none; a stored code outside the list stays and shows as itself. The wheel only scrolls the page."""

    edited = Signal()

    def __init__(self, choices: Mapping[str, str], *, empty: str | None = "") -> None:
        super().__init__()
        self.setMaxVisibleItems(16)
        # No size policy is set: `sizeHint` says the width, and Qt would make the list that drops down for it at once.
        self.setMinimumContentsLength(4)
        self.offer(choices, empty=empty)
        self.activated.connect(lambda _index: self.edited.emit())

    def offer(self, choices: Mapping[str, str], *, empty: str | None = None) -> None:
        """Replace the list; with ``empty`` (its label) there is a first line for none."""
        self.clear()
        if empty is not None:
            self.addItem(empty, "")
        for code, text in choices.items():
            self.addItem(text, code)
        self.updateGeometry()

    def load(self, value: object) -> None:
        code = str(value or "")
        if code and self.findData(code) < 0:
            self.addItem(code, code)
        self.setCurrentIndex(max(0, self.findData(code)) if self.count() else -1)

    @property
    def whole_width(self) -> int:
        """Pixels in which every choice is read whole."""
        metrics = self.fontMetrics()
        return max((metrics.horizontalAdvance(self.itemText(at)) for at in range(self.count())), default=0) + _ARROW

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.whole_width, _WIDEST), super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """As Qt, but words that have no room end in … and stand in the tip; a figure is whole or not there."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()
        whole = self.currentText()
        shown = elided(whole, self.fontMetrics(), room) if self.fontMetrics().horizontalAdvance(whole) > room else whole
        option.currentText = shown  # type: ignore[attr-defined]
        if shown != whole and not self.toolTip():
            self.setToolTip(whole)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def raw(self) -> object:
        return self.currentData() or ""

    def draft(self) -> object:
        return self.currentData() or ""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class DecisionEdit(ChoiceEdit):
    """A choice that stands for a judgement or a reason: none is preset, and `draft` refuses (required_field) until one was made.

    ``asked``: whether one is needed as things stand.
    """

    def __init__(self, choices: Mapping[str, str]) -> None:
        super().__init__(choices)
        self.asked = True

    def offer(self, choices: Mapping[str, str], *, empty: str | None = None) -> None:
        super().offer(choices, empty=self.tr("Choose…"))

    def draft(self) -> object:
        if self.asked and not self.raw():
            raise Refused(Finding("required_field"))
        return self.raw()


class YesNoEdit(DecisionEdit):
    """Yes or no, neither of them preset: a bool, or None while nobody said."""

    def __init__(self, yes: str, no: str) -> None:
        super().__init__({"yes": yes, "no": no})

    def load(self, value: object) -> None:
        super().load({True: "yes", False: "no"}[value] if isinstance(value, bool) else value)

    def draft(self) -> object:
        return super().draft() == "yes"


class CheckEdit(QCheckBox):
    """Yes or no; a letter of Alt that stands in brackets behind the words is told in the tip, as of a button."""

    edited = Signal()

    def __init__(self, text: str) -> None:
        shown, letter = parted(text)
        super().__init__(shown)
        if letter:
            self.setShortcut(QKeySequence(f"Alt+{letter}"))
            self.setToolTip(f"Alt+{letter}")
        self.clicked.connect(lambda: self.edited.emit())

    def load(self, value: object) -> None:
        self.setChecked(bool(value))

    def raw(self) -> object:
        return self.isChecked()

    def draft(self) -> object:
        return self.isChecked()
