"""Exhibits as pages: pictures fitted and upright, foreign PDFs page by page, statements as tables of transactions.

The originals in the vault stay as they are. What cannot be bound whole is refused with the name of the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from workstation.documents.packet.exhibits.card import sides_of_cards
from workstation.documents.packet.exhibits.pictures import Copies, page_copies, pictures
from workstation.documents.packet.figures import ExhibitFigures
from workstation.documents.packet.foreign_pages import page_shapes
from workstation.documents.typesetting.blocks import (
    Anchor,
    Band,
    Block,
    ForeignPage,
    Image,
    Pair,
    Space,
    TableBlock,
    TableColumn,
    TableRow,
    Text,
)
from workstation.documents.typesetting.phrases import Phrases
from workstation.errors import Finding, Refused
from workstation.evidence.statements.readers import read_statement
from workstation.evidence.statements.transactions import Statement, Transaction
from workstation.received.tables import read_table

CARD_WIDTH: Final = 85.6
"""Millimetres, as ISO/IEC 7810 ID-1 has it."""
_BETWEEN_CARDS: Final = 10


@dataclass(frozen=True, slots=True)
class Exhibit:
    """The bytes of one exhibit as they lie in the vault; ``item_id`` ties them to its figures."""

    item_id: str
    data: bytes


@dataclass(frozen=True, slots=True)
class ExhibitPage:
    """Blocks of one exhibit that begin a page; ``wide``: on a sheet turned to its long side; ``card``: one side of a card."""

    blocks: tuple[Block, ...]
    wide: bool = False
    card: bool = False


def exhibit_pages(figures: ExhibitFigures, data: bytes, phrases: Phrases) -> tuple[ExhibitPage, ...]:
    """The pages of one exhibit, each under its band.

    Raises `Refused`: exhibit_unreadable, exhibit_samples_unsure, exhibit_locked, exhibit_too_large,
    exhibit_too_many_pages, exhibit_no_picture, subject ``evidence.<requirement>``.
    """
    if figures.held_back:
        return (ExhibitPage((*_first(figures, phrases), Text(phrases.text("exhibit.held_back"), style="quiet"))),)
    if data[:1024].find(b"%PDF-") >= 0:
        return tuple((_copied_pdf if figures.purpose_mark else _pdf)(figures, data, phrases))
    if figures.purpose_mark and not figures.media_type.startswith("image/"):
        raise unreadable(figures, "exhibit_no_picture")
    if figures.media_type.startswith("image/"):
        return tuple(_copied(figures, pictures(data, figures, sides_of_cards(figures)), phrases))
    return (ExhibitPage(tuple(_table(figures, data, phrases))),)


def unreadable(figures: ExhibitFigures, code: str = "exhibit_unreadable", **more: str) -> Refused:
    """The refusal of an exhibit, naming its file and its place in the checklist."""
    return Refused(Finding(code, f"evidence.{figures.requirement}", {"file": figures.file_name, **more}))


def _first(figures: ExhibitFigures, phrases: Phrases, part: int = 1, parts: int = 1) -> Iterator[Block]:
    """An anchor before each page, the first one with a name, then the band."""
    name = _title(figures, phrases)
    yield Anchor(figures.anchor, name, level=1) if part == 1 else Anchor(f"{figures.anchor}.{part}")
    facts = [figures.issuer, figures.document_number, figures.issued_on or figures.covers]
    checked = phrases.text("application.verified", day=figures.verified) if figures.verified else ""
    yield Band(_title(figures, phrases, part, parts), "   ".join(fact for fact in (*facts, checked) if fact))


def _title(figures: ExhibitFigures, phrases: Phrases, part: int = 1, parts: int = 1) -> str:
    """What stands on the band of a page, and is said of a picture to a reader who does not see it."""
    if parts > 1:
        return phrases.text("exhibit.part", no=figures.no, title=figures.title, part=part, parts=parts)
    return phrases.text("exhibit.band", no=figures.no, title=figures.title)


def _pdf(figures: ExhibitFigures, data: bytes, phrases: Phrases) -> Iterator[ExhibitPage]:
    shapes = page_shapes(data, figures)
    for index, wide in enumerate(shapes):
        page = ForeignPage(figures.item_id, index, _title(figures, phrases, index + 1, len(shapes)))
        yield ExhibitPage((*_first(figures, phrases, index + 1, len(shapes)), page), wide)


def _copied_pdf(figures: ExhibitFigures, data: bytes, phrases: Phrases) -> Iterator[ExhibitPage]:
    """Pages of a card or register as pixels: its text layer, and what its drawing hides, stay in the vault."""
    shapes = page_shapes(data, figures)
    return _copied(figures, list(page_copies(data, figures, sides_of_cards(figures))), phrases, shapes)


def _copied(
    figures: ExhibitFigures, pages: Sequence[Copies], phrases: Phrases, wide: Sequence[bool] = ()
) -> Iterator[ExhibitPage]:
    """Cards of one page stay together; a page whole, or its pieces one by one. ``wide``: of each page of a PDF."""
    shown = [copies for page in pages for copies in ([page] if page[0].card else [(one,) for one in page])]
    for part, copies in enumerate(shown, 1):
        card, alt = copies[0].card, _title(figures, phrases, part, len(shown))
        turned = bool(wide and wide[part - 1]) and not card
        blocks = (*_first(figures, phrases, part, len(shown)), *_apart(copies, alt))
        yield ExhibitPage(blocks, turned, card=card and len(copies) == 1)


def _apart(copies: Copies, alt: str) -> Iterator[Block]:
    for place, one in enumerate(copies):
        if place:
            yield Space(_BETWEEN_CARDS)
        yield Image(one.data, one.width, one.height, alt=alt, across=CARD_WIDTH if one.card else 0)


def on_sheets(pages: Iterable[ExhibitPage]) -> Iterator[ExhibitPage]:
    """Two sides of a card that follow each other share a sheet, each under its band."""
    before: ExhibitPage | None = None
    for page in pages:
        if before is not None and before.card and page.card:
            below = (replace(block, goes_on=True) if isinstance(block, Band) else block for block in page.blocks)
            yield ExhibitPage((*before.blocks, Space(_BETWEEN_CARDS), *below))
            before = None
        else:
            if before is not None:
                yield before
            before = page
    if before is not None:
        yield before


def _table(figures: ExhibitFigures, data: bytes, phrases: Phrases) -> Iterator[Block]:
    try:
        statement = read_statement(data, figures.file_name)
    except Refused:
        yield from _sheets(figures, data, phrases)
        return
    yield from _first(figures, phrases)
    yield from _transactions(statement, phrases)


def _transactions(statement: Statement, phrases: Phrases) -> Iterator[Block]:
    span = {
        "from": phrases.day(statement.from_on),
        "to": phrases.day(statement.to_on),
    }
    count = len(statement.transactions)
    account = f"{statement.account} {phrases.currency(statement.currency)}".strip()
    yield Pair(phrases.text("exhibit.transactions", account=account, count=count, **span))
    balances = any(one.balance is not None for one in statement.transactions)
    columns = [
        TableColumn(phrases.text("exhibit.day")),
        TableColumn(phrases.text("exhibit.amount"), "figure"),
        *([TableColumn(phrases.text("exhibit.balance"), "figure")] if balances else []),
        TableColumn(phrases.text("exhibit.counterparty"), grow=True),
        TableColumn(phrases.text("exhibit.text"), grow=True),
    ]
    rows = tuple(TableRow(tuple(_cells(one, balances, phrases))) for one in statement.transactions)
    yield TableBlock(tuple(columns), rows, small=True)
    if statement.rows_left_out:
        yield Text(phrases.text("exhibit.left_out", count=len(statement.rows_left_out)), style="quiet")


def _cells(one: Transaction, balances: bool, phrases: Phrases) -> Iterator[str]:
    yield phrases.day(one.on)
    yield one.amount.grouped()
    if balances:
        yield one.balance.grouped() if one.balance is not None else ""
    yield one.counterparty
    yield one.text


def _sheets(figures: ExhibitFigures, data: bytes, phrases: Phrases) -> Iterator[Block]:
    """A table of unknown layout, cell by cell as it was received."""
    try:
        sheets = [sheet for sheet in read_table(data, figures.file_name).sheets if any(map(any, sheet.rows))]
    except Refused:
        raise unreadable(figures) from None
    if not sheets:
        raise unreadable(figures)
    for part, sheet in enumerate(sheets, 1):
        yield from _first(figures, phrases, part, len(sheets))
        if sheet.name:
            yield Text(phrases.text("exhibit.sheet", name=sheet.name), style="quiet")
        width = max(len(row) for row in sheet.rows)
        rows = tuple(TableRow((*row, *[""] * (width - len(row)))) for row in sheet.rows if any(row))
        yield TableBlock(tuple(TableColumn(grow=True) for _ in range(width)), rows, small=True)
