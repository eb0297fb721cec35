"""The sheet of sources (来源对照): each figure of an application with the exhibit and page that shows it, or who states it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from workstation.documents.packet.figures import PacketFigures
from workstation.documents.packet.source_figures import ProvenanceFigures, SourcePlace
from workstation.documents.workbook.cell_text import Value
from workstation.documents.workbook.sheet import WorkbookSheet
from workstation.documents.workbook.styles import WARNED
from workstation.money import Money
from workstation.profile.debtor import masked
from workstation.wording import Wording

HEAD_ROW: Final = 4
COLUMNS: Final = ("number", "bank", "figure", "value", "source", "document", "checked")
WIDTHS: Final = (6.0, 20.0, 30.0, 30.0, 26.0, 40.0, 14.0)


@dataclass(frozen=True, slots=True)
class SourceFigures:
    """One figure of the application to ``bank``; without an exhibit ``source`` says who states it, ``document`` is empty."""

    bank: str
    figure: str
    value: Value
    source: str
    document: str
    checked: str


def source_figures(packet: PacketFigures, pages: Mapping[str, int], words: Wording) -> Iterator[SourceFigures]:
    """Every figure of a packet; ``pages`` by anchor, empty where the packet cannot be bound yet. The ID is covered: a workbook
    is passed on more lightly than a packet."""
    exhibits = {exhibit.no: exhibit for exhibit in packet.exhibits}
    for one in packet.provenance:
        shown = [exhibits[no] for no in dict.fromkeys(place.no for place in one.places)]
        yield SourceFigures(
            packet.bank,
            one.figure,
            _covered(one.value, packet),
            "\n".join(dict.fromkeys(_place(place, pages, words) for place in one.places))
            or _text_of(one, pages, words),
            "\n".join(f"{exhibit.title}（{exhibit.file_name}）" for exhibit in shown),
            "\n".join(dict.fromkeys(exhibit.verified for exhibit in shown if exhibit.verified)),
        )


def _covered(value: str | Money, packet: PacketFigures) -> Value:
    return masked(value, 3, 4) if isinstance(value, str) and value == packet.applicant.resident_id else value


def _place(place: SourcePlace, pages: Mapping[str, int], words: Wording) -> str:
    if place.anchor not in pages:
        return words.text("workbook.sources.exhibit", {"no": str(place.no)})
    named = words.text("paper.place", {"no": str(place.no), "page": str(pages[place.anchor])})
    return words.text("paper.source.covered", {"place": named}) if place.covered else named


def _text_of(one: ProvenanceFigures, pages: Mapping[str, int], words: Wording) -> str:
    page = pages.get(one.anchor)
    seen = words.text("paper.page", {"page": str(page)}) if page else words.text("paper.page_of_paper")
    return words.text(f"paper.source.{one.words}", {"seen": seen})


def fill_sources(
    sheet: WorkbookSheet, sources: Sequence[SourceFigures], words: Wording, subtitle: str, footer: str
) -> None:
    """Write all cells and the frame."""
    sheet.widths(*WIDTHS)
    sheet.span(1, 1, 6, words.text("workbook.sources.title"), "title")
    sheet.span(2, 1, 6, subtitle, "subtitle")
    sheet.height(1, 32)
    for column, name in enumerate(COLUMNS, 1):
        sheet.put(HEAD_ROW, column, words.text(f"workbook.column.{name}"), "head_center" if column == 1 else "head")
    sheet.head(HEAD_ROW)
    for number, one in enumerate(sources, 1):
        row = HEAD_ROW + number
        look = "row_money" if isinstance(one.value, Money) else "row_text_right"
        values: tuple[Value, ...] = (number, one.bank, one.figure, one.value, one.source, one.document, one.checked)
        sheet.line(row, values, ("row_whole", "row_text", "row_text", look, "row_text", "row_text", "row_text"))
        sheet.fit(row, WIDTHS)
    if sources:
        sheet.mark(f"E{HEAD_ROW + 1}:E{HEAD_ROW + len(sources)}", f'$F{HEAD_ROW + 1}=""', WARNED)
    else:
        sheet.span(HEAD_ROW + 1, 1, 6, words.text("workbook.sources.none"), "note")
    sheet.freeze(HEAD_ROW + 1)
    sheet.print_setup(footer, len(COLUMNS), (HEAD_ROW, HEAD_ROW))
    sheet.protect()
