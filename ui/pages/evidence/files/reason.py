"""Why an entry is proposed for a file, or what is to be chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ui.context import UiContext
from workstation.evidence.checklist import ChecklistLine
from workstation.evidence.proposal import Proposal

_TWO_LINES = 40


class Reason(QLabel):
    """Two lines are kept for it, so that nothing moves from one file to the next."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setMinimumHeight(_TWO_LINES)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)

    def show_reading(self) -> None:
        """The file is still being read."""
        self.setText(self.tr("Reading the file…"))

    def show_entry(self, title: str, *, withdrawn: bool) -> None:
        """The file has an entry."""
        text = self.tr("Removed from {title}.") if withdrawn else self.tr("Assigned to {title}.")
        self.setText(text.format(title=title))

    def show_proposal(self, found: Proposal, code: str, lines: Sequence[ChecklistLine]) -> None:
        """What speaks for which entry. ``code``: the one that is proposed, empty for none."""
        words = self._context.words
        titles = {one.requirement.code: words.titled(one.requirement.title, one.requirement.code) for one in lines}
        if found.others:
            text = self.tr("It may be one of these: {others}. Choose the right entry.")
            self.setText("? " + text.format(others=words.listed([titles.get(one, one) for one in found.others])))
        elif not code:
            self.setText("? " + self.tr("Nothing tells what this file proves. Choose an entry (↑ ↓)."))
        else:
            word = self._context.privacy.text(found.word)
            self.setText("→ " + self._why(found).format(title=titles.get(code, code), word=word))

    def _why(self, found: Proposal) -> str:
        match found.told:
            case "name":
                return self.tr("Proposed: {title}. The file name says “{word}”.")
            case "text":
                return self.tr("Proposed: {title}. Its first page is headed “{word}”.")
            case "name_and_text":
                return self.tr("Proposed: {title}. File name and first page say “{word}”.")
            case _:
                return self.tr("Proposed: {title}. This entry was open when the file came.")
