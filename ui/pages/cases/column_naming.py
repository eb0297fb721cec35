"""What the columns of a portfolio hold, each named by a person from its heading and its first cells."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ui.context import UiContext
from ui.edits.own_button import own
from ui.widgets.editors import ChoiceEdit, TextEdit
from ui.widgets.field import Field, caption
from ui.widgets.known.known_bank import KnownBank
from ui.widgets.parts import Card, Elided, button, column, label, name_field
from ui.widgets.room.flow import flow, shared
from ui.widgets.room.page_area import PageArea
from workstation.errors import Finding
from workstation.profile.known_banks import bank_offer
from workstation.profile.portfolio.named_layout import ListHeading, NamedField, naming_findings, offered_fields

_CURRENCIES: Final = ("CNY", "TWD", "HKD", "USD", "EUR", "GBP", "JPY")


class ColumnNaming(Card):
    """``asked`` tells that the list is to be read with what is named here; ``closed`` leads back without."""

    asked = Signal()
    closed = Signal()

    def __init__(self, context: UiContext, used: Callable[[], Sequence[str]]) -> None:
        """``used``: the names by which the desk calls banks."""
        super().__init__(gap=8)
        self._context, self._used = context, used
        self._headings: tuple[ListHeading, ...] = ()
        self.choices: dict[str, ChoiceEdit] = {}
        self._samples: list[tuple[Elided, tuple[str, ...]]] = []
        self.heading = Field("heading", self.tr("Heading of the list"), ChoiceEdit({}, empty=None))
        self.bank = Field("bank", self.tr("Bank of all rows"), TextEdit(self.tr("Full name, as on papers")))
        self.currency = Field(
            "currency", self.tr("Currency of all rows"), ChoiceEdit({one: one for one in _CURRENCIES}, empty=None)
        )
        self.known = KnownBank(context)
        self.known.taken.connect(self._on_bank_taken)
        self.bank.edited.connect(self._show_known)
        self.note = label("", "finding", wrap=True)
        self.read_button = button(self.tr("Read the list with these columns"), "primary", self.read)
        own(self.read_button, self)
        back = button(self.tr("Back"), on_click=self.closed.emit)
        self.lines = QGridLayout()
        self.lines.setHorizontalSpacing(12)
        self.lines.setVerticalSpacing(6)
        self.lines.setColumnStretch(0, 2)
        self.lines.setColumnStretch(1, 3)
        self.lines.setColumnStretch(2, 2)
        held = QWidget()
        held.setLayout(column(self.lines, -1))
        hint = self.tr(
            "Say of each column what it holds; proposals come from the names that banks use. What is not named is left aside."
            " The next list of this bank with this heading is read the same way."
        )
        head = flow(caption(self.tr("Columns of the list")), -1, back, self.read_button, gap=8)
        self.all_rows = shared(self.heading, self.bank, self.currency)
        self.body.addLayout(head)
        self.body.addWidget(label(hint, "hint", wrap=True))
        self.body.addLayout(self.all_rows)
        self.body.addWidget(self.known)
        self.body.addWidget(self.note)
        self.body.addWidget(PageArea(held), 1)
        self.heading.edited.connect(self._on_heading_chosen)
        context.privacy.changed.connect(self._on_privacy_changed)
        self.hide()

    def load(self, headings: Sequence[ListHeading], named: Sequence[NamedField] = (), *, lacking: bool = False) -> None:
        """Show the rows that may head a list; ``named``: what was said of it, or remembered; ``lacking``: say what is missing."""
        self._headings = tuple(headings)
        titles = {one.title for one in named if not one.constant}
        at = next((at for at, one in enumerate(self._headings) if titles <= set(one.titles)), 0)
        offered = {str(number): "  ".join(filter(None, one.header)) for number, one in enumerate(self._headings)}
        self.heading.editor.offer({key: self._context.privacy.text(text) for key, text in offered.items()})
        self.heading.editor.load(str(at))
        self.heading.setVisible(len(self._headings) > 1)
        said = {one.field: one.title for one in named if one.constant}
        self.bank.editor.load(said.get("bank", ""))
        self.currency.editor.load(said.get("currency", _CURRENCIES[0]))
        self._show_lines({one.title: one.field for one in named if not one.constant})
        self._tell(naming_findings(self.named) if lacking else ())

    def _show_lines(self, said: Mapping[str, str]) -> None:
        while (item := self.lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.choices, self._samples = {}, []
        if not self._headings:
            return
        heading = self._headings[int(str(self.heading.editor.raw() or "0"))]
        fields = {name: self._context.words.label("portfolio_field", name) for name in offered_fields()}
        for at, (title, samples, guess) in enumerate(zip(heading.titles, heading.samples, heading.fields, strict=True)):
            choice = ChoiceEdit(fields, empty=self.tr("left aside"))
            choice.load(said.get(title, "") if said else guess)
            told = self._context.privacy.text(title)  # a row of people may be taken for a heading
            choice.setAccessibleName(self.tr("“{column}” holds").format(column=told))
            choice.edited.connect(self._on_edited)
            shown = Elided("", "quiet")
            name = QLabel(told)
            name.setWordWrap(True)
            name_field(name, choice)
            self.choices[title] = choice
            self._samples.append((shown, samples))
            for side, part in enumerate((name, shown, choice)):
                self.lines.addWidget(part, at, side)
        self._show_samples()
        self._on_edited()

    def _show_samples(self) -> None:
        for shown, samples in self._samples:
            cells = self._context.words.listed(map(self._context.privacy.text, samples))
            shown.set_text(cells or self.tr("(nothing stands in it)"))

    @property
    def named(self) -> tuple[NamedField, ...]:
        """What every column was said to hold, and what holds for all rows where no column says it."""
        columns = tuple(NamedField(str(choice.raw()), title) for title, choice in self.choices.items())
        held = {one.field for one in columns}
        constants = {"bank": str(self.bank.editor.raw()), "currency": str(self.currency.editor.raw())}
        return columns + tuple(
            NamedField(field, said, constant=True) for field, said in constants.items() if said and field not in held
        )

    def read(self) -> None:
        """Ask for the list to be read so; what lacks is said, and the cursor stands where it may be said."""
        found = naming_findings(self.named)
        if found:
            self._tell(found)
            self.focus(found[0].subject)
            return
        self.asked.emit()

    def focus(self, field: str = "") -> None:
        """Put the cursor on a column that is named twice, else on the first that nobody named yet."""
        twice = [one for one in self.choices.values() if field and one.raw() == field]
        wanted = twice[-1] if twice else next((one for one in self.choices.values() if not one.raw()), None)
        if field == "bank" and not twice:
            self.bank.editor.setFocus()
        else:
            (wanted or self.read_button).setFocus()

    def _tell(self, found: Sequence[Finding]) -> None:
        self.note.setText(" ".join("✕ " + self._context.words.finding(one) for one in found[:4]))
        self.note.setVisible(bool(found))

    def _on_edited(self) -> None:
        held = {str(choice.raw()) for choice in self.choices.values()}
        self.bank.setVisible("bank" not in held)
        self.currency.setVisible("currency" not in held)
        self._show_known()
        if not self.note.isHidden():
            self._tell(naming_findings(self.named))

    def _show_known(self) -> None:
        """Offer the full name of the bank of all rows, where it is asked for and a short one stands there."""
        typed = "" if self.bank.isHidden() else str(self.bank.editor.raw())
        self.known.show_known(bank_offer(typed, "", self._used()), ())

    def _on_bank_taken(self, name: str) -> None:
        self.bank.editor.setFocus()
        self.bank.editor.setText(name)
        self.bank.editor.edited.emit()

    def _on_heading_chosen(self) -> None:
        self._show_lines({})

    def _on_privacy_changed(self, _hidden: bool) -> None:
        said = self.named
        if self._headings:
            self.load(self._headings, said)
