"""Beside the proof: what was read off it, the checks made on it, and the supervisor's waiver."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.look.wording import day
from ui.pages.evidence.item.checks import ChecksForm
from ui.pages.evidence.item.facts import FactsForm
from ui.pages.evidence.item.waiver import WaiverForm
from ui.pages.evidence.remarks import short_named
from ui.widgets.parts import Card, button, column, label
from ui.widgets.room.flow import flow
from ui.widgets.room.page_stack import PageStack
from ui.widgets.scrolled import follow_focus
from workstation.evidence.freshness import dated_on, stale_on
from workstation.wording import filled

if TYPE_CHECKING:
    from workstation.casework.case_file import CaseFile
    from workstation.evidence.checklist import ChecklistLine
    from workstation.evidence.verification import EvidenceItem


_FINDINGS_HEIGHT = 56  # three lines; more are scrolled to, so that the form above never shrinks

_LEAST, _MOST = 312, 344


class ItemPanel(Card):
    """Three small sheets behind three buttons; facts are saved before a check may rest on them."""

    edited = Signal()

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(gap=8)
        self._context = context
        self.setMinimumWidth(_LEAST)
        self.setMaximumWidth(_MOST)
        self.facts = FactsForm(session, context)
        self.checks = ChecksForm(session, context)
        self.waiver = WaiverForm(session, context)
        self.sheets: dict[str, FactsForm | ChecksForm | WaiverForm] = {
            "facts": self.facts,
            "checks": self.checks,
            "waiver": self.waiver,
        }
        names = {"facts": self.tr("De&tails"), "checks": self.tr("Chec&k"), "waiver": self.tr("&Waive")}
        self.switches = {name: self._switch(name, text) for name, text in names.items()}
        self._stack = PageStack()
        for sheet in self.sheets.values():
            self._stack.addWidget(sheet)
            sheet.edited.connect(self.edited)
        self.findings = label("", "advice", wrap=True)
        self.findings.setAlignment(Qt.AlignmentFlag.AlignTop)
        field_ref = QScrollArea()
        self.fresh = label("", "hint", wrap=True)
        said = QWidget()
        said.setObjectName("plain")
        said.setLayout(column(self.fresh, self.findings, -1, gap=2))
        field_ref.setWidget(said)
        follow_focus(field_ref)
        field_ref.setWidgetResizable(True)
        field_ref.setFixedHeight(_FINDINGS_HEIGHT)
        field_ref.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        field_ref.setAccessibleName(self.tr("Notes on this document"))
        self.body.addLayout(flow(*self.switches.values(), gap=8))
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(field_ref)
        self.facts.saved.connect(self.start_check)
        self.show_sheet("facts")

    def sizeHint(self) -> QSize:
        """As wide as it may be; where the window is narrow it gives way."""
        return QSize(_MOST, super().sizeHint().height())

    def _switch(self, name: str, text: str) -> QPushButton:
        made = button(text, "segment", lambda: self.show_sheet(name))
        made.setCheckable(True)
        return made

    def show_sheet(self, name: str) -> None:
        """Turn to a sheet; facts typed so far are saved when the checks are opened, or wait as a draft."""
        if name == "checks":
            self.keep_facts()
        self._stack.setCurrentWidget(self.sheets[name])
        for other, switch in self.switches.items():
            switch.setChecked(other == name)

    def load(self, file: CaseFile, line: ChecklistLine | None, item: EvidenceItem | None) -> None:
        """Show one item of an entry."""
        self.facts.load(file, line, item)
        self.checks.load(file, line, item)
        self.waiver.load(file, line.requirement.code if line else "")
        self.fresh.setText(self._fresh_words(line, item))
        self.fresh.setVisible(bool(self.fresh.text()))
        found = line.findings if line is not None else ()
        self.findings.setText("\n".join("△ " + self._context.words.finding(short_named(finding)) for finding in found))
        self.findings.setToolTip("\n".join(self._context.words.finding(finding) for finding in found))

    def _fresh_words(self, line: ChecklistLine | None, item: EvidenceItem | None) -> str:
        """The day on which this very proof goes stale, and from which day it counts."""
        if line is None or item is None:
            return ""
        gone, dated = stale_on(line.requirement, (item,)), dated_on(line.requirement, item)
        if gone is None or dated is None:
            return ""
        text = self.tr("Expires on {day}: valid for {count} {count|day|days} from {dated}.")
        return filled(text, {"day": day(gone), "count": line.requirement.freshness_days, "dated": day(dated)})

    def start_facts(self) -> None:
        """A file has just come in: read its facts off it."""
        self.show_sheet("facts")
        if not self.facts.focus_next():
            self.facts.form.focus("item.issuer")

    def start_check(self) -> None:
        """The facts are saved: on to the check, whose result a person chooses."""
        self.show_sheet("checks")
        self.checks.form.focus("verification.result")

    @property
    def modified(self) -> bool:
        """Whether facts, a check or a waiver were started."""
        return any(sheet.modified for sheet in self.sheets.values())

    def save(self) -> bool:
        """Save the facts; checks and waivers wait for their own buttons. False when a fact cannot be read."""
        if self.facts.modified and not self.facts.save():
            self.show_sheet("facts")
            return False
        return True

    def keep_facts(self) -> None:
        """Save the facts typed so far; what cannot be read waits as a draft and keeps nobody here."""
        if self.facts.modified:
            self.facts.save()

    def focus_field(self, field_ref: str) -> bool:
        """Lead to a place of one of the sheets."""
        for name, sheet in self.sheets.items():
            if sheet.form.field_of(field_ref) is not None:
                self.show_sheet(name)
                return sheet.form.focus(field_ref)
        return False

    def primary(self) -> QPushButton:
        """The button of the sheet that is open."""
        return next(sheet.button for sheet in self.sheets.values() if sheet is self._stack.currentWidget())
