"""A credit report of a case: read, compared with its accounts, and an account of it taken over when a person says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from workstation.actions.cases import load_case, save_account
from workstation.actions.desk import Desk
from workstation.actions.evidence.recognition import recognised_of
from workstation.bank_names import bank_key
from workstation.casework.case_file import CaseFile
from workstation.errors import Finding, Refused
from workstation.evidence.credit_report.comparison import Comparison, compare, lender_key
from workstation.evidence.credit_report.printed import is_credit_report, words
from workstation.evidence.credit_report.reading import read_credit_report
from workstation.evidence.credit_report.report import CARDS, CreditReport, ReportedAccount
from workstation.evidence.recognised_text import RecognisedText
from workstation.evidence.verification import EvidenceItem
from workstation.identity import new_id
from workstation.money import Money
from workstation.profile.account import Account
from workstation.received.apart.readers import IN_PROCESS, Readers, Reading
from workstation.received.inspection import require_whole_pdf
from workstation.received.ofd.apart import pages_of
from workstation.received.pdf.words import PageWords, document_words
from workstation.received.recognition.lists import recognised_pages
from workstation.store.vault import Vault

REQUIREMENT: Final = "credit_report"
"""The entry of the checklist whose files are credit reports."""


@dataclass(frozen=True, slots=True)
class ReportRead:
    """A credit report with what it says beside the case as it was when it was asked for."""

    item: EvidenceItem
    report: CreditReport
    comparison: Comparison

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All that is to be told: what was not understood, what concerns the person, then every account in its order."""
        differences = (finding for one in self.comparison.accounts for finding in one.differences)
        told = (*self.report.findings, *self.comparison.findings, *differences)
        return (*told, *map(new_account, self.fresh), *self._unread())

    @property
    def fresh(self) -> tuple[ReportedAccount, ...]:
        """Accounts that still run and are not in the case."""
        return tuple(
            one.reported for one in self.comparison.accounts if one.account is None and not one.reported.is_over
        )

    def _unread(self) -> Iterator[Finding]:
        if self.report.unread:
            yield Finding("credit_report_unread", "credit_report", {"parts": "、".join(self.report.unread)})


def new_account(one: ReportedAccount) -> Finding:
    """That the case lacks an account of the report."""
    balance = one.balance.grouped() if one.balance is not None else "—"
    figures = {"page": str(one.page), "lender": one.lender, "balance": balance}
    return Finding("credit_report_account_new", f"page {one.page}", figures)


def report_of(data: bytes, name: str = "", readers: Readers = IN_PROCESS) -> CreditReport:
    """The credit report in a PDF or OFD. Raises `Refused` as `read_credit_report` and `document_words`."""
    return read_credit_report(_pages(data, name, readers), name)


def looks_like_report(data: bytes, name: str = "", readers: Readers = IN_PROCESS) -> bool:
    """Whether a file of pages is a credit report; False for all that is not readable as one."""
    try:
        return is_credit_report(_pages(data, name, readers))
    except Refused:
        return False


def _pages(data: bytes, name: str, readers: Readers) -> list[PageWords]:
    pages = pages_of(data, Reading(name), readers)
    if b"%PDF-" not in pages[:1024]:
        raise Refused(Finding("credit_report_unknown", "credit_report", {"file": name}))
    readers.read(Reading(name), require_whole_pdf, pages, name)
    return readers.read(Reading(name), document_words, pages, name)


def report_reader(desk: Desk, item_id: str) -> Callable[[], ReportRead]:
    """What reads a proof as a credit report, on any thread, and compares it with its case as it is now.

    Calling it raises `Refused` as `report_of`, `Damaged` for a lost file.
    """
    item, text = desk.store.get(EvidenceItem, item_id), recognised_of(desk, item_id)
    file, vault, readers = load_case(desk, item.case_id), desk.vault, desk.readers
    return lambda: _read(item, text, file, vault, readers)


def _read(
    item: EvidenceItem, text: RecognisedText | None, file: CaseFile, vault: Vault, readers: Readers
) -> ReportRead:
    if text is not None:
        report = read_credit_report(recognised_pages(text.pages, text.words), item.file_name)
        told = () if text.confirmed else (Finding("recognised_unconfirmed", "statement", {"engine": text.engine}),)
        report = replace(report, findings=(*told, *report.findings))
    elif item.media_type.startswith("image/"):
        raise Refused(Finding("statement_pdf_scanned", "statement", {"file": item.file_name}))
    else:
        report = report_of(vault.read(item.sha256), item.file_name, readers)
    return ReportRead(item, report, compare(report, file.accounts, file.debtor))


def proposed_account(file: CaseFile, one: ReportedAccount, number: str) -> Account:
    """An account of the report as one of the case: its balance, which the report does not divide, as principal.

    The bank is called as the case calls it already, else as the report does.
    """
    named = (account.bank for account in file.accounts if bank_key(account.bank) == lender_key(one.lender))
    return Account(
        new_id(),
        file.case.id,
        next(named, one.lender),
        number.strip(),
        product=_product(one),
        principal=one.balance or Money(0),
        limit=one.limit if one.kind in (*CARDS, "credit_line") else None,
        as_of=one.as_of,
        opened_on=one.opened_on,
        purpose=one.purpose if one.kind == "loan" else "",
    )


def _product(one: ReportedAccount) -> str:
    if one.kind in CARDS:
        return "credit_card"
    found = (product for product, known in words()["products"].items() if any(word in one.purpose for word in known))
    return next(found, "other")


def add_reported(desk: Desk, case_id: str, one: ReportedAccount, number: str) -> Account:
    """Take an account of the report into the case, with the number that a person gives.

    Raises `Refused`: ``credit_report_number_needed``, ``credit_report_foreign`` (its amounts are converted), and as `save_account`.
    """
    if not number.strip():
        raise Refused(Finding("credit_report_number_needed", "account.number"))
    if one.currency != "CNY":
        figures = {"bank": one.lender, "tail": one.tail or "—", "currency": one.currency}
        raise Refused(Finding("credit_report_foreign", "account.currency", figures))
    account = proposed_account(load_case(desk, case_id), one, number)
    save_account(desk, account)
    return account
