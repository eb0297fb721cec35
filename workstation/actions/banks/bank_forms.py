"""Bank forms filled for a case by the mapping of the bank's form."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from workstation.actions.banks.form_library import FormSource, form_of_bank, form_source
from workstation.actions.cases import load_case
from workstation.actions.desk import Desk
from workstation.casework import gates
from workstation.casework.case_file import CaseFile
from workstation.documents.bankform.apart import bind_apart, fill_apart, inspect_apart
from workstation.documents.bankform.catalogue import known_values
from workstation.documents.bankform.copies import FormProperties, copies_about, unshown_findings
from workstation.documents.bankform.mapped_values import FieldRow, fill_values, mapped_rows
from workstation.documents.bankform.pdf_form import FilledForm, PdfForm
from workstation.documents.bankform.placing import sketched_fields
from workstation.documents.packet.build import Packet
from workstation.documents.packet.plan_figures import account_label
from workstation.errors import Finding, Refused, refuse_if
from workstation.field_ref import FieldRef
from workstation.profile.account import Account
from workstation.received.apart.readers import IN_PROCESS, Readers
from workstation.wording import Wording

BANK_FORM: Final = "bank-form"
"""What marks and the command line call a bank's own form."""

__all__ = ["FieldRow"]


@dataclass(frozen=True, slots=True)
class CaseForm:
    """A bank's form filled for a case: once, or a copy an account behind each other where it has places for one only.

    ``rows`` tell every field of every copy; ``closed`` is what keeps it from being final (gates, required fields that are
    empty, values that do not fit): while there is any, ``draft`` is true and its mark on every page.
    """

    source: FormSource
    bank: str
    form: PdfForm
    rows: tuple[FieldRow, ...]
    filled: FilledForm
    closed: tuple[Finding, ...]

    @property
    def draft(self) -> bool:
        """Whether it is watermarked as a draft."""
        return bool(self.closed)


@dataclass(frozen=True, slots=True)
class CaseFormSource:
    """All that a filled form is made of, read once and frozen, so that the filling may happen on any thread."""

    file: CaseFile
    bank: str
    source: FormSource
    readers: Readers = field(default=IN_PROCESS, compare=False, repr=False)

    def build(self, keep: bool = False) -> CaseForm:
        """Fill it. Raises `Refused` as `fill_form`."""
        source, accounts = self.source, self.file.accounts_at(self.bank)
        form = inspect_apart(self.readers, source.data, source.file_name, source.password)
        copies = [self._rows(form, account) for account in copies_about(source.mapping, accounts)]
        if len(copies) == 1:
            copies = [tuple(replace(row, about="") for row in copies[0])]
        rows = tuple(row for copy in copies for row in copy)
        stopped = [row.finding for row in rows if row.blocks and row.finding is not None]
        gated = gates.final_packet_findings(self.file, self.bank)
        closed = (*gated, *stopped, *unshown_findings(source.mapping, accounts))
        filled = [self._filled(copy, keep, bool(closed)) for copy in copies]
        return CaseForm(source, self.bank, form, rows, self._bound(filled), closed)

    def _rows(self, form: PdfForm, account: Account) -> tuple[FieldRow, ...]:
        """What goes into the fields of the copy about one account."""
        mapping, language = self.source.mapping, self.file.case.language
        values = known_values(self.file, self.bank, account.id)
        label = account_label(account, Wording(language))
        rows = mapped_rows(mapping, form, sketched_fields(form, mapping.placements), values, language)
        return tuple(replace(row, about=label) for row in rows)

    def _filled(self, rows: tuple[FieldRow, ...], keep: bool, draft: bool) -> FilledForm:
        source, language = self.source, self.file.case.language
        return fill_apart(
            self.readers, source.data, fill_values(rows),
            name=source.file_name, password=source.password, keep=keep, placements=source.mapping.placements,
            language=language, watermark=Wording(language).text("paper.form.draft") if draft else "",
        )  # fmt: skip

    def _bound(self, filled: list[FilledForm]) -> FilledForm:
        """The copies as one file that says what it is and when it was filled."""
        title = f"{self.source.title} {self.file.case.number}"
        properties = FormProperties(title, self.file.settings.desk_name, self.file.today)
        return FilledForm(
            bind_apart(self.readers, [one.pdf for one in filled], self.source.file_name, properties),
            sum(one.pages for one in filled),
            tuple(dict.fromkeys(name for one in filled for name in one.filled)),
            tuple(dict.fromkeys(name for one in filled for name in one.addendum)),
            tuple(each_once(finding for one in filled for finding in one.findings)),
        )


def each_once(findings: Iterable[Finding]) -> list[Finding]:
    """What several copies have in common is told once."""
    told: list[Finding] = []
    for one in findings:
        if one not in told:
            told.append(one)
    return told


def case_form_source(desk: Desk, case_id: str, bank: str, form_id: str = "") -> CaseFormSource:
    """A form (default: the first of the bank) for a case. Raises `Refused`: bank_has_no_account, form_none, form_unknown."""
    file = load_case(desk, case_id)
    if not file.filed_with(bank):
        raise Refused(Finding("bank_has_no_account", FieldRef.CASE_ACCOUNTS, {"bank": bank}))
    source = form_source(desk, form_id or form_of_bank(desk, bank), file.case.language)
    return CaseFormSource(file, bank, source, desk.readers)


def case_form(desk: Desk, case_id: str, bank: str, form_id: str = "", keep: bool = False) -> CaseForm:
    """The bank's form as it would leave now: marked as a draft while anything is missing. Raises as `case_form_source`."""
    return case_form_source(desk, case_id, bank, form_id).build(keep)


@dataclass(frozen=True, slots=True)
class FinalFormSource:
    """A form that may only leave final, as the print queue takes it up."""

    form: CaseFormSource
    kind: str = BANK_FORM
    draft: bool = False

    @property
    def file(self) -> CaseFile:
        """The case it is filled for."""
        return self.form.file

    @property
    def bank(self) -> str:
        """The bank it goes to."""
        return self.form.bank

    def build(self) -> Packet:
        """Fill it. Raises `Refused` with everything that is missing, besides as `fill_form`."""
        made = self.form.build()
        refuse_if(made.closed)
        return written(made)


def written(made: CaseForm) -> Packet:
    """A filled form as any written paper; it carries no seal of ours."""
    pdf = made.filled.pdf
    return Packet(pdf, made.filled.pages, hashlib.sha256(pdf).hexdigest(), "", tuple(made.filled.findings))
