"""Writes the papers for the debtor. They are never watermarked: none is an application, and all say so on every page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from workstation.documents.packet.build import Packet
from workstation.documents.papers.build import PaperFrame, sealed_pages, typed_texts, write_single
from workstation.documents.papers.debtor_figures import ComparisonFigures, RequestFigures
from workstation.documents.papers.figures import TalkFigures
from workstation.documents.papers.reckoning.comparison import comparison
from workstation.documents.papers.reckoning.cost_figures import CostFigures
from workstation.documents.papers.reckoning.costs import costs
from workstation.documents.papers.reckoning.formula_figures import FormulaFigures
from workstation.documents.papers.reckoning.formulas import formulas
from workstation.documents.papers.request import evidence_request
from workstation.documents.papers.talk_summary import talk_summary
from workstation.documents.typesetting.pages import Page, set_pages
from workstation.documents.typesetting.pdf import open_typesetter
from workstation.documents.typesetting.phrases import Phrases
from workstation.documents.typesetting.strips import TypesetContext
from workstation.field_ref import FieldRef

_CHART_HEIGHTS: Final = (46.0, 40.0, 36.0, 32.0, 28.0, 24.0, 20.0)  # millimetres

Figures = ComparisonFigures | CostFigures | RequestFigures | FormulaFigures


def build_comparison(figures: ComparisonFigures, context: TypesetContext | None = None) -> Packet:
    """The comparison sheet: a page an account, with the highest chart at which it is one; very long texts flow on."""
    context, phrases = context or open_typesetter(figures.language), Phrases(figures.language, {})
    most = len(figures.accounts) + (figures.orders is not None)
    sheets = (set_pages(comparison(figures, phrases, height), context) for height in _CHART_HEIGHTS)
    fitting = next((pages for pages in sheets if len(pages) <= most), None)
    pages = fitting or set_pages(comparison(figures, phrases, _CHART_HEIGHTS[0]), context)
    return _built(figures, pages, "comparison", context)


def build_formulas(figures: FormulaFigures, context: TypesetContext | None = None) -> Packet:
    """The formula sheet: every amount of each plan with the arithmetic that gives it."""
    context = context or open_typesetter(figures.language)
    return _built(figures, set_pages(formulas(figures, Phrases(figures.language, {})), context), "formulas", context)


def build_costs(figures: CostFigures, context: TypesetContext | None = None) -> Packet:
    """The table of costs: each item's own yearly rate, their sum, and the single rate, each with its rule."""
    context = context or open_typesetter(figures.language)
    return _built(figures, set_pages(costs(figures, Phrases(figures.language, {})), context), "cost", context)


def build_evidence_request(figures: RequestFigures, context: TypesetContext | None = None) -> Packet:
    """The request for missing proofs; when none is missing it says so."""
    context = context or open_typesetter(figures.language)
    return _built(
        figures, set_pages(evidence_request(figures, Phrases(figures.language, {})), context), "request", context
    )


def build_talk_summary(figures: TalkFigures, context: TypesetContext | None = None) -> Packet:
    """The summary of a talk, to be read back and handed over."""
    head, phrases = figures.head, Phrases(figures.head.language, {})
    frame = PaperFrame(
        title=f"{phrases.text('talk.title')} {head.number}",
        addressee=phrases.text("furniture.addressee", bank=head.applicant.name),
        number=phrases.text("debtor.number", number=head.number, day=head.made_on),
        status=phrases.text("talk.standing"),
        author=head.desk.name,
        made_on=head.made_on,
    )
    return write_single(talk_summary(figures, phrases), frame, {**typed_texts(head), **figures.typed}, phrases, context)


def _built(figures: Figures, pages: Sequence[Page], key: str, context: TypesetContext) -> Packet:
    phrases = Phrases(figures.language, {})
    frame = PaperFrame(
        title=f"{phrases.text(f'{key}.title')} {figures.number}",
        addressee=phrases.text("furniture.addressee", bank=figures.name),
        number=phrases.text("debtor.number", number=figures.number, day=figures.made_on),
        status=phrases.text(f"{key}.standing"),
        author=figures.desk,
        made_on=figures.made_on,
    )
    return sealed_pages(pages, frame, {FieldRef.DEBTOR_NAME: figures.name}, phrases, context)
