"""What leaves the desk as a spreadsheet: the workbook of a case. Read at once and frozen, so that it may be built on any thread."""

from __future__ import annotations

from dataclasses import dataclass

from workstation.actions import options
from workstation.actions.cases import load_case
from workstation.actions.desk import Desk
from workstation.actions.packet_source import exhibit_contents, income_gaps
from workstation.casework.case_file import CaseFile
from workstation.documents.figures import packet_figures
from workstation.documents.packet import Exhibit, places
from workstation.documents.workbook import case_workbook
from workstation.documents.workbook_figures import Bound, workbook_figures
from workstation.documents.workbook_option_figures import Weighed
from workstation.errors import Damaged, Refused
from workstation.plan.comparison import MOST
from workstation.plan.options import AccountOptions
from workstation.profile.account import Account
from workstation.store.vault import Vault


@dataclass(frozen=True)
class WorkbookSource:
    """The workbook of one case before it is written."""

    file: CaseFile
    vault: Vault

    def build(self) -> bytes:
        """The .xlsx; the same case on the same day gives the same bytes."""
        file = self.file
        packets = [self._bound(bank) for bank in file.banks]
        return case_workbook(workbook_figures(file, weighed(file), packets))

    def _bound(self, bank: str) -> Bound:
        """The figures of a bank's packet with the pages of its exhibits; no pages while an exhibit cannot be bound."""
        try:
            contents = exhibit_contents(self.file, bank, self.vault)
            figures = packet_figures(self.file, bank, 1, income_gaps(self.file, contents))
            return Bound(figures, places(figures, [Exhibit(item_id, data) for item_id, data in contents.items()]))
        except (Refused, Damaged):
            return Bound(packet_figures(self.file, bank), {})


def workbook_source(desk: Desk, case_id: str) -> WorkbookSource:
    """All that the workbook of a case is made of."""
    return WorkbookSource(load_case(desk, case_id), desk.vault)


def workbook(desk: Desk, case_id: str) -> bytes:
    """The Excel workbook of a case: its chosen plans live, a trial, its options, budget, proofs and the sources of its figures."""
    return workbook_source(desk, case_id).build()


def weighed(file: CaseFile) -> tuple[Weighed, ...]:
    """The options of every account that owes something, the first of them beside doing nothing."""
    accounts = {account.id: account for account in file.accounts}
    return tuple(_weighed(file, accounts[found.account_id], found) for found in options.options_of(file))


def _weighed(file: CaseFile, account: Account, found: AccountOptions) -> Weighed:
    first = [ranked.option.terms for ranked in found.offered[:MOST]]
    return Weighed(account, found, options.compare_plans(file, account, first).comparison if first else None)
