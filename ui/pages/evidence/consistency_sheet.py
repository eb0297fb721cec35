"""Whether one person tells one story: what is stated differently in two places, each entry a link to where it is corrected.

A contradiction blocks final packets until it is corrected or a supervisor has said why it is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.pages.evidence.item.waiver import WaiverForm
from ui.typed_signal import TypedSignal, signal
from ui.widgets.parts import Card, ElidedButton, button, clear, column, icon_button, label, row
from ui.widgets.scrolled import follow_focus
from workstation.actions.evidence import items
from workstation.casework.contradictions import contradiction_findings, unexplained_findings
from workstation.errors import Finding
from workstation.evidence.consistency import explained_as, explains
from workstation.field_ref import FieldRef

if TYPE_CHECKING:
    from workstation.casework.case_file import CaseFile

_FIELD_OF_FACT = {
    "income": FieldRef.CASE_BUDGET, "spending": FieldRef.CASE_BUDGET, "children": FieldRef.DEBTOR_CHILDREN,
    "dependants": FieldRef.DEBTOR_OTHER_DEPENDANTS, "marital": FieldRef.DEBTOR_MARITAL, "housing": FieldRef.DEBTOR_HOUSING,
    "employer": FieldRef.DEBTOR_EMPLOYER, "reason": FieldRef.CASE_REASON, "hardship_from": FieldRef.CASE_REASON_FROM,
    "hardship_to": FieldRef.CASE_REASON_TO,
}  # fmt: skip


class ConsistencySheet(QWidget):
    """``field_requested`` carries the field of the entry that was clicked; ``closed`` asks to go back."""

    field_requested: TypedSignal[str] = signal(1)
    closed = Signal()

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._file: CaseFile | None = None
        self._advice: tuple[Finding, ...] = ()
        self._questioned: Finding | None = None
        self.links: list[QPushButton] = []
        self.explaining: list[QPushButton] = []
        back = icon_button(context.theme, "back", self.tr("Back to evidence (Esc)"), self.closed.emit)
        head = row(back, label(self.tr("Cross-check"), "section"), -1, gap=10)
        holder = QWidget()
        holder.setObjectName("plain")
        self._list = column(gap=4)
        holder.setLayout(self._list)
        area = QScrollArea()
        area.setWidget(holder)
        follow_focus(area)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        words = self.tr(
            "Compares this case with other cases of the same person, with packets submitted to banks, and "
            "with statements. An item marked ✕ blocks final packets until it is corrected or a supervisor has"
            " explained it."
        )
        self.answer = WaiverForm(session, context, items.explain)
        self._sentence = label("", "finding", wrap=True)
        self.card = Card(self._sentence, self.answer, gap=8)
        self.card.setFixedWidth(344)
        self.card.hide()
        body = row(Card(label(words, "quiet", wrap=True), area), self.card)
        body.setStretch(0, 1)
        self.setLayout(column(head, body, gap=8))

    def load(self, file: CaseFile, advice: Sequence[Finding]) -> None:
        """Show contradictions first, then what the statements say against the case."""
        self._show(file, advice)
        if self.links and self._questioned is None:
            self.links[0].setFocus()

    def cover(self) -> None:
        """Say again what tells of a person."""
        if self._file is not None:
            self._show(self._file, self._advice)

    def _show(self, file: CaseFile, advice: Sequence[Finding]) -> None:
        self._file, self._advice = file, tuple(advice)
        if self._questioned not in unexplained_findings(file):
            self._questioned = None
            self.card.hide()
        if self._questioned is not None:
            self._sentence.setText(self._context.words.finding(self._questioned))
        clear(self._list)
        self.links, self.explaining = [], []
        for finding in contradiction_findings(file):
            self._add_contradiction(file, finding)
        for finding in advice:
            self._list.addWidget(self._link(finding, "△ "))
        if not self.links:
            self._list.addWidget(label("✓ " + self.tr("No contradictions found."), "good"))
        self._list.addStretch()

    def explain(self, finding: Finding) -> None:
        """Have a supervisor say why a contradiction is none."""
        if self._file is not None:
            self._questioned = finding
            self._sentence.setText(self._context.words.finding(finding))
            self.answer.load(self._file, explained_as(finding))
            self.card.show()
            self.answer.form.focus(FieldRef.WAIVER_REASON)

    def _add_contradiction(self, file: CaseFile, finding: Finding) -> None:
        answers = [one for one in file.waivers if explains(one.requirement, finding)]
        link = self._link(finding, "✓ " if answers else "✕ ")
        if answers:
            said = label(
                self._context.words.attributed(answers[-1].by, self._context.privacy.text(answers[-1].reason)),
                "quiet",
                wrap=True,
            )
            self._list.addLayout(column(link, said, gap=0))
            return
        asking = button(self.tr("Explain…"), "small", lambda: self.explain(finding))
        asking.setToolTip(self.tr("A supervisor explains why both are correct"))
        self.explaining.append(asking)
        line = row(link, asking, gap=8)
        line.setStretch(0, 1)
        self._list.addLayout(line)

    def _link(self, finding: Finding, sign: str) -> QPushButton:
        sentence = self._context.words.finding(finding)
        fact = finding.subject.removeprefix("consistency.")
        field_ref = _FIELD_OF_FACT.get(fact, finding.subject)
        made = ElidedButton(sign + sentence, "row", lambda: self.field_requested.emit(field_ref))
        self.links.append(made)
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
