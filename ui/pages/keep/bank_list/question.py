"""What is asked about one row of a bank's list: whether it is taken, and whose it is. Every answer has its key."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from ui.context import UiContext
from ui.look.wording import amount, day
from ui.pages.keep.bank_list.lines import ListLine
from ui.typed_signal import TypedSignal, signal
from ui.widgets.editors import ChoiceEdit
from ui.widgets.field import Field
from ui.widgets.parts import button, column, in_role, label, row


class ListQuestion(QFrame):
    """``taken`` carries the answer of the shown row, ``account_chosen`` an account's id; ``rest_left`` leaves all that is open."""

    taken: TypedSignal[bool] = signal(1)
    account_chosen: TypedSignal[str] = signal(1)
    rest_left = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        in_role(self, "card")
        self._context = context
        self.line: ListLine | None = None
        self.title = label("", "section")
        self.words = label("", "advice", wrap=True)
        self.account = ChoiceEdit({}, empty=None)
        self.field = Field("account", self.tr("Belongs to &account"), self.account)
        self.field.edited.connect(lambda: self.account_chosen.emit(str(self.account.raw())))
        self.take_button = button(self.tr("&Take it"), on_click=lambda: self.taken.emit(True))
        self.leave_button = button(self.tr("&Leave it out"), on_click=lambda: self.taken.emit(False))
        self.rest_button = button(self.tr("L&eave all the rest"), "link", self.rest_left.emit)
        answers = row(self.field, self.take_button, self.leave_button, -1, self.rest_button, gap=8)
        for made in (self.take_button, self.leave_button, self.rest_button):
            answers.setAlignment(made, Qt.AlignmentFlag.AlignBottom)
        answers.setStretch(0, 1)
        self.setLayout(column(self.title, self.words, answers, gap=6, margins=12))

    def show_line(self, line: ListLine | None, waiting: int) -> None:
        """Show a row, and how many questions are open; nothing is asked of a row that is ready or not understood."""
        self.line = line
        self.rest_button.setVisible(waiting > 0)
        for made in (self.take_button, self.leave_button):
            made.setVisible(line is not None and line.asked)
        self.take_button.setEnabled(line is not None and line.account is not None)
        self._offer(line)
        self.title.setText(self._title(line, waiting))
        words = self._context.words
        self.words.setText(" ".join(words.finding(one) for one in line.findings) if line else "")
        self.words.setVisible(bool(self.words.text()))

    def _title(self, line: ListLine | None, waiting: int) -> str:
        asked = self.tr("Waiting for an answer: {count}").format(count=waiting) if waiting else ""
        if line is None:
            return asked
        facts = (day(line.on) if line.on else "", amount(line.amount) if line.amount else "")
        told = self.tr("Row {row}").format(row=line.row)
        return "   ".join(filter(None, (told, *facts, asked)))

    def _offer(self, line: ListLine | None) -> None:
        candidates = line.candidates if line else ()
        self.field.setVisible(bool(candidates))
        shown = self._context.privacy.text
        self.account.offer(
            {one.account.id: f"{one.account.bank} ····{shown(one.account.tail)}" for one in candidates},
            empty=self.tr("not clear yet"),
        )
        self.account.load(line.account.id if line and line.account else "")

    def focus(self) -> None:
        """Put the cursor on the first answer."""
        if self.field.isVisible() and not self.take_button.isEnabled():
            self.account.setFocus()
        elif self.take_button.isVisible():
            self.take_button.setFocus()
