"""The papers of the planning page, comparison and formulas: built, and written where the person says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ui.page import CasePage
from workstation.actions.papers.debtor_papers import trial_formulas
from workstation.actions.papers.packet import packets as papers
from workstation.errors import Damaged, Finding, Refused
from workstation.plan.schedule.terms import Terms
from workstation.profile.account import Account

Show = Callable[[tuple[Finding, ...]], object]


def write_comparison(page: CasePage, bank: str, show: Show) -> None:
    """The comparison sheet of the kept versions, for the debtor."""
    case_id = page.file.case.id
    _write(page, bank, "comparison", lambda: page.session.read(papers.paper, case_id, bank, "comparison").pdf, show)


def write_formulas(page: CasePage, account: Account, terms: Terms, show: Show) -> None:
    """Every amount of the trial with its formula."""
    _write(page, account.bank, "formulas", lambda: trial_formulas(page.file, account, terms).pdf, show)


def _write(page: CasePage, bank: str, kind: str, build: Callable[[], bytes], show: Show) -> None:
    """Build first, so that nobody is asked for a file name in vain; what stands against it is shown."""
    context, file = page.context, page.file
    try:
        made = build()
    except Refused as refused:
        show(refused.findings)
        return
    except Damaged as damaged:
        context.notices.show_message(str(damaged))
        return
    folder = Path(context.preferences.export_folder or context.home)
    name = f"{file.case.number}-{bank}-{kind}.pdf"
    target = context.files.target(page, context.words.label("paper_kind", kind), str(folder / name), "PDF (*.pdf)")
    if target is None:
        return
    try:
        papers.write_file(target, made)
    except Refused as refused:
        show(refused.findings)
        return
    context.notices.show_message(page.tr("Saved: {file}").format(file=target))
