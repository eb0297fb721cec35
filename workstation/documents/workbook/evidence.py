"""The evidence sheet: every required proof, what was received for it and how it was checked."""

from __future__ import annotations

from typing import Final

from workstation.documents.workbook.cell_text import Value
from workstation.documents.workbook.figures import EvidenceFigures, WorkbookFigures
from workstation.documents.workbook.sheet import WorkbookSheet
from workstation.documents.workbook.styles import BAD, GOOD, WARNED
from workstation.wording import Wording

HEAD_ROW: Final = 4
COLUMNS: Final = (
    "number", "requirement", "state", "issuer", "form", "file", "issued", "received", "check", "checked_by", "checked",
    "stale", "note",
)  # fmt: skip
WIDTHS: Final = (6.0, 25.0, 13.0, 17.0, 9.0, 22.0, 12.0, 12.0, 14.0, 10.0, 12.0, 12.0, 24.0)
LOOKS: Final = (
    "row_whole", "row_text", "row_text", "row_text", "row_text", "row_text", "row_day", "row_day", "row_text", "row_text",
    "row_day", "row_day", "row_text",
)  # fmt: skip
STATES: Final = {"verified": GOOD, "waived": GOOD, "missing": WARNED, "received": WARNED, "failed": BAD, "stale": BAD}


def fill_evidence(sheet: WorkbookSheet, figures: WorkbookFigures, words: Wording, subtitle: str, footer: str) -> None:
    """Write all cells and the frame."""
    sheet.widths(*WIDTHS)
    sheet.span(1, 1, 6, words.text("workbook.evidence.title"), "title")
    sheet.span(2, 1, 6, subtitle, "subtitle")
    sheet.height(1, 32)
    for column, name in enumerate(COLUMNS, 1):
        look = "head" if LOOKS[column - 1] == "row_text" else "head_center"
        sheet.put(HEAD_ROW, column, words.text(f"workbook.column.{name}"), look)
    sheet.head(HEAD_ROW)
    for number, item in enumerate(figures.evidence, 1):
        sheet.line(HEAD_ROW + number, evidence_values(number, item, words), LOOKS)
        sheet.fit(HEAD_ROW + number, WIDTHS)
    if not figures.evidence:
        sheet.span(HEAD_ROW + 1, 1, 6, words.text("workbook.evidence.none"), "note")
    _marks(sheet, len(figures.evidence), words)
    sheet.freeze(HEAD_ROW + 1)
    sheet.print_setup(footer, len(COLUMNS), (HEAD_ROW, HEAD_ROW))
    sheet.protect()


def evidence_values(number: int, item: EvidenceFigures, words: Wording) -> tuple[Value, ...]:
    """One line of the list, in the order of `COLUMNS`."""
    return (
        number,
        item.title,
        words.text("workbook.evidence.not_needed" if item.state == "not_needed" else f"evidence_state.{item.state}"),
        item.issuer,
        _coded(words, "form", item.form),
        item.file_name,
        item.issued_on,
        item.received_on,
        _coded(words, "check", item.check),
        item.checked_by,
        item.checked_on,
        item.stale_on,
        item.note,
    )


def _coded(words: Wording, section: str, code: str) -> str:
    key = f"{section}.{code}"
    return words.text(key) if words.has(key) else code


def _marks(sheet: WorkbookSheet, count: int, words: Wording) -> None:
    if count:
        area = f"C{HEAD_ROW + 1}:C{HEAD_ROW + count}"
        for state, style in STATES.items():
            label = words.text(f"evidence_state.{state}").replace('"', '""')
            sheet.mark(area, f'C{HEAD_ROW + 1}="{label}"', style)
