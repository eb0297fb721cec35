"""Papers 5 and 6: the evidence index 证据目录 and the table of sources 来源对照表."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from workstation.documents.packet.figures import ExhibitFigures, PacketFigures
from workstation.documents.packet.source_figures import ProvenanceFigures, SourcePlace
from workstation.documents.typesetting.blocks import (
    Anchor,
    Block,
    Heading,
    Note,
    PageBreak,
    TableBlock,
    TableColumn,
    TableRow,
    Text,
    Title,
)
from workstation.documents.typesetting.phrases import Phrases
from workstation.money import Money

INDEX = "paper.evidence"
SOURCES = "paper.provenance"
_HASH_SHOWN: Final = 8  # hex digits: enough to tell the file in the vault


def evidence_index(figures: PacketFigures, phrases: Phrases) -> tuple[Block, ...]:
    """Every exhibit with issuer, date, form, check and page; then what was waived and why."""
    title = phrases.text("evidence.title")
    return (
        PageBreak(),
        Anchor(INDEX, title),
        Title(title, phrases.text("evidence.subtitle")),
        *_exhibits(figures, phrases),
        *_waivers(figures, phrases),
    )


def _exhibits(figures: PacketFigures, phrases: Phrases) -> Iterator[Block]:
    if not figures.exhibits:
        yield Text(phrases.text("evidence.empty"))
        return
    say = phrases.text
    columns = (
        TableColumn(say("evidence.no"), align="centre"),
        TableColumn(say("evidence.item"), grow=True),
        TableColumn(say("evidence.issuer"), grow=True),
        TableColumn(say("evidence.dated")),
        TableColumn(say("evidence.form")),
        TableColumn(say("evidence.checked")),
        TableColumn(say("evidence.page"), align="right"),
    )
    yield TableBlock(columns, tuple(_row(exhibit, phrases) for exhibit in figures.exhibits), small=True)
    marked = any(exhibit.purpose_mark for exhibit in figures.exhibits)
    yield Note(say("evidence.form_note") + (say("evidence.purpose_note") if marked else ""))


def _row(exhibit: ExhibitFigures, phrases: Phrases) -> TableRow:
    details = []
    if exhibit.document_number:
        details.append(phrases.text("evidence.document", number=exhibit.document_number))
    if exhibit.covers:
        details.append(phrases.text("evidence.covers", covers=exhibit.covers))
    details.append(phrases.text("evidence.hash", hash=exhibit.sha256[:_HASH_SHOWN]))
    checked = f"{exhibit.verified}\n{exhibit.check}" if exhibit.verified else phrases.text("application.unverified")
    cells = (
        str(exhibit.no),
        f"{exhibit.title}\n{phrases.listed(details)}",
        exhibit.issuer,
        exhibit.issued_on,
        exhibit.form,
        checked,
    )
    return TableRow((*cells, str(phrases.page(exhibit.anchor) or phrases.text("no_page"))))


def _waivers(figures: PacketFigures, phrases: Phrases) -> Iterator[Block]:
    if not figures.waivers:
        return
    yield Heading(phrases.text("evidence.waived"))
    columns = (
        TableColumn(phrases.text("evidence.item"), grow=True),
        TableColumn(phrases.text("evidence.reason"), grow=True),
        TableColumn(phrases.text("evidence.by")),
        TableColumn(phrases.text("evidence.on")),
    )
    yield TableBlock(columns, tuple(TableRow((one.title, one.reason, one.by, one.on)) for one in figures.waivers))


def sources(figures: PacketFigures, phrases: Phrases) -> tuple[Block, ...]:
    """Each figure of the application with the exhibit and page on which it was confirmed, or who states it."""
    title = phrases.text("provenance.title")
    columns = (
        TableColumn(phrases.text("provenance.figure"), grow=True),
        TableColumn(phrases.text("provenance.value"), grow=True),
        TableColumn(phrases.text("provenance.source"), grow=True),
    )
    rows = tuple(TableRow((one.figure, _value(one.value), _source(one, phrases))) for one in figures.provenance)
    return (
        PageBreak(),
        Anchor(SOURCES, title),
        Title(title, phrases.text("provenance.subtitle")),
        TableBlock(columns, rows),
        *([Note(phrases.text("provenance.note"))] if any(one.places for one in figures.provenance) else []),
    )


def _value(value: str | Money) -> str:
    return value.grouped() if isinstance(value, Money) else value


def _source(one: ProvenanceFigures, phrases: Phrases) -> str:
    """Confirmed places by exhibit and page, or the words with the page of the paper they speak of."""
    if one.places:
        return "\n".join(dict.fromkeys(_place(place, phrases) for place in one.places))
    return phrases.text(f"source.{one.words}", seen=phrases.seen(one.anchor.removeprefix("paper.")))


def _place(place: SourcePlace, phrases: Phrases) -> str:
    named = phrases.exhibit_ref(place.no, place.anchor)
    return phrases.text("source.covered", place=named) if place.covered else named
