"""What the columns of a bank's list mean, each named by a person from its title and its first cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.context import UiContext
from ui.widgets.editors import ChoiceEdit
from ui.widgets.field import Field
from ui.widgets.parts import label

if TYPE_CHECKING:
    from workstation.promise.bank_list import ColumnSample

_ACROSS = 4


class ListColumns(QWidget):
    """One choice for each field of the list; ``edited`` tells that `columns` changed."""

    edited = Signal()

    def __init__(self, context: UiContext, fields: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName("plain")
        self._context = context
        self.fields: dict[str, Field] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for place, name in enumerate(fields):
            made = self.fields[name] = Field(name, context.words.label("list_field", name), ChoiceEdit({}, empty="—"))
            made.edited.connect(self.edited)
            grid.addWidget(made, place // _ACROSS, place % _ACROSS)
        self.samples = label("", "quiet", wrap=True)
        grid.addWidget(self.samples, len(fields) // _ACROSS + 1, 0, 1, _ACROSS)
        for place in range(_ACROSS):
            grid.setColumnStretch(place, 1)

    def offer(self, samples: Sequence[ColumnSample], columns: Mapping[str, str]) -> None:
        """Offer the columns of a file with their first cells; ``columns``: field → title as it was read."""
        self.samples.setText("   ·   ".join(map(self._shown, samples)))
        offered = {one.title: self._shown(one) for one in samples}
        for name, field in self.fields.items():
            title = columns.get(name, "")
            field.editor.offer({**offered, **({title: title} if title and title not in offered else {})}, empty="—")
            field.editor.load(title)

    def focus(self) -> bool:
        """Put the cursor on the first column that nobody named yet; False where all are."""
        wanted = next((field for field in self.fields.values() if not field.editor.raw()), None)
        if wanted is not None:
            wanted.editor.setFocus()
        return wanted is not None

    def _shown(self, one: ColumnSample) -> str:
        cells = self._context.words.listed(map(self._context.privacy.text, one.samples))
        return f"{one.title}: {cells}" if cells else one.title

    @property
    def columns(self) -> dict[str, str]:
        """Field → title, empty where the list has none."""
        return {name: str(field.editor.raw()) for name, field in self.fields.items()}
