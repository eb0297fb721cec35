"""The ways of a paper out of the desk by file: where to, written whole, and said."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from ui.background import TaskProgress
from ui.page import CasePage
from workstation.actions.papers import exports
from workstation.actions.papers.exports import WorkbookSource
from workstation.actions.papers.packet import packets
from workstation.errors import Damaged, Refused

PDF = "PDF (*.pdf)"
XLSX = "XLSX (*.xlsx)"
CSV = "CSV (*.csv)"


def write_paper(
    page: CasePage, name: str, kinds: str, data: Callable[[], bytes], set_text: Callable[[Refused | Damaged], object]
) -> None:
    """Ask where to; only then make ``data``, so that cancelling leaves nothing on record. Refusals are said."""
    target = ask_target(page, name, kinds)
    if target is None:
        return
    try:
        made = data()
    except (Refused, Damaged) as error:
        set_text(error)
        return
    write_to(page, target, set_text, made)


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
        source = page.session.read(exports.workbook_source, page.file.case.id)
        written = partial(write_to, page, target, set_text)
        page.context.background.run(partial(way, source), written, partial(_text_of, set_text), task)


def _text_of(set_text: Callable[[Refused | Damaged], object], error: Exception) -> None:
    if not isinstance(error, Refused | Damaged):
        raise error
    set_text(error)


def ask_target(page: CasePage, name: str, kinds: str) -> Path | None:
    """Where a file should go; the folder of the last time is offered."""
    folder = Path(page.context.preferences.export_folder or page.context.home)
    return page.context.files.target(page, page.tr("Export"), str(folder / name), kinds)


def write_to(page: CasePage, target: Path, set_text: Callable[[Refused | Damaged], object], data: bytes) -> None:
    """Write a file whole, and say so."""
    try:
        packets.write_file(target, data)
    except Refused as refused:
        set_text(refused)
        return
    page.context.preferences.export_folder = str(target.parent)
    page.context.notices.show_message(page.tr("Saved: {file}").format(file=target))
