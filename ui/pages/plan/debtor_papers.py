"""The papers of the planning page, comparison and formulas: built in the background, then written where the person says."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from ui.background import TaskProgress
from ui.page import CasePage
from workstation.actions.outputs import write_output
from workstation.actions.papers.debtor_papers import trial_formulas
from workstation.actions.papers.packet import packets as papers
from workstation.actions.printing.outgoing import Made
from workstation.errors import Damaged, Finding, Refused
from workstation.plan.schedule.terms import Terms
from workstation.profile.account import Account

Show = Callable[[tuple[Finding, ...]], object]


class PlanPapers(QObject):
    """One paper at a time: what is asked for while another is being built is ignored. ``show`` hears what stands against one."""

    def __init__(self, page: CasePage, show: Show) -> None:
        super().__init__(page)
        self._page, self._show, self.busy = page, show, False
        self._task = task = TaskProgress()
        page.session.closed.connect(task.forget)
        self.destroyed.connect(lambda: task.forget())

    def write(self, kind: str, bank: str) -> None:
        """A paper of its kind: the comparison sheet for the debtor, the questions on a claim, the table of costs."""
        try:
            source = self._page.session.read(papers.paper_source, self._page.file.case.id, bank, kind)
        except Refused as refused:
            self._show(refused.findings)
            return
        self._build(bank, kind, source.build)

    def write_formulas(self, account: Account, terms: Terms) -> None:
        """Every amount of the trial with its formula."""
        self._build(account.bank, "formulas", partial(trial_formulas, self._page.file, account, terms))

    def _build(self, bank: str, kind: str, build: Callable[[], Made]) -> None:
        """Build first, so that nobody is asked for a file name in vain; what stands against it is shown."""
        if not self.busy:
            self.busy = True
            name = f"{self._page.file.case.number}-{bank}-{kind}.pdf"
            self._page.context.background.run(build, partial(self._on_built, kind, name), self._on_failed, self._task)

    def _on_failed(self, error: Exception) -> None:
        self.busy = False
        if isinstance(error, Refused):
            self._show(error.findings)
        elif isinstance(error, Damaged):
            self._page.context.notices.show_message(str(error))
        else:
            raise error

    def _on_built(self, kind: str, name: str, made: Made) -> None:
        self.busy = False
        page, context = self._page, self._page.context
        folder = Path(context.preferences.export_folder)
        target = context.files.target(page, context.words.label("paper_kind", kind), str(folder / name), "PDF (*.pdf)")
        if target is None:
            return
        try:
            write_output(target, made.pdf)
        except Refused as refused:
            self._show(refused.findings)
            return
        context.notices.tell_written(self.tr("Saved: {file}").format(file=target), target)
