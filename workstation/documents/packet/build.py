"""Builds the packet for a bank: cover, six papers and the exhibits, bound into one sealed PDF.

Pages name pages, so the papers are set until the numbers they print are the numbers they have; exhibits are set once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from workstation.documents.packet import foreign_pages
from workstation.documents.packet.application import application
from workstation.documents.packet.archival import archival_level
from workstation.documents.packet.budget import budget
from workstation.documents.packet.checked_sources import checked_sources
from workstation.documents.packet.cover import alone, cover
from workstation.documents.packet.exhibits.blank import blank_findings
from workstation.documents.packet.exhibits.drawn import drawn_exhibits
from workstation.documents.packet.exhibits.pages import Exhibit, ExhibitPage, exhibit_pages, on_sheets
from workstation.documents.packet.figures import PacketFigures
from workstation.documents.packet.filing.application import application_for_all
from workstation.documents.packet.filing.creditors import creditors
from workstation.documents.packet.filing.figures import FilingFigures
from workstation.documents.packet.filing.schedule import schedule_for_all
from workstation.documents.packet.filing.statement import statement
from workstation.documents.packet.hardship import hardship
from workstation.documents.packet.index import evidence_index, sources
from workstation.documents.packet.read_back import read_back_findings
from workstation.documents.packet.repayment import repayment
from workstation.documents.typesetting import seal
from workstation.documents.typesetting.blocks import Anchor, Block, Document, PageChrome
from workstation.documents.typesetting.pages import Page, bookmarks, set_pages
from workstation.documents.typesetting.pdf import open_typesetter, write_pages
from workstation.documents.typesetting.phrases import Phrases
from workstation.documents.typesetting.strips import TypesetContext
from workstation.errors import Finding, Refused, refuse_if
from workstation.field_ref import FieldRef
from workstation.received.pdf.texts import line_texts

__all__ = ["PAPERS", "Exhibit", "Packet", "build_packet", "build_paper"]

PAPERS: Final[Mapping[str, Callable[[PacketFigures, Phrases], tuple[Block, ...]]]] = {
    "application": lambda figures, phrases: (
        _filed(figures, phrases, application_for_all) or application(figures, phrases)
    ),
    "statement": lambda figures, phrases: _filed(figures, phrases, statement),
    "creditors": lambda figures, phrases: _filed(figures, phrases, creditors),
    "hardship": hardship,
    "budget": budget,
    "schedule": lambda figures, phrases: _filed(figures, phrases, schedule_for_all) or repayment(figures, phrases),
    "evidence": evidence_index,
    "provenance": sources,
}
"""The papers in the order of the packet, by the name under which the command line knows them."""

_MOST_PASSES: Final = 6


def _filed(
    figures: PacketFigures,
    phrases: Phrases,
    paper: Callable[[PacketFigures, FilingFigures, Phrases], tuple[Block, ...]],
) -> tuple[Block, ...]:
    """A paper of an application for all creditors; nothing where each bank is asked apart."""
    return paper(figures, figures.filing, phrases) if figures.filing is not None else ()


@dataclass(frozen=True, slots=True)
class Packet:
    """A written packet: its bytes, number of pages, SHA-256 of the bytes (hex), and the code printed on every page.

    ``findings`` tell of characters that no font of ours holds (they print as codes), of what an OFD holds and we do not draw, and
    of exhibit pages that are empty. ``anchors``, of a bound packet alone: as `anchor_pages`.
    """

    pdf: bytes
    pages: int
    sha256: str
    code: str
    findings: tuple[Finding, ...] = ()
    anchors: Mapping[str, int] = field(default_factory=dict, compare=False)


def build_packet(
    figures: PacketFigures, exhibits: Sequence[Exhibit], draft: bool = False, context: TypesetContext | None = None
) -> Packet:
    """The bound packet. ``draft`` puts its mark on every page; ``context`` (fonts and look) is opened when not given.

    Raises `Refused` with one finding for every exhibit that is missing or cannot be bound, or, unless it is a draft, for every
    source that its page no longer says (source_not_on_page), every page that is lost on the way (exhibit_page_lost) and every
    difference between the finished bytes and the figures (readback_…).
    """
    context = context or open_typesetter(figures.language)
    given, notes = drawn_exhibits(figures.exhibits, exhibits)
    bound = _bound(figures, given, context)
    figures, lost = checked_sources(figures, given)
    refuse_if(() if draft else lost)
    papers, links = _settled(figures, bound, context)
    document = replace(
        _document(figures, draft), links=links, facts=_told(figures, draft), archival=archival_level(bound, given)
    )
    base, laid = write_pages(document, (*papers, *bound), context)
    pdf = foreign_pages.bind(base, laid, given) if laid else base
    blank = () if draft else blank_findings(pdf, laid, figures.exhibits, given)
    packet = _packet(pdf, len(papers) + len(bound), figures, context)
    if not draft:
        refuse_if(read_back_findings(line_texts(packet.pdf, len(papers)), figures, context.fonts.printed))
    return replace(packet, findings=(*packet.findings, *notes, *blank), anchors=_begins(papers, bound))


def anchor_pages(
    figures: PacketFigures, exhibits: Sequence[Exhibit], context: TypesetContext | None = None
) -> Mapping[str, int]:
    """On which page of the packet each paper and exhibit begins, by anchor. Raises `Refused` as `build_packet`."""
    context = context or open_typesetter(figures.language)
    bound = _bound(figures, drawn_exhibits(figures.exhibits, exhibits)[0], context)
    papers, _ = _settled(figures, bound, context)
    return _begins(papers, bound)


def _begins(papers: Sequence[Page], bound: Sequence[Page]) -> Mapping[str, int]:
    return bookmarks(papers) | bookmarks(bound, len(papers) + 1)


def build_paper(
    figures: PacketFigures, kind: str, draft: bool = False, context: TypesetContext | None = None
) -> Packet:
    """One paper of `PAPERS` by itself; exhibits it names have page 0 there. Raises KeyError for an unknown kind."""
    context = context or open_typesetter(figures.language)
    phrases = Phrases(figures.language, {})
    pages = set_pages(alone(PAPERS[kind](figures, phrases), kind, figures, phrases), context)
    return _packet(write_pages(_document(figures, draft, kind), pages, context)[0], len(pages), figures, context)


def _packet(unsealed: bytes, pages: int, figures: PacketFigures, context: TypesetContext) -> Packet:
    pdf, digest = seal.sealed(unsealed)
    findings = tuple(_undrawable(figures, context))
    return Packet(pdf, pages, hashlib.sha256(pdf).hexdigest(), seal.short_code(digest), findings)


def _bound(figures: PacketFigures, given: Mapping[str, bytes], context: TypesetContext) -> tuple[Page, ...]:
    """The pages of all exhibits; every exhibit that cannot be bound is named, not only the first."""
    phrases = Phrases(figures.language, {})
    bound: list[ExhibitPage] = []
    findings: list[Finding] = []
    for one in figures.exhibits:
        if one.item_id not in given:
            findings.append(Finding("exhibit_missing", f"evidence.{one.requirement}", {"file": one.file_name}))
            continue
        try:
            bound += exhibit_pages(one, given[one.item_id], phrases)
        except Refused as refusal:
            findings += refusal.findings
    refuse_if(findings)
    if not bound:
        return ()
    first = replace(bound[0], blocks=(Anchor("exhibits", phrases.text("evidence.exhibits")), *bound[0].blocks))
    wide = TypesetContext(context.fonts, context.look.wide())
    return tuple(
        page
        for exhibit in on_sheets((first, *bound[1:]))
        for page in set_pages(exhibit.blocks, wide if exhibit.wide else context)
    )


def _settled(
    figures: PacketFigures, bound: Sequence[Page], context: TypesetContext
) -> tuple[tuple[Page, ...], Mapping[str, str]]:
    """The papers, set again until every page they name is where they say, and what they say of pages → its anchor.

    Later passes differ by a digit at most.
    """
    known: dict[str, int] = {}
    settled: dict[str, tuple[Phrases, tuple[Page, ...]]] = {}
    for _ in range(_MOST_PASSES):
        for name, paper in (("cover", cover), *((name, PAPERS[name]) for name in figures.papers)):
            if name not in settled or any(
                known.get(anchor, 0) != page for anchor, page in settled[name][0].referenced.items()
            ):
                phrases = Phrases(figures.language, known)
                pages = set_pages(paper(figures, phrases), context, again=True)
                if paper is cover and len(pages) > 1:
                    pages = set_pages(cover(figures, phrases, long=True), context, again=True)
                settled[name] = (phrases, pages)
        papers = tuple(page for _, pages in settled.values() for page in pages)
        found = bookmarks(papers) | bookmarks(bound, len(papers) + 1)
        if found == known:
            return papers, {said: to for phrases, _ in settled.values() for said, to in phrases.links.items()}
        known = found
    raise AssertionError("page numbers did not settle")


def _document(figures: PacketFigures, draft: bool, kind: str = "cover") -> Document:
    phrases = Phrases(figures.language, {})
    chrome = PageChrome(
        addressee=phrases.text("furniture.addressee", bank=figures.bank),
        number=phrases.text("furniture.number", number=figures.number, version=figures.version),
        pages=phrases.text("furniture.pages", page="{page}", pages="{pages}"),
        status=phrases.standing("furniture", figures.granted),
        code_label=phrases.text("furniture.code"),
        watermark=phrases.text("draft") if draft else "",
        initials=phrases.text("furniture.initials"),
    )
    title = f"{phrases.text(f'{kind}.title')} {figures.number}"
    keywords = f"log {figures.log}" if figures.log else ""
    return Document(title, figures.desk, phrases.language, chrome, keywords, made_on=figures.made_on)


def _told(figures: PacketFigures, draft: bool) -> str:
    """What the QR picture tells; of a draft it says so first."""
    mark = Phrases(figures.language, {}).text("draft")
    return f"{mark}\n{figures.facts}" if draft and figures.facts else figures.facts


def _undrawable(figures: PacketFigures, context: TypesetContext) -> list[Finding]:
    who, hardship = figures.applicant, figures.hardship
    texts = {
        FieldRef.DEBTOR_NAME: who.name,
        FieldRef.DEBTOR_ADDRESSES: who.residence,
        FieldRef.CASE_REASON_NOTE: hardship.note,
        FieldRef.CASE_REPAYMENT_SOURCE: hardship.source,
        FieldRef.CASE_REPAYMENT_PROPOSAL: hardship.proposal,
    }
    return [
        Finding("character_undrawable", field_ref, {"text": text[:40], "characters": lacking})
        for field_ref, text in texts.items()
        if (lacking := context.fonts.undrawable(text.replace("\n", "")))
    ]
