"""Assets, trade, income of past years and dependants, where the papers of a place ask for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.form import Form
from ui.look.wording import NONE, amount
from ui.merging import Joined
from ui.page import CasePage
from ui.pages.profile.statement_lines import StatementLines
from ui.saving import Show, save_form, save_quietly
from ui.widgets.editors import TextEdit
from ui.widgets.field import Field, caption
from ui.widgets.parts import Card, button, column, label, row
from ui.widgets.scrolled import follow_focus
from workstation.actions import cases
from workstation.casework.income.necessary_living import necessary_living
from workstation.errors import Finding, Refused
from workstation.profile.statement import ASSETS, DEPENDANTS, Statement, StatementLine
from workstation.wording import filled

if TYPE_CHECKING:
    from workstation.casework.case_file import CaseFile


class StatementSection(CasePage):
    """One list of entries, the tax number of the employer, and what is known of the cost of living."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(session, context)
        self.lines = StatementLines(context)
        number = Field("employer_number", self.tr("Employer's tax number"), TextEdit())
        number.setFixedWidth(200)
        self.form = Form("statement", context.words, (number,), context.privacy, session.drafts, "profile", self.lines)
        part = Joined(
            self.tr("Entries"), self._load_lines, self.lines.raw, self.lines.draft, self._lines_text, private=True,
            typed=self.lines.typed, put=self.lines.put_typed,
        )  # fmt: skip
        self.form.join("lines", part)
        self.living, self.cause, self.sums = (label("", "quiet", wrap=True) for _ in range(3))
        self.note = label("", "finding", wrap=True)
        self.add_button = button(self.tr("&Add row"), on_click=self.lines.add_row)
        self.lines.edited.connect(self._on_edited)
        self.form.edited.connect(self.edited)
        self._lay_out()

    def _lay_out(self) -> None:
        area = QScrollArea()
        area.setWidget(self.lines)
        follow_focus(area)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.lines.setObjectName("plain")
        head = row(
            caption(self.tr("Assets, past income and dependants")), -1, self.form.fields["employer_number"], gap=8
        )
        foot = row(self.note, -1, self.add_button, gap=8)
        card = Card(head, area, self.form.conflicts, foot, gap=8)
        card.body.setStretch(1, 1)
        body = column(card, Card(self.sums, self.living, self.cause, gap=4), gap=8)
        body.setStretch(0, 1)
        self.setLayout(body)

    def fill(self, file: CaseFile) -> None:
        self.form.about(self.file.case.id)
        said = self.file.statement
        self.form.refresh({"lines": said.lines, "employer_number": said.employer_number}, said)
        self.living.setText(self._living())
        self.cause.setText(self._cause())
        self._show_sums(said.lines)

    def _load_lines(self, stored: tuple[StatementLine, ...] | None) -> None:
        self.lines.load(stored or (), self.file.statement.currency)

    def _lines_text(self, lines: object) -> str:
        return (
            filled(self.tr("{count} {count|entry|entries}"), {"count": len(lines)})
            if isinstance(lines, tuple)
            else NONE
        )

    def _living(self) -> str:
        """What a month may cost without proof; that nobody has found the figure is said so, and how to state it."""
        found = necessary_living(self.file)
        if found is None:
            return ""
        spent = amount(self.file.budget.of("expense"))
        if found.cost is None:
            told = self.tr(
                "The county of the residence was not recognised, so no cost of living is known. Spending stated: {spent}."
            )
            return told.format(spent=spent)
        place = self.context.words.titled(found.cost.place)
        if found.minimum is None or found.limit is None:
            told = self.tr(
                "The least cost of living of {place} on this day was not found and stands empty: look it up and state it, with its"
                " source, among the fields of the application. Spending stated: {spent}."
            )
            return told.format(place=place, spent=spent)
        told = self.tr("Up to {limit} a month ({factor} × {least}, {place}) spending needs no proof. Stated: {spent}.")
        figures = {"limit": amount(found.limit), "least": amount(found.minimum), "factor": found.rule.factor.value}
        said = told.format(place=place, spent=spent, **figures)
        stated = self.tr("The least cost was looked up: {source}.").format(source=found.stated_source)
        return f"{said} {stated}" if found.stated_source else said

    def _cause(self) -> str:
        """The cause that the form will tick."""
        if not self.file.pack.filing.causes or not self.file.case.reason:
            return ""
        cause = self.file.pack.filing.cause_of(self.file.case.reason)
        if cause is None:
            return self.tr("The form numbers no cause for the reason of this case; the application will say so.")
        return self.tr("Cause on the form: {code} {title}").format(
            code=cause.code, title=self.context.words.titled(cause.title)
        )

    def _show_sums(self, lines: tuple[StatementLine, ...]) -> None:
        said = Statement(self.file.case.id, lines, self.file.statement.currency)
        told = self.tr("Assets {assets} · {people} {people|dependant|dependants}, borne a month {support}")
        people = said.of(*DEPENDANTS)
        self.sums.setText(
            filled(
                told,
                {
                    "assets": amount(said.sum_of(*ASSETS)),
                    "people": len(people),
                    "support": amount(said.sum_of(*DEPENDANTS)),
                },
            )
        )

    def _on_edited(self) -> None:
        self.note.setText("")
        try:
            self._show_sums(self.lines.draft())
        except Refused:
            self.sums.setText(NONE)
        self.form.edited.emit()

    @property
    def modified(self) -> bool:
        return self.form.modified

    @property
    def unsaved(self) -> bool:
        return self.form.modified

    def autosave(self) -> tuple[Finding, ...]:
        return save_quietly(self.form, self._keep_quietly)

    def save(self) -> bool:
        """Keep the entries; what cannot be kept is told and stays typed."""
        return self._saved(self._show)

    def _keep_quietly(self, show: Show) -> bool:
        return self._saved(show, quiet=True)

    def _saved(self, show: Show, *, quiet: bool = False) -> bool:
        if not save_form(self.session, self.form, self._keep, show, quiet=quiet):
            return False
        self.form.accept()
        self.edited.emit()
        return True

    def _keep(self) -> None:
        values = self.form.draft()
        said = Statement(
            self.file.case.id,
            self.lines.draft(),
            self.file.statement.currency,
            str(values["employer_number"] or "").strip(),
        )
        self.session.run(cases.save_statement, said, self.form.base)

    def _show(self, findings: tuple[Finding, ...]) -> None:
        rest = self.form.show(findings)
        self.note.setText(" ".join(self.context.words.finding(one) for one in rest))

    def focus_field(self, field_ref: str) -> bool:
        area, _, _ = field_ref.partition(".")
        if area != "statement":
            return False
        if self.lines.rows:
            self.lines.rows[0][0].setFocus()
        return True
