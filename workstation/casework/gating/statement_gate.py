"""The gate that a statement passes before it is bound for good: what it prints about itself must agree with its rows.

A sum, a count, a page or a balance that differs means that rows are missing, wrong or misread. Whoever has looked into it says so
by the check of the statement's arithmetic, with a note; a supervisor may waive the requirement.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from workstation.casework.case_file import CaseFile
from workstation.errors import Finding
from workstation.evidence.judging import latest
from workstation.evidence.verification import EvidenceItem

CHECK: Final = "arithmetic"
DIFFERENCES: Final = frozenset(
    {
        "count_break", "total_break_income", "total_break_expense", "total_break_amount", "opening_break", "closing_break",
        "pages_missing", "pdf_pages_break", "pdf_page_number_break", "pdf_row_number_break", "pdf_page_count_break",
        "pdf_page_total_break_income", "pdf_page_total_break_expense", "pdf_page_unreadable", "pdf_row_unreadable",
        "sheet_left", "list_left", "row_shifted",
    }
)  # fmt: skip
"""Codes of findings that say that a statement's own control figures are not those of its rows, or that rows of it were not read."""


def statement_gate(file: CaseFile, item: EvidenceItem, findings: Iterable[Finding]) -> Iterator[Finding]:
    """What forbids that a statement with these findings goes out in a final packet (statement_contradicted)."""
    differing = [finding for finding in findings if finding.code in DIFFERENCES]
    if differing and not _explained(file, item):
        figures = {"file": item.file_name, "count": str(len(differing))}
        yield Finding("statement_contradicted", f"evidence.{item.requirement}", figures)


def _explained(file: CaseFile, item: EvidenceItem) -> bool:
    checks = latest([check for check in file.verifications if check.item_id == item.id])
    told = any(check.check == CHECK and check.result == "ok" and check.note.strip() for check in checks)
    return told or any(waiver.requirement == item.requirement for waiver in file.waivers)
