"""Is the sum that the bank claims right? Terms on the left; entries and claims beside their bounds on the right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.background import TaskProgress
from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.edits.own_button import own
from ui.look.wording import NONE
from ui.pages.plan.claim.entry_form import EntryForm
from ui.pages.plan.claim.shown import ClaimWords
from ui.pages.plan.claim.terms_form import ClaimTermsForm
from ui.typed_signal import TypedSignal, signal
from ui.value_table import ColumnSpec, Table
from ui.widgets.parts import button, column, label, row
from ui.widgets.room.flow import flow
from ui.widgets.scrolled import Folding, Scrolled
from workstation.actions.plans import claims
from workstation.casework.claims.check import ClaimCheck, ClaimLine, check_claim
from workstation.casework.claims.fields import (
    Entry,
    entries,
    field_of,
    field_values,
    with_entry,
    with_fields,
    without_entry,
)
from workstation.casework.claims.input import gathered, kept_payments, kept_sheet, stated_claims
from workstation.errors import Damaged, Finding, Refused
from workstation.profile.account_fact import FACT_KINDS, AccountFact, standing_facts
from workstation.wording import filled

if TYPE_CHECKING:
    from workstation.casework.case_file import CaseFile
    from workstation.profile.account import Account

Line = Entry | AccountFact
_TERMS, _NOTE = 318, 58
"""Pixels: the width of the terms, the height of what follows."""


class ClaimTab(QWidget):
    """What is added or saved is kept with the case at once; the comparison is worked out in the background."""

    sheet_requested: TypedSignal[str] = signal(1)

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._session, self._context = session, context
        self._file: CaseFile | None = None
        self._account: Account | None = None
        self.words = ClaimWords(context.words)
        self._task, self._reading = TaskProgress(self), TaskProgress(self)
        session.closed.connect(self._forget)
        today = session.desk.clock.today
        self.terms = ClaimTermsForm(context, today, session.drafts)
        self.entry = EntryForm(context, today, session.drafts)
        self.entry.added.connect(self.add)
        nothing = self.tr("Nothing gathered yet. Add what was paid and what the contract says above.")
        self.table: Table[Line] = Table(self._columns(), line=24, privacy=context.privacy, empty=nothing)
        self.table.setAccessibleName(self.tr("Entries"))
        self.results: Table[ClaimLine] = Table(
            self.words.columns(), line=24, empty=self.tr("Here stands what the bank claims beside what was rebuilt.")
        )
        self.results.setAccessibleName(self.tr("Claimed against rebuilt"))
        self.first, self.note = label("", "strong", wrap=True), label("", "hint", wrap=True)
        self.check: ClaimCheck | None = None
        self._lay_out()

    def _forget(self) -> None:
        self._task.forget()

    def _columns(self) -> list[ColumnSpec[Line]]:
        return [
            ColumnSpec(self.tr("Day"), lambda one: one.on if isinstance(one, Entry) else one.on.isoformat(), 88, whole=True),
            ColumnSpec(self.tr("Entry"), self._kind, 96, whole=True),
            ColumnSpec(self.tr("Amount"), lambda one: self.words.amount_of(one, self._currency), 0),
            ColumnSpec(self.tr("Proof"), self._proof, 72, private=True, keep=(0, 0)),
            ColumnSpec(self.tr("From"), self._source, 64, whole=True),
        ]  # fmt: skip

    def _lay_out(self) -> None:
        self.save_button = button(self.tr("Sav&e terms"), "small", self.save)
        self.remove_button = button(self.tr("Rem&ove"), "small", self.remove)
        self.list_button = button(self.tr("&List…"), "small", self.take_list)
        self.statement_button = button(self.tr("S&tatements"), "small", self.take_statements)
        self.statement_button.setToolTip(self.tr("Takes what the statements received as evidence paid to this bank"))
        self.list_button.setToolTip(self.tr("Adds every payment of a list of this account"))
        self.sheet_button = button(self.tr("&Questions…"), "small", self._ask_sheet)
        QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table, self.remove, context=Qt.ShortcutContext.WidgetShortcut)
        self.terms.edited.connect(partial(self.save_button.setEnabled, True))
        left = column(Scrolled(column(self.terms.grid(), -1)), row(-1, self.save_button), gap=6)
        side = QWidget()
        side.setObjectName("plain")
        side.setLayout(left)
        self.sheet_button.setToolTip(self.tr("Questions to the bank, as PDF"))
        note = Scrolled(column(self.note, -1))
        note.setFixedHeight(_NOTE)
        buttons = flow(self.remove_button, self.statement_button, self.list_button, -1, self.sheet_button, gap=6)
        right = column(self.entry, self.table, buttons, self.first, self.results, note, gap=4)
        right.setStretch(1, 1)
        right.setStretch(4, 1)
        entries = QWidget()
        entries.setObjectName("plain")
        entries.setLayout(right)
        self.setLayout(column(Folding(side, entries, stretches=(0, 1), gap=10, side=_TERMS)))
        own(self.save_button, self, saves=True)

    @property
    def _currency(self) -> str:
        return self._account.currency if self._account else "CNY"

    def load(self, file: CaseFile, account_id: str) -> None:
        """Show what is gathered for an account; terms that were typed and not saved stay."""
        account = file.accounts_by_id.get(account_id)
        self._file, self._account = file, account
        self.setEnabled(account is not None)
        if account is None:
            return
        self.terms.set_currency(account.currency)
        other = self.terms.about(file.case.id, account.id)
        if other or not self.terms.modified:
            self.terms.load(field_values(gathered(file, account)))
            self.save_button.setEnabled(kept_sheet(file, account) is None)
        self.entry.load(file.case.id, account.id, account.currency)
        self._show_entries(file, account)
        self.reckon()

    def _show_entries(self, file: CaseFile, account: Account) -> None:
        question = gathered(file, account)
        since = str(question.get("since", ""))
        recorded = {
            "payments": kept_payments(file, account, question.get("payments", ()), since),
            "claims": stated_claims(file, account, since),
        }
        facts = standing_facts(file.facts, account.id)
        self.table.show_rows((*facts, *entries(question, recorded)))

    def reckon(self) -> None:
        """Work out the comparison in the background; a question still open is dropped. No field is marked before one was kept."""
        self._task.forget()
        if self._file is None or self._account is None:
            return
        self._task = TaskProgress(self)
        work = partial(check_claim, self._file, self._account)
        self._context.background.run(work, self._on_checked, self._on_failed, self._task)

    def _on_checked(self, check: ClaimCheck) -> None:
        self.check = check
        self.results.show_rows(check.lines)
        self.first.setText(self.words.first_sentence(check))
        self._show_note(check.findings)
        self.sheet_button.setEnabled(check.compared is not None)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Refused):
            raise error
        self.check = None
        self.results.show_rows(())
        self.sheet_button.setEnabled(False)
        self.first.setText(self.tr("Fill in what is missing; nothing can be compared yet."))
        begun = self._file and self._account and kept_sheet(self._file, self._account)
        if begun:
            self._show_note(self._at_fields(error.findings))
        else:
            self.note.setText(" ".join(self.terms.named(one) for one in self._placed(error.findings)))

    def _at_fields(self, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """Show findings at the fields that they speak of; answers those that have none."""
        return self.terms.show(self._placed(findings))

    def _placed(self, findings: tuple[Finding, ...]) -> list[Finding]:
        return [Finding(one.code, f"claim.{field_of(one.subject) or one.subject}", one.figures) for one in findings]

    def _show_note(self, findings: tuple[Finding, ...]) -> None:
        said = [self._context.words.finding(one) for one in findings]
        if self._file is not None and self._account is not None:
            said.append(self.words.limitation_sentence(self._file, self._account))
        self.note.setText(" ".join(one for one in said if one))

    def save(self) -> bool:
        """Keep the terms as typed."""
        return self._attempt(lambda: self._keep(self._typed(self._gathered())))

    def add(self) -> None:
        """Take the typed entry in; a fact goes on record with its day and proof."""
        if self._account is None:
            return
        kind = self.entry.kind
        if self._attempt(partial(self._add, kind), self.entry):
            self.entry.clear(kind)
            self.entry.form.focus("account_fact.on")

    def _add(self, kind: str) -> None:
        value = self.entry.value()
        if kind not in FACT_KINDS:
            self._keep(with_entry(self._gathered(), kind, value))  # type: ignore[arg-type]  # the form offers these only
            return
        assert self._account is not None
        self._session.run(
            claims.add_fact, self._account.id, kind, value["on"], value.get("sum"), value.get("party", ""), value["proof"],
            value.get("agreed"),
        )  # fmt: skip

    def remove(self) -> None:
        """Take the chosen entry out; a fact is taken back, and both of its entries stay on record."""
        chosen = self.table.current()
        if isinstance(chosen, AccountFact):
            fact_id = chosen.id
            self._attempt(lambda: self._session.run(claims.withdraw_fact, fact_id))
        elif chosen is not None and not chosen.recorded:
            entry = chosen
            self._attempt(lambda: self._keep(without_entry(self._gathered(), entry)))

    def take_list(self) -> None:
        """Add every payment of a list of this account."""
        account, tables = self._account, "CSV, XLSX, XLS (*.csv *.xlsx *.xls *.xlsb *.ods *.txt)"
        path = self._context.files.existing(self, self.tr("List of payments"), tables) if account else None
        if path is not None and account is not None:
            self._attempt(lambda: self._take(self._session.read(claims.payments_in_list, path, account)))

    def take_statements(self) -> None:
        """Read every statement received as evidence in the background, then add what it paid to this bank."""
        if self._file is not None and self._account is not None:
            self._reading.forget()
            self._reading = TaskProgress(self)
            work = self._session.read(claims.payments_reader, self._file, self._account)
            self._context.background.run(work, self._on_statements, self._on_statements_failed, self._reading)

    def _on_statements(self, found: claims.Payments) -> None:
        self._attempt(lambda: self._take(found))

    def _on_statements_failed(self, error: Exception) -> None:
        if not isinstance(error, (Refused, Damaged)):
            raise error
        self._context.notices.show_message(str(error) if isinstance(error, Damaged) else self._said(error))

    def _take(self, found: claims.Payments) -> None:
        before = self._gathered()
        after = claims.added(before, found)
        self._keep(after)
        new = len(after["payments"]) - len(before.get("payments", ()))
        self._context.notices.show_message(
            filled(self.tr("{count} {count|payment|payments} added; look through them."), {"count": new})
        )

    def _gathered(self) -> dict[str, Any]:
        assert self._file is not None and self._account is not None
        return gathered(self._file, self._account)

    def _typed(self, question: dict[str, Any]) -> dict[str, Any]:
        return with_fields(question, self.terms.draft())

    def _keep(self, question: dict[str, Any]) -> None:
        assert self._file is not None and self._account is not None
        sheet = kept_sheet(self._file, self._account)
        self._session.run(claims.keep_claim, self._account.id, question, sheet)
        self.terms.accept()
        self.save_button.setEnabled(False)

    def _attempt(self, action: Callable[[], object], form: EntryForm | None = None) -> bool:
        try:
            action()
        except Refused as refused:
            left = form.told(refused.findings) if form is not None else self._at_fields(refused.findings)
            if left:
                said = " ".join(self._context.words.finding(one) for one in left)
                self._context.notices.show_message(said)
            return False
        return True

    def _said(self, refused: Refused) -> str:
        return " ".join(self._context.words.finding(one) for one in refused.findings)

    def _ask_sheet(self) -> None:
        if self._account is not None:
            self.sheet_requested.emit(self._account.bank)

    def _proof(self, one: Line) -> str:
        return (
            " · ".join(part for part in (one.party, one.proof) if part) or NONE if isinstance(one, AccountFact) else ""
        )

    def _kind(self, one: Line) -> str:
        words = self._context.words
        return words.label("claim_entry" if isinstance(one, Entry) else "account_fact", one.kind)

    def _source(self, one: Line) -> str:
        if isinstance(one, AccountFact):
            return self.tr("On record")
        return self.tr("Case") if one.recorded else self.tr("Typed")
