"""Statements of a case read and judged: one for its own page, all together for the income. Records are read where the desk is;
what is answered then reads the files and can work on any thread.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

from workstation.actions.desk import Desk
from workstation.actions.evidence.mappings import layouts, read_with
from workstation.actions.evidence.recognition import recognised_of
from workstation.actions.formulas import read_computed
from workstation.casework.case_file import CaseFile
from workstation.casework.income.disposable import offers_beyond_findings
from workstation.casework.income.picture import IncomePicture, income_picture
from workstation.errors import Damaged, Finding, Refused
from workstation.evidence.recognised_text import RecognisedText
from workstation.evidence.statements.layout import Layout
from workstation.evidence.statements.recognised_statement import recognised_statement
from workstation.evidence.statements.statement import Analysis, Statement, analyse
from workstation.evidence.verification import EvidenceItem
from workstation.received.apart.readers import Readers
from workstation.received.ofd.package import PAGED
from workstation.store.vault import Vault

_BROKEN: Final = (
    "_break",
    "_break_income",
    "_break_expense",
    "_break_amount",
    "pages_missing",
    "_unreadable",
    "impossible_date",
    "outside_period",
    "direction_unknown",
    "direction_contradicted",
    "date_order",
    "day_ahead",
    "recognised_unconfirmed",
    "sheet_left",
    "list_left",
    "row_currency_unknown",
)
"""How the codes of findings end that say that a statement contradicts itself; all others are advice: to be looked at again."""


@dataclass(frozen=True, slots=True)
class StatementRead:
    """One proof read as a statement; ``recognised``: the text on a scan or photograph that it was read from."""

    item: EvidenceItem
    statement: Statement
    analysis: Analysis
    recognised: RecognisedText | None = None


@dataclass(frozen=True, slots=True)
class IncomeRead:
    """The income of a case with the statements it rests on, and the proofs that could not be read as one.

    ``overcommitment``: what is wrong where all chosen plans together exceed what these statements leave to live on.
    """

    picture: IncomePicture
    overcommitment: tuple[Finding, ...]
    read: tuple[EvidenceItem, ...]
    unread: tuple[EvidenceItem, ...]


def is_advice(finding: Finding) -> bool:
    """Whether a finding on a statement only asks for a second look; else the statement contradicts itself."""
    return not finding.code.endswith(_BROKEN)


def statement_reader(desk: Desk, item_id: str, *, compute: bool = False) -> Callable[[], StatementRead]:
    """What reads and analyses an item. Calling it raises `Refused` when no known layout fits, `Damaged` for a lost file.

    ``compute``: a person wants formulas without a stored result computed here, to look at; nothing is kept of them.
    """
    item, vault, known, readers = desk.store.get(EvidenceItem, item_id), desk.vault, layouts(desk), desk.readers
    today, text = desk.clock.today(), recognised_of(desk, item_id)
    if text is not None:
        return lambda: _recognised(text, item, known, today)
    if item.media_type.startswith("image/"):
        return partial(_refuse_picture, item)
    return lambda: _read(vault, item, known, readers, today, compute)


def income_reader(desk: Desk, file: CaseFile) -> Callable[[], IncomeRead]:
    """What reads every statement of a case and draws the picture of its income."""
    texts = {one.item_id: one for one in desk.store.find(RecognisedText, case_id=file.case.id)}
    sources = _Sources(desk.vault, layouts(desk), desk.readers, texts)
    items = tuple(statement_items(file, texts))
    return lambda: _income(sources, file, items)


def statement_items(file: CaseFile, recognised: Container[str] = ()) -> Iterator[EvidenceItem]:
    """The proofs that may be statements: tables, and where a period is asked for files of pages and what was ``recognised`` (ids of
    items); the same content once.
    """
    seen: set[str] = set()
    periods = {line.requirement.code for line in file.checklist if line.requirement.covers_months}
    for item in file.live_items:
        pages = item.media_type in PAGED
        table = not pages and not item.media_type.startswith("image/")
        paper = item.requirement in periods and (pages or item.id in recognised)
        if item.sha256 not in seen and (table or paper):
            seen.add(item.sha256)
            yield item


def _read(
    vault: Vault, item: EvidenceItem, known: Sequence[Layout], readers: Readers, today: date, compute: bool
) -> StatementRead:
    data, name = vault.read(item.sha256), item.file_name
    statement = read_computed(compute, data, name, lambda computed: read_with(data, name, known, readers, computed))
    return StatementRead(item, statement, analyse(statement, today))


def _refuse_picture(item: EvidenceItem) -> StatementRead:
    raise Refused(Finding("statement_pdf_scanned", "statement", {"file": item.file_name}))


def _recognised(text: RecognisedText, item: EvidenceItem, known: Sequence[Layout], today: date) -> StatementRead:
    statement = recognised_statement(text, item.file_name, known)
    return StatementRead(item, statement, analyse(statement, today), text)


@dataclass(frozen=True, slots=True)
class _Sources:
    """What the statements of a case are read from; ``texts`` are recognised ones by the id of their item."""

    vault: Vault
    known: Sequence[Layout]
    readers: Readers
    texts: Mapping[str, RecognisedText]

    def statement(self, item: EvidenceItem) -> Statement:
        """A statement that may count. Raises `Refused`, for recognised text also while nobody has confirmed it; `Damaged`."""
        text = self.texts.get(item.id)
        if text is None:
            return read_with(self.vault.read(item.sha256), item.file_name, self.known, self.readers)
        if not text.confirmed:
            raise Refused(Finding("recognised_unconfirmed", "statement", {"engine": text.engine}))
        return recognised_statement(text, item.file_name, self.known)


def _income(sources: _Sources, file: CaseFile, items: Iterable[EvidenceItem]) -> IncomeRead:
    read: list[tuple[EvidenceItem, Statement]] = []
    unread: list[EvidenceItem] = []
    for item in items:
        try:
            read.append((item, sources.statement(item)))
        except (Refused, Damaged):
            unread.append(item)
    picture = income_picture(file, [statement for _, statement in read])
    return IncomeRead(picture, offers_beyond_findings(file, picture), tuple(item for item, _ in read), tuple(unread))
