"""What leaves the desk as a spreadsheet: the workbook of a case, and that of many. Read whole, so that any thread may write it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, NamedTuple

import resources
from workstation.actions.case_files.reading import EVERYTHING
from workstation.actions.cases import load_case
from workstation.actions.desk import Desk
from workstation.actions.evidence import mappings
from workstation.actions.keep.reading import files_of, read_aside
from workstation.actions.outputs import writing_output
from workstation.actions.papers.packet.source import exhibit_contents, income_gaps
from workstation.actions.plans import options
from workstation.casework.case_file import CaseFile
from workstation.casework.keeping.accounts import owed_today
from workstation.documents.packet.apart import anchors_apart, sources_apart
from workstation.documents.packet.build import Exhibit, Packet
from workstation.documents.packet.gather import packet_figures
from workstation.documents.workbook.case_workbook import case_workbook
from workstation.documents.workbook.csv_tables import TABLES, table_csv
from workstation.documents.workbook.figures import Bound, WorkbookFigures, workbook_figures
from workstation.documents.workbook.option_figures import Evaluated
from workstation.documents.workbook.portfolio_workbook import PortfolioFigures, Step, write_portfolio
from workstation.errors import Damaged, Finding, Refused
from workstation.evidence.statements.hand_mapping import HandMapping
from workstation.plan.debt.comparison import MOST
from workstation.plan.options.options import AccountOptions
from workstation.profile.account import Account
from workstation.profile.case import Stage
from workstation.profile.portfolio.kept import Kept, kept_items
from workstation.received.apart.readers import IN_PROCESS, Readers
from workstation.store.listing.wanted import LISTED, CaseFilter
from workstation.store.vault import Vault


@dataclass(frozen=True)
class WorkbookSource:
    """The workbook of one case before it is written."""

    file: CaseFile
    vault: Vault
    mappings: tuple[HandMapping, ...] = ()
    readers: Readers = field(default=IN_PROCESS, compare=False, repr=False)

    def build(self, built: Mapping[str, Packet] = MappingProxyType({})) -> bytes:
        """The .xlsx; the same case on the same day gives the same bytes.

        ``built``: packets of the case by bank, whose pages it names; of the others it finds them out, as long as a packet takes.
        """
        return case_workbook(self._figures(built))

    def table(self, name: str) -> bytes:
        """One of its tables as CSV (`TABLES`). Raises `Refused`: ``table_unknown``, ``export_no_plan``."""
        if name not in TABLES:
            raise Refused(Finding("table_unknown", name, {"table": name, "known": ", ".join(TABLES)}))
        if name == "schedule" and not self.file.chosen_plans:
            raise Refused(Finding("export_no_plan", "plan", {"number": self.file.case.number}))
        return table_csv(name, self._figures())

    def _figures(self, built: Mapping[str, Packet] = MappingProxyType({})) -> WorkbookFigures:
        packets = [self._bound(bank, built.get(bank)) for bank in self.file.addressees]
        return workbook_figures(self.file, evaluated(self.file), packets)

    def _bound(self, bank: str, built: Packet | None) -> Bound:
        """The figures of a bank's packet with the pages of its exhibits; no pages while an exhibit cannot be bound."""
        try:
            contents = exhibit_contents(self.file, bank, self.vault)
            gaps = income_gaps(self.file, contents, self.readers, self.mappings)
            exhibits = [Exhibit(item_id, data) for item_id, data in contents.items()]
            figures = sources_apart(self.readers, packet_figures(self.file, bank, 1, gaps), exhibits)
            return Bound(figures, built.anchors if built else anchors_apart(self.readers, figures, exhibits))
        except (Refused, Damaged):
            return Bound(packet_figures(self.file, bank), {})


class PortfolioWritten(NamedTuple):
    """How many cases a portfolio workbook lists, and how many plans have a sheet in it."""

    cases: int
    schedules: int


@dataclass(frozen=True)
class PortfolioSource:
    """Which cases a portfolio workbook is of: found by the words of the list and its filter, in its order."""

    desk: Desk
    about: PortfolioFigures
    search: str
    stage: Stage | None
    only: CaseFilter

    def write(self, path: Path, step: Step = lambda done, total: None) -> PortfolioWritten:
        """Find the cases and write them, on any thread and over a connection of its own: the desk is free for others.

        ``step`` is told (done, total); what it raises stops the work, and nothing is left behind.
        Raises `Refused` as `writing_output` does.
        """
        with writing_output(path) as out:
            return read_aside(self.desk, partial(self._written, out, step))()

    def _written(self, out: BinaryIO, step: Step, desk: Desk) -> PortfolioWritten:
        found: Kept[str] = kept_items()
        for line in desk.store.case_list(self.search, self.stage, only=self.only).each():
            found.append(line.case_id)
        read = partial(files_of, desk, fields=EVERYTHING)
        return PortfolioWritten(len(found), write_portfolio(out, self.about, found, read, step))


def workbook_source(desk: Desk, case_id: str) -> WorkbookSource:
    """All that the workbook of a case is made of."""
    return WorkbookSource(load_case(desk, case_id), desk.vault, mappings.taught(desk), desk.readers)


def workbook(desk: Desk, case_id: str) -> bytes:
    """The Excel workbook of a case: its chosen plans live, a trial, its options, budget, proofs and the sources of its figures."""
    return workbook_source(desk, case_id).build()


def portfolio_source(
    desk: Desk, search: str = "", stage: Stage | None = None, only: CaseFilter = LISTED
) -> PortfolioSource:
    """All cases found by the words of the list and its filter, in its order; empty words find every case that it lists."""
    settings = desk.settings
    about = PortfolioFigures(
        settings.language, desk.clock.today(), settings.desk_name, settings.agent, _most_schedules()
    )
    return PortfolioSource(desk, about, search, stage, only)


def _most_schedules() -> int:
    settled = tomllib.loads(resources.path("theme", "workbook.toml").read_text("utf-8"))
    most: int = settled["portfolio"]["schedules"]
    return most


def evaluated(file: CaseFile) -> tuple[Evaluated, ...]:
    """The options of every account that owes something, the first of them beside doing nothing."""
    return tuple(
        _evaluated(file, owed_today(file, file.account(found.account_id)), found) for found in options.options_of(file)
    )


def _evaluated(file: CaseFile, account: Account, found: AccountOptions) -> Evaluated:
    first = [ranked.option.terms for ranked in found.offered[:MOST]]
    return Evaluated(account, found, options.compare_plans(file, account, first).comparison if first else None)
