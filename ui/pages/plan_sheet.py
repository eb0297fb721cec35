"""The comparison sheet for the debtor: built, and written where the person says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ui.page import CasePage
from workstation.actions import papers
from workstation.errors import Damaged, Finding, Refused

KIND = "comparison"


def write_sheet(page: CasePage, bank: str, show: Callable[[tuple[Finding, ...]], object]) -> None:
    """Build first, so that nobody is asked for a file name in vain; what stands against it is shown."""
    kit, file = page.kit, page.file
    try:
        made = page.session.read(papers.paper, file.case.id, bank, KIND)
    except Refused as refused:
        show(refused.findings)
        return
    except Damaged as damaged:
        kit.notices.tell(str(damaged))
        return
    folder = Path(kit.preferences.export_folder or kit.home)
    name = f"{file.case.number}-{bank}-{KIND}.pdf"
    target = kit.files.target(page, page.tr("Comparison sheet"), str(folder / name), "PDF (*.pdf)")
    if target is None:
        return
    try:
        papers.write_file(target, made.pdf)
    except Refused as refused:
        show(refused.findings)
        return
    kit.notices.tell(page.tr("Written: {file}").format(file=target))
