"""The papers of a case as a list: what each is, whether it may leave, and under it what the chosen one still lacks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget

from ui.context import UiContext
from ui.drafts.group import DraftGroup
from ui.drafts.journal import Drafts
from ui.look.icons import icon
from ui.look.wording import moment
from ui.typed_signal import TypedSignal, signal
from ui.value_table import ColumnSpec, Table
from ui.widgets.day_edit import DayEdit
from ui.widgets.editors import ChoiceEdit
from ui.widgets.field import Field
from ui.widgets.parts import ElidedButton, clear, column, label
from ui.widgets.scrolled import follow_focus
from workstation.casework.case_file import CaseFile
from workstation.casework.paper_kinds import PaperKind, kinds_for, paper_state
from workstation.casework.paper_needs import PaperRequest
from workstation.casework.printed import PACKET
from workstation.errors import Finding, Refused

_LINE = 26
_SAID, _LINK, _LINKS = 24, 24, 3  # heights of the sentence and of a link to what is missing; links visible at once
_ASKED = 56  # height kept for what a paper may be told


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One line: the packet (``paper`` None) or a single paper. ``findings`` block it, ``draft_findings`` only watermark it."""

    paper: PaperKind | None
    findings: tuple[Finding, ...]
    draft_findings: tuple[Finding, ...]

    @property
    def kind(self) -> str:
        """Its name in marks and commands."""
        return self.paper.name if self.paper else PACKET


class PaperList(QWidget):
    """``picked`` when another paper, or another day for it, is chosen; ``field_requested`` carries the field of a finding."""

    picked = Signal()
    field_requested: TypedSignal[str] = signal(1)

    def __init__(self, context: UiContext, drafts: Drafts) -> None:
        super().__init__()
        self._context, self._drafts = context, drafts
        self._journal: DraftGroup | None = None
        self.links: list[QPushButton] = []
        self.table: Table[PaperLine] = Table(
            [ColumnSpec(self.tr("Paper"), self.name_of, icon=self._icon), ColumnSpec("", self._state_text, 76)],
            line=_LINE,
            empty=self.tr("The papers that can be written for this case are listed here."),
        )
        self.table.horizontalHeader().hide()
        self.table.setAccessibleName(self.tr("Papers"))
        self.table.picked.connect(self._on_table_picked)
        self.until: Field | None = None
        self.plan = Field("plan", self.tr("Plan version (&W)"), ChoiceEdit({}, empty=None))
        self.plan.setFixedHeight(_ASKED)
        self.plan.hide()
        self.plan.edited.connect(self._on_plan_edited)
        self._choices = column(self.plan, gap=0)
        holder = QWidget()
        holder.setObjectName("plain")
        self._found = column(gap=0)
        holder.setLayout(self._found)
        self.area = QScrollArea()
        self.area.setWidget(holder)
        follow_focus(self.area)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = column(self.table, self._choices, self.area, gap=6)
        body.setStretch(0, 100)  # what lies under it gets its least height, and all the rest once the list is whole
        body.setStretch(2, 1)
        self.setLayout(body)
        self._loading = False
        self._shown: tuple[CaseFile, str, tuple[Finding, ...]] | None = None
        self._day: object = None  # as it stood when the paper was last asked for

    def load(self, file: CaseFile, bank: str, packet: tuple[Finding, ...]) -> None:
        """Show what this desk may write for one bank; ``packet`` is what forbids the bound whole."""
        if self.until is None:
            self._make_day(file)
        self._shown = (file, bank, packet)
        self._offer_plans(file, bank)
        before = self.line.kind if self.line else PACKET
        ours = [kind for kind in kinds_for(file) if not kind.roles or file.settings.role in kind.roles]
        states = [paper_state(file, kind, PaperRequest(bank, self._plan_for(kind))) for kind in ours]
        lines = [
            PaperLine(None, packet, ()),
            *(PaperLine(one.kind, one.findings, one.draft_findings) for one in states),
        ]
        self._show(lines, before)
        if self._journal is not None and self._journal.about(file.case.id):
            self._journal.loaded()

    def _make_day(self, file: CaseFile) -> None:
        self.until = Field(
            "until", self.tr("Dead&line"), DayEdit(self._context.theme, lambda: (self._shown or (file,))[0].today)
        )
        self.until.setFixedHeight(_ASKED)
        self.until.editor.left.connect(self._on_day_left)
        self._choices.addWidget(self.until)
        editor = self.until.editor
        self._journal = self._drafts.group(
            "application/until", editor, lambda: {"until": str(editor.raw() or "")}, self._put_day
        )
        editor.edited.connect(self._journal.note)

    def _put_day(self, state: dict[str, str]) -> None:
        if self.until is not None:
            self.until.editor.setText(state["until"])
            self._on_day_left()

    def _offer_plans(self, file: CaseFile, bank: str) -> None:
        """The versions kept for a bank's accounts, newest first, under the usual: those that are chosen."""
        tails = {account.id: self._context.privacy.text(account.tail) for account in file.filed_with(bank)}
        kept = [one for one in reversed(file.plans) if one.account_id in tails]
        said = self.tr("Version {number} · account {tail} · {when}")
        offered = {
            one.id: said.format(number=one.version, tail=tails[one.account_id], when=moment(one.at, file.zone))
            for one in kept
        }
        before = str(self.plan.editor.raw())
        self.plan.editor.offer(offered, empty=self.tr("As chosen on the plan page"))
        self.plan.editor.load(before if before in offered else "")

    def _plan_for(self, paper: PaperKind | None) -> str:
        return str(self.plan.editor.raw()) if paper is not None and "plan" in paper.may else ""

    def plan_id(self) -> str:
        """The version that the chosen paper is made of; empty for those that are chosen on the plan page."""
        return self._plan_for(self.line.paper) if self.line else ""

    def _on_plan_edited(self) -> None:
        if self._shown is not None:
            self.load(*self._shown)
            self.picked.emit()

    def _show(self, lines: Sequence[PaperLine], kind: str) -> None:
        self._loading = True
        self._share(lines)
        self.table.show_rows(lines, lambda line: line.kind == kind)
        if self.table.current() is None:
            self.table.selectRow(0)
        self._loading = False
        self._show_chosen()

    def _share(self, lines: Sequence[PaperLine]) -> None:
        """The list takes the height there is, up to its last line; as much as any paper lacks is kept, so that nothing jumps."""
        most = max(len(line.findings or line.draft_findings) for line in lines)
        self.area.setMinimumHeight(_SAID + _LINK * min(most, _LINKS))
        self.table.setMaximumHeight(len(lines) * _LINE + 2 * self.table.frameWidth())

    @property
    def line(self) -> PaperLine | None:
        """The paper that is chosen."""
        return self.table.current()

    def choose(self, kind: str) -> None:
        """Choose a paper by its kind."""
        self.table.select(lambda line: line.kind == kind)

    def day(self) -> date | None:
        """The last day that the chosen paper names, where it names one and one was typed. Raises `Refused` when unreadable."""
        takes = self.until is not None and self.until.isVisibleTo(self)
        day = self.until.editor.draft() if takes and self.until is not None else None
        return day if isinstance(day, date) else None

    def show_message(self, refused: Refused) -> None:
        """Show at its field that the day cannot be read."""
        if self.until is not None:
            self.until.show_message(self._context.words.finding(refused.findings[0]))

    def name_of(self, line: PaperLine) -> str:
        """What a paper is called on the screen."""
        return self._context.words.label("paper_kind", line.paper.name) if line.paper else self.tr("Bound packet")

    def _state_text(self, line: PaperLine) -> str:
        if line.findings:
            return self.tr("{count} missing").format(count=len(line.findings))
        return self.tr("Draft") if line.draft_findings else self.tr("Ready")

    def _icon(self, line: PaperLine) -> QIcon:
        if line.findings:
            return icon(self._context.theme, "state-missing")
        return (
            icon(self._context.theme, "warning", "warning")
            if line.draft_findings
            else icon(self._context.theme, "check", "good")
        )

    def _on_table_picked(self) -> None:
        if not self._loading:
            self._show_chosen()
            self.picked.emit()

    def _on_day_left(self) -> None:
        typed = self.until.editor.raw() if self.until is not None else None
        if typed != self._day:
            self._day = typed
            self.picked.emit()

    def _show_chosen(self) -> None:
        line = self.line
        if line is None or self.until is None:
            return
        self.until.setVisible(line.paper is not None and "day" in (*line.paper.needs, *line.paper.may))
        some = self.plan.editor.count() > 2  # the usual and one version leave nothing to choose
        self.plan.setVisible(some and line.paper is not None and "plan" in line.paper.may)
        self.links = [self._link(finding) for finding in line.findings or line.draft_findings]
        clear(self._found)
        for part in (self._text_of(line), *self.links):
            self._found.addWidget(part)
        self._found.addStretch()

    def _text_of(self, line: PaperLine) -> QWidget:
        reader = self._context.words.label("paper_reader", line.paper.reader if line.paper else "bank")
        if line.findings:
            text = self.tr("Cannot be issued yet:")
        elif line.draft_findings:
            text = self.tr("Watermarked DRAFT until this is resolved:")
        elif line.paper is None:
            text = self.tr("All requirements are met. The packet may be issued.")
        else:
            text = self.tr("May be issued, {reader}.").format(reader=reader)
        return label(text, "quiet", wrap=True)

    def _link(self, finding: Finding) -> QPushButton:
        sentence = self._context.words.finding(finding)
        return ElidedButton("→ " + sentence, "link", lambda: self.field_requested.emit(finding.subject))
