"""In the place of the preview: both sides of the card of identity as the proofs show them, with corners to be dragged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from ui.background import TaskProgress
from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.edits.own_button import own
from ui.typed_signal import TypedSignal, signal
from ui.widgets.busy import BusyBar
from ui.widgets.corners_view import CornersView
from ui.widgets.parts import Card, button, column, label, row
from workstation.actions.evidence.cards import CardOnScreen, cards_source
from workstation.casework.said.card_sides import CardSide
from workstation.casework.said.corners import UNCUT, Corners, written_corners
from workstation.errors import Damaged, Refused


class CardCorners(Card):
    """One side at a time. ``placed`` carries side → corners as a person writes them; ``closed`` asks for the preview again."""

    placed: TypedSignal[Mapping[str, str]] = signal(1)
    closed: TypedSignal[()] = signal(0)

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(gap=8)
        self._session, self._context = session, context
        self._task = TaskProgress(self)
        self._sides: tuple[CardSide, ...] = ()
        self._shown: dict[str, CardOnScreen] = {}
        self._corners: dict[str, Corners] = {}
        self._name = ""
        self.busy, self.view = BusyBar(), CornersView()
        self.view.setAccessibleName(self.tr("Card: drag its four corners"))
        self.switches = {
            "front": self._switch("front", self.tr("Fr&ont")),
            "back": self._switch("back", self.tr("Bac&k")),
        }
        self.advice = label("", "advice", wrap=True)
        self.edges = button(self.tr("&Find edges"), on_click=self.propose)
        self.keep = button(self.tr("&Use these corners"), "primary", self.use)
        own(self.keep, self, saves=True)
        hint = label(
            self.tr("Drag the corners, or 1–4 and the arrows (Shift: further). Esc goes back."), "hint", wrap=True
        )
        head = row(*self.switches.values(), self.busy, -1, gap=8)
        self.body.addLayout(column(head, self.view, hint, self.advice, row(self.edges, -1, self.keep, gap=8), gap=8))
        self.view.changed.connect(self._on_moved)
        session.closed.connect(self.drop)

    def _switch(self, name: str, text: str) -> QPushButton:
        made = button(text, "segment", partial(self.show_side, name))
        made.setCheckable(True)
        return made

    def load(self, sides: Sequence[CardSide]) -> None:
        """Show sides once they are drawn, with the corners that were said, else those that the edges propose."""
        self.drop()
        self._sides = tuple(sides)
        source = self._session.read(cards_source, self._sides)
        self.busy.set_busy(True)
        self._task = TaskProgress(self)
        self._context.background.run(source.build, self._on_drawn, self._on_failed, self._task)

    def drop(self) -> None:
        """Show nothing; what is still being drawn is not shown."""
        self._task.forget()
        self.busy.set_busy(False)
        self._sides, self._shown, self._corners, self._name = (), {}, {}, ""
        self.view.load(None, UNCUT)
        self._tell()

    def _on_drawn(self, drawn: tuple[CardOnScreen | None, ...]) -> None:
        self.busy.set_busy(False)
        for side, card in zip(self._sides, drawn, strict=True):
            if card is not None:
                self._shown[side.name] = card
                self._corners[side.name] = side.corners or card.proposed or UNCUT
        for name, switch in self.switches.items():
            switch.setEnabled(name in self._shown)
        if self._shown:
            self.show_side(next(iter(self._shown)))
            self.view.setFocus()
        self._tell()

    def _on_failed(self, error: Exception) -> None:
        self.busy.set_busy(False)
        if not isinstance(error, Refused | Damaged):
            raise error
        text = self._context.words.finding(error.findings[0]) if isinstance(error, Refused) else str(error)
        self._context.notices.show_message(text)
        self.closed.emit()

    def show_side(self, name: str) -> None:
        """Front or back; what was moved on the other stays."""
        self._name = name
        for other, switch in self.switches.items():
            switch.setChecked(other == name)
        if name in self._shown:
            self.view.load(self._shown[name].picture, self._corners[name])
        self._tell()

    def propose(self) -> None:
        """The corners that the edges of the shown side propose, or those of the picture."""
        if self._name in self._shown:
            self.view.place(self._shown[self._name].proposed or UNCUT)

    def _on_moved(self) -> None:
        if self._name in self._shown and (corners := self.view.corners) is not None:
            self._corners[self._name] = corners
        self._tell()

    def _tell(self) -> None:
        shown = self._name in self._shown
        enclosed = self.view.corners is not None
        self.edges.setEnabled(shown)
        self.keep.setEnabled(shown and enclosed)
        self.advice.setText("" if enclosed else self.tr("The corners must go round clockwise from the upper left."))

    def use(self) -> None:
        """Hand over the corners of every side that was shown."""
        self.placed.emit({name: written_corners(corners) for name, corners in self._corners.items()})
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class PaperStage(QStackedWidget):
    """The preview of the paper, or the corners of a card in its place."""

    def __init__(self, session: DeskSession, context: UiContext, preview: QWidget) -> None:
        super().__init__()
        self.corners = CardCorners(session, context)
        self.addWidget(preview)
        self.addWidget(self.corners)
        self.corners.closed.connect(self.close_corners)

    def open_corners(self, sides: Sequence[CardSide]) -> None:
        """Place the corners of these sides."""
        self.setCurrentWidget(self.corners)
        self.corners.load(sides)

    def close_corners(self) -> None:
        """Back to the paper."""
        self.setCurrentIndex(0)
        self.corners.drop()
