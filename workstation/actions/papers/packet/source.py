"""A paper before it is written: all it is made of, read once and frozen, so that the writing may happen on any thread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from workstation.actions.papers import single_papers
from workstation.casework.case_file import CaseFile
from workstation.casework.gating.statement_gate import statement_gate
from workstation.casework.packet_facts import bound_items, log_of
from workstation.casework.paper_kinds import PaperKind
from workstation.casework.paper_needs import PaperRequest
from workstation.casework.printed import PACKET, PrintedPacket
from workstation.casework.said.fields import ID_COPY
from workstation.documents.packet.apart import build_apart, sources_apart
from workstation.documents.packet.build import Exhibit, Packet, build_paper
from workstation.documents.packet.gather import packet_figures
from workstation.documents.papers.build import build_id_copy
from workstation.documents.papers.gather.id_copy import id_copy_figures
from workstation.errors import Finding, Refused, refuse_if
from workstation.evidence.statements.continuity import by_account, periods, whole_months
from workstation.evidence.statements.earnings import earnings
from workstation.evidence.statements.hand_mapping import HandMapping
from workstation.evidence.statements.income import months
from workstation.evidence.statements.layout import Layout
from workstation.evidence.statements.readers import known_layouts, read_any_statement
from workstation.evidence.statements.statement import Analysis, Statement, analyse
from workstation.evidence.verification import EvidenceItem
from workstation.received.apart.readers import IN_PROCESS, Readers
from workstation.store.vault import Vault


@dataclass(frozen=True)
class PacketSource:
    """A packet for one bank. ``versions`` left for it before, oldest first; a ``draft`` is watermarked on every page.

    ``mappings``: the statement layouts that the desk was taught by hand.
    ``log``: the head of the desk's log, which a new version bears.
    """

    file: CaseFile
    bank: str
    versions: tuple[PrintedPacket, ...]
    vault: Vault
    draft: bool
    kind: str = PACKET
    mappings: tuple[HandMapping, ...] = ()
    readers: Readers = field(default=IN_PROCESS, compare=False, repr=False)
    log: str = ""

    def build(self) -> Packet:
        """The next version; when the last one still says the same as it did on its day, that one again.

        A final one is refused (`Refused`) while a statement in it contradicts its own control figures and nobody explained why.
        """
        contents = exhibit_contents(self.file, self.bank, self.vault)
        if not self.draft:
            refuse_if(statement_findings(self.file, contents, self.readers, self.mappings))
        if self.versions and not self.draft:
            last = self.versions[-1]
            again = self._build(contents, last.version, log_of(last))
            if again.sha256 == last.sha256:
                return again
        return self._build(contents, len(self.versions) + 1, "" if self.draft else self.log)

    def store(self, made: Packet) -> None:
        """Put a built packet that goes on record into the vault, on any thread; `keep_packet` then only writes its record."""
        if not self.draft:
            self.vault.keep(made.pdf, self.title)

    @property
    def title(self) -> str:
        """What a fault of its vault file names it by."""
        return f"{self.file.case.number} {self.bank}"

    def _build(self, contents: Mapping[str, bytes], version: int, log: str) -> Packet:
        gaps = income_gaps(self.file, contents, self.readers, self.mappings)
        figures = replace(packet_figures(self.file, self.bank, version, gaps), log=log)
        exhibits = [Exhibit(item_id, data) for item_id, data in contents.items()]
        return build_apart(self.readers, figures, exhibits, self.draft)


@dataclass(frozen=True)
class PaperSource:
    """One paper by itself. ``draft`` says whether the mark of a draft is on it."""

    file: CaseFile
    request: PaperRequest
    paper: PaperKind
    vault: Vault
    draft: bool
    mappings: tuple[HandMapping, ...] = ()
    readers: Readers = field(default=IN_PROCESS, compare=False, repr=False)

    @property
    def kind(self) -> str:
        """The name of its kind."""
        return self.paper.name

    @property
    def bank(self) -> str:
        """The bank it was asked for, or nothing."""
        return self.request.bank

    def build(self) -> Packet:
        """Write it."""
        if self.kind == ID_COPY:
            return build_id_copy(id_copy_figures(self.file, self.bank, self.vault.read, self.readers))
        if not self.paper.bound:
            return single_papers.WRITERS[self.kind](self.file, self.request)
        contents = exhibit_contents(self.file, self.bank, self.vault)
        gaps = income_gaps(self.file, contents, self.readers, self.mappings)
        figures = packet_figures(self.file, self.bank, 1, gaps)
        if self.kind == "provenance":
            exhibits = [Exhibit(item_id, data) for item_id, data in contents.items()]
            figures = sources_apart(self.readers, figures, exhibits)
        return build_paper(figures, self.kind, draft=self.draft)


def exhibit_contents(file: CaseFile, bank: str, vault: Vault) -> dict[str, bytes]:
    """Item id → the original bytes of every exhibit that goes to a bank."""
    return {item.id: vault.read(item.sha256) for _, item in bound_items(file, bank)}


def income_gaps(
    file: CaseFile, contents: Mapping[str, bytes], readers: Readers = IN_PROCESS, own: Iterable[HandMapping] = ()
) -> tuple[str, ...]:
    """The months (``2026-08``) that some statement of the case covers and in which none of them shows income; what the debtor moved
    from an account of their own is none.

    ``own``: the layouts of statements that the desk was taught by hand.
    """
    read = [(statement, analysis) for _, statement, analysis in _analyses(file, contents, readers, own)]
    gaps = {gap for _, analysis in read for gap in analysis.income_gaps}
    earned = _earned([statement for statement, _ in read], file.debtor.name)
    accounts = by_account(statement for statement, _ in read if statement.shows_income and statement.period_printed)
    together = {month for account in accounts for month in whole_months(periods(account))}
    return tuple(sorted((gaps | together) - earned))


def _earned(statements: Sequence[Statement], holder: str) -> set[str]:
    """The months in which any statement shows income; a list of months tells the same pay as an account, but shows it, too."""
    currencies = {one.currency for one in statements}
    paid = {
        month.month
        for currency in currencies
        for month in earnings(statements, holder, currency).months
        if month.income
    }
    return paid | {month.month for one in statements if one.monthly for month in months(one) if month.income}


def statement_findings(
    file: CaseFile, contents: Mapping[str, bytes], readers: Readers = IN_PROCESS, own: Iterable[HandMapping] = ()
) -> tuple[Finding, ...]:
    """What forbids a final packet with these exhibits, by what the statements among them print about themselves.

    ``own``: the layouts of statements that the desk was taught by hand; theirs are judged as all others are.
    """
    return tuple(
        finding
        for item, _, analysis in _analyses(file, contents, readers, own)
        for finding in statement_gate(file, item, analysis.findings)
    )


def _analyses(
    file: CaseFile, contents: Mapping[str, bytes], readers: Readers, own: Iterable[HandMapping]
) -> Iterator[tuple[EvidenceItem, Statement, Analysis]]:
    layouts = known_layouts(own)
    for item in file.live_items:
        statement = _statement(contents[item.id], item.file_name, readers, layouts) if item.id in contents else None
        if statement is not None:
            yield item, statement, analyse(statement)


def _statement(data: bytes, name: str, readers: Readers, layouts: Sequence[Layout]) -> Statement | None:
    """An exhibit that is a statement of a known layout; None for every other proof."""
    try:
        return read_any_statement(data, name, readers, layouts=layouts)
    except Refused:
        return None
