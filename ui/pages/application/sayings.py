"""What a person says of the chosen paper: clauses of an agreement, fields that clerks ask, the elements of an answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.drafts.group import DraftGroup
from ui.edits.own_button import own
from ui.look.wording import NONE
from ui.page import CasePage
from ui.pages.application.card_corners import PaperStage
from ui.pages.application.display import PaperDisplay
from ui.widgets.editors import ChoiceEdit, TextEdit
from ui.widgets.field import Field
from ui.widgets.parts import button, column, label, row
from ui.widgets.scrolled import Scrolled
from workstation.actions.papers.entries import save_entries
from workstation.casework.case_file import CaseFile
from workstation.casework.printed import PACKET
from workstation.casework.said.card_sides import card_sides
from workstation.casework.said.fields import APPLICATION, ID_COPY, PaperField, paper_fields
from workstation.errors import Refused

_HEIGHT = 132
"""Pixels: two fields are seen whole, and the rest is scrolled."""


class PaperSayings(QWidget):
    """Seen while a paper is chosen of which something may be said; the packet's are those of its application.

    The fields open when asked for, or when something half typed comes back: the list of papers needs the room.
    """

    def __init__(self, page: CasePage, display: PaperDisplay, stage: PaperStage) -> None:
        super().__init__()
        self._stage = stage
        self._session, self._context = page.session, page.context
        self._file: CaseFile | None = None
        self._key = ("", "", "")
        self.fields: dict[str, Field] = {}
        self._asked: dict[str, PaperField] = {}
        self._journal: DraftGroup | None = None
        self.note = label("", "finding", wrap=True)
        self.open_button = button("", "small", lambda: self._show_open(self.open_button.isChecked()))
        self.open_button.setCheckable(True)
        self.save_button = button(self.tr("Keep what is said"), "small", self.save)
        own(self.save_button, self, saves=True)
        self.corners_button = button(self.tr("Place &corners"), "small", self.place_corners)
        self._area: Scrolled | None = None
        self._holder = QVBoxLayout()
        buttons = row(self.open_button, self.corners_button, -1, self.save_button)
        self.setLayout(column(self._holder, self.note, buttons, gap=4))
        self.note.hide()
        self.setVisible(False)
        display.wanted.connect(lambda wanted: self.load(wanted.file, wanted.bank, wanted.kind))
        self._context.privacy.changed.connect(self._cover)
        stage.corners.placed.connect(self._on_placed)

    def load(self, file: CaseFile, bank: str, kind: str) -> None:
        """Another paper was chosen, or something changed about it; what is half typed for the same one stays."""
        paper = APPLICATION if kind == PACKET else kind
        fields = paper_fields(file, paper, bank, self._context.words.language) if bank in file.banks else ()
        key, before = (file.case.id, bank, paper), self._key
        self._file, self._key = file, key
        self.setVisible(bool(fields))
        self.corners_button.setVisible(paper == ID_COPY)
        if key != before:
            self._stage.close_corners()
        if key == before and list(self.fields) == [one.key for one in fields]:
            if self._journal is not None and not self._journal.modified:
                self._put()
            return
        self._make(fields)

    def _make(self, fields: Sequence[PaperField]) -> None:
        """Editors for these fields in place of those before, whose typing is written first."""
        self._session.drafts.flush()
        while (held := self._holder.takeAt(0)) is not None:
            if (widget := held.widget()) is not None:
                widget.hide()  # deleted when the event loop comes to it
                widget.deleteLater()
        self._asked = {one.key: one for one in fields}
        self.fields = {one.key: Field(one.key, one.title, self._editor(one)) for one in fields}
        self._journal = self._area = None
        if not fields:
            return
        area = self._area = Scrolled(column(*self.fields.values(), gap=6))
        area.setFixedHeight(_HEIGHT)
        self._holder.addWidget(area)
        editors: dict[str, Any] = {key: one.editor for key, one in self.fields.items()}
        case_id, bank, paper = self._key
        self._journal = self._session.drafts.of_editors(f"application/said/{paper}", editors)
        self._journal.about(case_id, bank)
        self._put()
        self._cover(self._context.privacy.hidden)
        self._show_open(self._journal.modified)

    def _show_open(self, wanted: bool) -> None:
        """The fields, or the list of papers in their room; a button says how many of them are filled."""
        self.open_button.setChecked(wanted)
        self.save_button.setVisible(wanted)
        if self._area is not None:
            self._area.setVisible(wanted)
            if wanted:
                next(iter(self.fields.values())).editor.setFocus()

    def _editor(self, one: PaperField) -> Any:
        if not one.choices:
            return TextEdit(secret=True, free=True)
        made = ChoiceEdit({}, empty=None)
        self._offer(made, one)
        return made

    def _offer(self, editor: ChoiceEdit, one: PaperField) -> None:
        """Its choices as they may be shown now, with what is chosen kept."""
        shown = self._context.privacy.text if one.private else str
        usual = shown(one.choices.get(one.default, NONE))
        chosen = editor.raw()
        editor.offer(
            {code: shown(text) for code, text in one.choices.items()},
            empty=self.tr("As usual: {choice}").format(choice=usual) if one.default else NONE,
        )
        editor.load(chosen)

    def _put(self) -> None:
        """What is kept, in the editors."""
        if self._file is None or self._journal is None:
            return
        _, bank, paper = self._key
        said = self._file.said(paper, bank)
        for key, field in self.fields.items():
            field.editor.load(said.get(key, ""))
            field.clear_message()
        filled = sum(1 for key in self.fields if said.get(key))
        self.open_button.setText(self.tr("F&ill in ({filled}/{all})").format(filled=filled, all=len(self.fields)))
        self._journal.loaded()

    def place_corners(self) -> None:
        """Drag the corners of the card in the place of the preview, starting from what is typed."""
        if self._file is not None and not self._context.privacy.hidden:
            typed = {key: str(field.editor.draft()) for key, field in self.fields.items()}
            if sides := tuple(card_sides(self._file, self._key[1], typed)):
                self._stage.open_corners(sides)

    def _on_placed(self, corners: Mapping[str, str]) -> None:
        """Corners that a person placed are confirmed by that, and kept with what else is typed."""
        if self._key[2] == ID_COPY:
            for side, text in corners.items():
                self.fields[f"{side}_corners"].editor.load(text)
            self.fields["confirmed"].editor.load("yes")
            self.save()

    def save(self) -> None:
        """Keep what was said; what the paper does not take is told at its field."""
        case_id, bank, paper = self._key
        values = {key: str(field.editor.draft()) for key, field in self.fields.items()}
        self.note.hide()
        try:
            self._session.run(save_entries, case_id, bank, paper, values)
        except Refused as refused:
            for one in refused.findings:
                told, at = self._context.words.finding(one), self.fields.get(one.subject.removeprefix("entry."))
                if at is not None:
                    at.show_message(told)
                else:
                    self.note.setText("✕ " + told)
                    self.note.show()
            return
        if self._journal is not None:
            self._journal.settled()
            self._put()

    def _cover(self, hidden: bool) -> None:
        if hidden:
            self._stage.close_corners()
        self.corners_button.setEnabled(not hidden)
        for key, field in self.fields.items():
            if isinstance(field.editor, TextEdit):
                field.editor.cover(hidden)
            elif self._asked[key].private:
                self._offer(field.editor, self._asked[key])
