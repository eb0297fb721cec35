"""Words of a direction column that nothing proves: each asked once, in or out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.editors import ChoiceEdit
from ui.widgets.field import Field
from ui.widgets.parts import column
from workstation.evidence.statements.directions import Way


class DirectionWords(QWidget):
    """A choice for each word that was asked so far; ``edited`` tells of an answer."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("plain")
        self.fields: dict[str, Field] = {}
        self._body = column(gap=6)
        self.setLayout(self._body)

    def load(self, directions: Mapping[str, Way]) -> None:
        """Begin with what is known of a layout."""
        for field in self.fields.values():
            self._body.removeWidget(field)
            field.deleteLater()
        self.fields = {}
        self.ask(directions)
        for word, way in directions.items():
            self.fields[word].editor.load(way)

    def ask(self, words: Iterable[str]) -> None:
        """Ask what a word means; one that was asked stays as it is."""
        ways = {"in": self.tr("In (income)"), "out": self.tr("Out (spending)")}
        for word in words:
            if word not in self.fields:
                name = self.tr("“{word}” means").format(word=word or self.tr("(empty)"))
                made = self.fields[word] = Field("way", name, ChoiceEdit(ways, empty="—"))
                made.edited.connect(self.edited)
                self._body.addWidget(made)

    @property
    def directions(self) -> dict[str, Way]:
        """What was answered: word → in or out."""
        said = {word: field.editor.raw() for word, field in self.fields.items()}
        return {word: "in" if way == "in" else "out" for word, way in said.items() if way}
