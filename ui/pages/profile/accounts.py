"""The accounts of a debtor: a list, and one form for the account that is chosen or new."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.edits.walk import undo_of_last
from ui.look.wording import NONE, amount, day
from ui.page import CasePage
from ui.pages.profile.account_form import AccountForm
from ui.pages.profile.duplicate_list import DuplicateList
from ui.pages.profile.pack_choice import PackChoice
from ui.saving import Show, save_form, save_quietly
from ui.value_table import ColumnSpec, Table
from ui.widgets.field import caption
from ui.widgets.known.known_bank import KnownBank
from ui.widgets.parts import Card, Elided, button, column, label, row
from ui.widgets.room.flow import flow
from ui.widgets.scrolled import Scrolled, beside
from workstation.actions import cases, duplicates
from workstation.casework.claims.limitation import limitation_findings, limitation_of
from workstation.casework.claims.received import received_findings
from workstation.errors import Finding
from workstation.field_ref import FieldRef
from workstation.identity import new_id
from workstation.money import Money
from workstation.profile.account import Account
from workstation.profile.known_banks import bank_offer, head_findings
from workstation.wording import filled

if TYPE_CHECKING:
    from workstation.casework.case_file import CaseFile


_NEW: Final = "new"


class AccountsSection(CasePage):
    """Choosing another account saves the one before; removing offers undo."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(session, context)
        self.form = AccountForm(context, session.desk.clock.today, session.drafts)
        self.form.edited.connect(self.edited)
        self.duplicates = DuplicateList(context.words)
        self.duplicates.opened.connect(lambda case_id: self.field_requested.emit(f"elsewhere.{case_id}"))
        self._sought: tuple[str, str] = ("", "")
        self.form.edited.connect(self._seek_duplicates)
        self.known, self._used = KnownBank(context), tuple[str, ...]()
        self.known.taken.connect(self._on_bank_taken)
        self.form.edited.connect(self._show_known)
        self._account: Account | None = None
        self.table: Table[Account] = Table(
            self._columns(),
            privacy=context.privacy,
            empty=self.tr("No accounts yet. Add the first one."),
        )
        self.table.setAccessibleName(self.tr("Accounts"))
        self.table.picked.connect(self._on_table_picked)
        self.add_button = button(self.tr("&Add account"), on_click=self.begin)
        self.remove_button = button(self.tr("&Remove"), "quiet", self.remove)
        self.heading = caption("")
        self.due = label("", "hint")
        self.facts = Elided("", "advice")
        self.total = label("", "figure")
        self.pack = PackChoice(session, context)
        listing = Card(
            flow(caption(self.tr("Accounts")), -1, self.add_button), self.table, row(-1, self.total), self.pack, gap=8
        )
        listing.body.setStretch(1, 1)
        head = flow(self.heading, self.due, -1, self.remove_button, gap=12)
        sheet = Card(head, self.facts, Scrolled(column(self.form.grid(), -1)), self.known, self.duplicates)
        sheet.body.setStretch(2, 1)
        body = beside(listing, sheet)
        body.setStretch(0, 5)
        body.setStretch(1, 8)
        self.setLayout(body)

    def _columns(self) -> list[ColumnSpec[Account]]:
        return [
            ColumnSpec(self.tr("Bank"), lambda one: one.bank, bold=True),
            ColumnSpec(self.tr("Tail"), lambda one: one.tail or NONE, 56, figure=True, private=True, keep=(0, 0)),
            ColumnSpec(self.tr("Overdue"), self._overdue, 84, figure=True),
            ColumnSpec(self.tr("Owed"), lambda one: amount(one.owed), 112, figure=True, bold=True),
        ]

    def _overdue(self, account: Account) -> str:
        days = account.days_overdue(self.file.today)
        return f"{days} · {self.file.bucket(account)}" if days else NONE

    def fill(self, file: CaseFile) -> None:
        accounts = self.file.accounts
        chosen = self._account.id if self._account else ""
        kept = next((one for one in accounts if one.id == chosen), None)
        self.table.blockSignals(True)
        self.table.show_rows(accounts, lambda one: one.id == chosen)
        self.table.blockSignals(False)
        self.total.setText(
            self.tr("Total {amount}").format(amount="  ".join(amount(one) for one in self.file.owed) or NONE)
        )
        self.pack.load(self.file)
        self._used = self.session.desk.store.bank_names()
        if self.form.modified:
            if kept is not None:
                self.form.refresh(self.form.values(kept), kept)
            return
        typed = self.session.drafts.latest(self.file.case.id, "profile/account/") if self._account is None else ""
        if typed == _NEW:
            self._show(None)
        elif kept is None and accounts:
            self.table.selectRow(next((at for at, one in enumerate(accounts) if one.id == typed), 0))
        else:
            self._show(kept)

    def _show(self, account: Account | None) -> None:
        """Put an account into the form; none is a new one."""
        self._account = account
        self.form.about(self.file.case.id, account.id if account else _NEW)
        self.form.load(account or self._blank())
        self._seek_duplicates()
        self._show_known()
        self.heading.setText(self.tr("Account") if account else self.tr("New account"))
        self.remove_button.setEnabled(account is not None)
        facts = "" if account is None or not account.due_on else self._overdue_words(account)
        self.due.setText(facts)
        told = self._facts(account) if account is not None else ""
        self.facts.set_text(told)
        self.facts.setVisible(bool(told))

    def _blank(self) -> Account:
        """A new account: nothing owed, in the currency of the rules that the case follows."""
        none = Money.zero(self.file.pack.currency)
        return Account(
            "", self.file.case.id, "", "", currency=none.currency,
            principal=none, interest=none, penalty=none, fees=none, as_of=self.file.today,
        )  # fmt: skip

    def _seek_duplicates(self) -> None:
        """Tell while it is typed that another case has this account."""
        bank, number = (str(self.form.fields[key].editor.raw()) for key in ("bank", "number"))
        if (bank, number) != self._sought:
            self._sought = bank, number
            found = self.session.read(duplicates.account_elsewhere, self.file.case.id, bank, number)
            self.duplicates.show_found(found)

    def _show_known(self) -> None:
        """Tell while it is typed which bank the number or a short name means."""
        bank, number, product = (str(self.form.fields[key].editor.raw()) for key in ("bank", "number", "product"))
        contradicting = tuple(head_findings(bank, number, product, self._used))
        self.known.show_known(bank_offer(bank, number, self._used), contradicting)

    def _on_bank_taken(self, name: str) -> None:
        editor = self.form.fields["bank"].editor
        if self.known.isAncestorOf(self.known.window().focusWidget()):
            editor.setFocus()  # the button goes
        editor.setText(name)
        editor.edited.emit()

    def cover(self, hidden: bool) -> None:
        self.duplicates.cover()
        self._show_known()

    def _overdue_words(self, account: Account) -> str:
        days, bucket = account.days_overdue(self.file.today), self.file.bucket(account)
        if account.due_unclear:
            return filled(
                self.tr("{days} {days|day|days} overdue, {bucket}; is {day} the due day?"),
                {"days": days, "bucket": bucket, "day": day(account.due_given)},
            )
        said = filled(
            self.tr("{days} {days|day|days} overdue, {bucket}, since {day}"),
            {"days": days, "bucket": bucket, "day": day(account.overdue_since)},
        )
        limit = limitation_of(self.file, account)
        return said if limit is None else said + self.tr(" · time limit {day}").format(day=day(limit.last))

    def _facts(self, account: Account) -> str:
        """What is told of the debt beside its balance: received, creditor, time limit."""
        found = (*received_findings(self.file, account), *limitation_findings(self.file, account))
        return " ".join(self.context.words.finding(one) for one in found)

    def begin(self) -> None:
        """Empty the form for a new account; the one before is saved first, or waits as a draft.

        A new one that cannot be saved stays where it is: there is one place for what has no account yet.
        """
        if self.modified and not self.save() and self._account is None:
            wrong = next((key for key, field in self.form.fields.items() if field.wrong), "")
            self.form.focus(f"account.{wrong}")
            return
        self.table.clearSelection()
        self._show(None)
        self.form.focus("account.bank")

    def remove(self) -> None:
        """Take the account out of the case, with undo."""
        account = self._account
        if account is None:
            return
        self._account = None
        self.form.load(self._blank())
        if self.attempt(lambda: self._run_remove(account), self.show_message):
            text = self.tr("{bank} ····{tail} removed.").format(
                bank=account.bank, tail=self.context.privacy.text(account.tail)
            )
            undo = undo_of_last(self.session, self.context, self.file)
            self.context.notices.show_message(text, self.tr("Undo"), undo)
        else:
            self._show(account)

    def _run_remove(self, account: Account) -> bool:
        self.session.run(cases.remove_account, account.id, account)
        return True

    @property
    def modified(self) -> bool:
        return self.form.modified

    @property
    def unsaved(self) -> bool:
        return self.form.modified

    def autosave(self) -> tuple[Finding, ...]:
        return save_quietly(self.form, self._keep_quietly)

    def save(self) -> bool:
        if self.attempt(self._draft, lambda _findings: None) is None:
            return False
        return self._keep(self._show_findings)

    def _keep_quietly(self, show: Show) -> bool:
        return self._keep(show, quiet=True)

    def _keep(self, show: Show, *, quiet: bool = False) -> bool:
        account = self._draft()
        if not save_form(self.session, self.form, lambda: self._run_save(account.id), show, quiet=quiet):
            return False
        self.form.accept()
        self._show(next((one for one in self.file.accounts if one.id == account.id), account))
        self.table.select(lambda one: one.id == account.id)
        self.edited.emit()
        return True

    def _run_save(self, account_id: str) -> None:
        base = self.form.base if self._account else None
        self.session.run(cases.save_account, replace(self._draft(), id=account_id), base)

    def _draft(self) -> Account:
        values: dict[str, Any] = self.form.draft()
        base = self.form.base if self._account else Account(new_id(), self.file.case.id, "", "")
        return replace(base, **values)

    def _show_findings(self, findings: tuple[Finding, ...]) -> None:
        if findings[0].code == "save_gone":  # what was typed may be added again, as a new account
            self._account = None
            self.heading.setText(self.tr("New account"))
        self.show_message(self.form.show(findings))
        self.form.focus(findings[0].subject)

    def focus_field(self, field_ref: str) -> bool:
        area, _, rest = field_ref.partition(".")
        if field_ref == FieldRef.CASE_ACCOUNTS:
            if not self.file.accounts:
                self.begin()
            else:
                self.table.setFocus()
            return True
        if area != "account":
            return False
        self.table.select(lambda one: one.id == rest)
        asked = self._account is not None and self._account.due_unclear
        self.form.focus("account.due_on" if asked else "account.principal")
        return True

    def _on_table_picked(self, account: Account | None) -> None:
        if account is None or (self._account is not None and account.id == self._account.id):
            return
        if self.modified:
            self.save()
            self.table.blockSignals(True)
            self.table.select(lambda one: one.id == account.id)
            self.table.blockSignals(False)
        self._show(next((one for one in self.file.accounts if one.id == account.id), account))
