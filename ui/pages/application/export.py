"""The ways of a paper out of the desk by file: where to, written whole, and said."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from ui.background import TaskProgress
from ui.page import CasePage
from workstation.actions.outputs import write_output
from workstation.actions.papers import workbooks
from workstation.actions.papers.packet import packets
from workstation.actions.papers.workbooks import WorkbookSource
from workstation.errors import Damaged, Refused

PDF = "PDF (*.pdf)"
XLSX = "XLSX (*.xlsx)"
CSV = "CSV (*.csv)"


Make = Callable[[Callable[[bytes], None], Callable[[Exception], None]], None]
"""Begins to write a paper in the background; answers by the first when it is there, else by the second."""


def write_paper(
    page: CasePage, name: str, kinds: str, make: Make, set_text: Callable[[Refused | Damaged], object]
) -> None:
    """Ask where to; only then ``make`` it, so that a cancelled export leaves nothing on record. Refusals are shown."""
    target = ask_target(page, name, kinds)
    if target is not None:
        make(partial(write_to, page, target, set_text), partial(_text_of, set_text))


def draft_maker(page: CasePage, bank: str, task: TaskProgress) -> Make:
    """Writes the packet of a bank with its DRAFT mark, which goes on no record."""

    def make(done: Callable[[bytes], None], failed: Callable[[Exception], None]) -> None:
        try:
            source = page.session.read(packets.packet_source, page.file.case.id, bank, draft=True)
        except Refused as refused:
            failed(refused)
            return
        page.context.background.run(source.build, lambda made: done(made.pdf), failed, task)

    return make


def write_table(
    page: CasePage,
    task: TaskProgress,
    kinds: str,
    way: Callable[[WorkbookSource], bytes],
    set_text: Callable[[Refused | Damaged], object],
) -> None:
    """Ask where to; what the case holds as sheets is then built in the background. Refusals are said."""
    ending = kinds.partition(" ")[0].lower()
    target = ask_target(page, f"{page.file.case.number}.{ending}", kinds)
    if target is not None:
        source = page.session.read(workbooks.workbook_source, page.file.case.id)
        written = partial(write_to, page, target, set_text)
        page.context.background.run(partial(way, source), written, partial(_text_of, set_text), task)


def _text_of(set_text: Callable[[Refused | Damaged], object], error: Exception) -> None:
    if not isinstance(error, Refused | Damaged):
        raise error
    set_text(error)


def ask_target(page: CasePage, name: str, kinds: str) -> Path | None:
    """Where a file should go; the folder of the last time is offered."""
    folder = Path(page.context.preferences.export_folder)
    title = QCoreApplication.translate("PaperExport", "Export")
    return page.context.files.target(page, title, str(folder / name), kinds)


def write_to(page: CasePage, target: Path, set_text: Callable[[Refused | Damaged], object], data: bytes) -> None:
    """Write a file whole, and say so."""
    try:
        write_output(target, data)
    except Refused as refused:
        set_text(refused)
        return
    page.context.preferences.export_folder = str(target.parent)
    saved = QCoreApplication.translate("PaperExport", "Saved: {file}")
    page.context.notices.tell_written(saved.format(file=target), target)
