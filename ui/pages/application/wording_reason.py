"""Why the wording of a letter stays: a reason, given by a supervisor for severe words; shown here and never on the letter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.edits.own_button import own
from ui.look.wording import moment
from ui.pages.application.display import PaperDisplay
from ui.vouching import VouchingSheet, ask_supervisor, needs_supervisor
from ui.widgets.editors import TextEdit
from ui.widgets.parts import button, column, label, row
from workstation.actions.papers.letter_wording import waive_wording
from workstation.casework.letter_wording import LETTER, standing_waiver
from workstation.errors import Finding, Refused

if TYPE_CHECKING:
    from workstation.casework.case_file import CaseFile


class WordingReason(QWidget):
    """Seen while a letter is chosen that its wording keeps from being written, or whose wording a reason lets pass."""

    def __init__(self, session: DeskSession, context: UiContext, display: PaperDisplay) -> None:
        super().__init__()
        self._session, self._context = session, context
        self._file: CaseFile | None = None
        self._bank = self._kind = ""
        self.sheet: VouchingSheet | None = None
        self.told = label("", "quiet", wrap=True)
        self.reason = TextEdit(self.tr("Why these words stay"), secret=True)
        self.reason.setAccessibleName(self.tr("Why these words stay"))
        self.reason.returnPressed.connect(self.record)
        self._journal = session.drafts.of_editors("application/wording", {"reason": self.reason})
        self.button = button(self.tr("Allow &wording"), on_click=self.record)
        own(self.button, self)
        self._line = QWidget()
        line = row(self.reason, self.button, gap=8)
        line.setStretch(0, 1)
        line.setContentsMargins(0, 0, 0, 0)
        self._line.setLayout(line)
        self.setLayout(column(self.told, self._line, gap=4))
        self.setVisible(False)
        display.wanted.connect(lambda wanted: self.load(wanted.file, wanted.bank, wanted.kind))
        display.refused.connect(self.show_refusal)

    def load(self, file: CaseFile, bank: str, kind: str) -> None:
        """Another paper was chosen, or something changed about it."""
        if self._journal.about(file.case.id, bank):
            self.reason.load("")
            self._journal.loaded()
        self._file, self._bank, self._kind = file, bank, kind
        waiver = standing_waiver(file, bank) if kind == LETTER else None
        if waiver is not None:
            text = self.tr("Wording allowed by {name}, {at}: {reason} (not printed)")
            why = self._context.privacy.text(waiver.reason)
            self.told.setText(text.format(name=waiver.by, at=moment(waiver.at, file.zone), reason=why))
        self._line.setVisible(False)
        self.setVisible(waiver is not None)

    def show_refusal(self, findings: Sequence[Finding]) -> None:
        """The paper was refused: ask for the reason if its wording is why."""
        against = [one for one in findings if one.code.startswith("wording_")]
        if self._kind != LETTER or not against:
            return
        severe = self.tr("The letter needs other words, or a supervisor's reason, which is kept here and not printed.")
        unwise = self.tr("The letter needs other words, or your reason, which is kept here and not printed.")
        self.told.setText(severe if any(one.code == "wording_severe" for one in against) else unwise)
        self._line.setVisible(True)
        self.setVisible(True)

    def record(self) -> None:
        """Record the reason; a supervisor of this desk is asked to confirm where the person signed in is none."""
        if self._file is None:
            return
        try:
            self._session.run(waive_wording, self._file.case.id, self._bank, self.reason.text())
        except Refused as refused:
            if needs_supervisor(refused):
                self.sheet = ask_supervisor(self, self._session, self._context, lambda _vouched: self.record())
                return
            self.told.setText("✕ " + self._context.words.finding(refused.findings[0]))
            self.reason.setFocus()
            return
        self.reason.load("")
        self._journal.settled()
