"""Fields set on a flat form by coordinates: the page is measured from its top left corner as it is shown, turned pages too."""

from __future__ import annotations

from collections.abc import Sequence

import pikepdf
from pikepdf import Name

from workstation.documents.bankform.pdf_form import (
    FieldOption,
    FormField,
    FormPage,
    PdfForm,
    Placement,
    Rect,
    Style,
    Widget,
)
from workstation.errors import Finding, refuse_if

TICK = "On"
"""The option of a place that is ticked."""


def placed_fields(pdf: pikepdf.Pdf, form: PdfForm, placements: Sequence[Placement]) -> tuple[FormField, ...]:
    """The places as fields that can be filled like those of the form.

    Raises `Refused`: form_place_page (a page the form does not have), form_place_outside, form_place_twice.
    """
    refuse_if(placement_findings(form, placements))
    return tuple(_field(form.pages[placement.page - 1], placement, pdf) for placement in placements)


def sketched_fields(form: PdfForm, placements: Sequence[Placement]) -> tuple[FormField, ...]:
    """The same, only to be looked at: what they take can be checked, nothing can be drawn. Places off the form are left out."""
    there = [placement for placement in placements if 1 <= placement.page <= len(form.pages)]
    return tuple(_field(form.pages[placement.page - 1], placement) for placement in there)


def placement_findings(form: PdfForm, placements: Sequence[Placement]) -> list[Finding]:
    """What is wrong with places on this form."""
    findings, seen = [], set(form.by_name)
    for placement in placements:
        figures = {"field": placement.name, "page": str(placement.page), "pages": str(len(form.pages))}
        if not 1 <= placement.page <= len(form.pages):
            findings.append(Finding("form_place_page", placement.name, figures))
            continue
        page = form.pages[placement.page - 1]
        right, bottom = placement.x + placement.width, placement.y + placement.height
        if placement.x < 0 or placement.y < 0 or right > page.width + 0.5 or bottom > page.height + 0.5:
            size = f"{page.width:.0f} × {page.height:.0f}"
            findings.append(Finding("form_place_outside", placement.name, {**figures, "size": size}))
        if placement.name in seen:
            findings.append(Finding("form_place_twice", placement.name, figures))
        seen.add(placement.name)
    return findings


def shown_rect(page: FormPage, rect: Rect) -> tuple[float, float, float, float]:
    """A rectangle of the page's own space as it is shown: ``(x, y, width, height)`` from the top left corner."""
    x0, y0, x1, y1 = page.crop
    left, bottom, right, top = rect
    match page.turn:
        case 90:
            return bottom - y0, left - x0, top - bottom, right - left
        case 180:
            return x1 - right, bottom - y0, right - left, top - bottom
        case 270:
            return y1 - top, x1 - right, top - bottom, right - left
    return left - x0, y1 - top, right - left, top - bottom


def own_rect(page: FormPage, x: float, y: float, width: float, height: float) -> Rect:
    """The reverse of `shown_rect`."""
    x0, y0, x1, y1 = page.crop
    match page.turn:
        case 90:
            return x0 + y, y0 + x, x0 + y + height, y0 + x + width
        case 180:
            return x1 - x - width, y0 + y, x1 - x, y0 + y + height
        case 270:
            return x1 - y - height, y1 - x - width, x1 - y, y1 - x
    return x0 + x, y1 - y - height, x0 + x + width, y1 - y


def _field(page: FormPage, placement: Placement, pdf: pikepdf.Pdf | None = None) -> FormField:
    rect = own_rect(page, placement.x, placement.y, placement.width, placement.height)
    entry = None
    if pdf is not None:
        entry = pdf.make_indirect(pikepdf.Dictionary(Subtype=Name.Widget, Rect=pikepdf.Array(list(rect)), F=4))
    widget = Widget(
        placement.page, rect, page.turn, TICK if placement.tick else "", TICK if placement.tick else "", False, entry
    )
    return FormField(
        name=placement.name,
        kind="checkbox" if placement.tick else "text",
        widgets=(widget,),
        options=(FieldOption(TICK, TICK),) if placement.tick else (),
        max_length=placement.cells,
        comb=placement.cells > 0,
        multiline=placement.lines,
        style=Style(placement.size, placement.align),
        entry=entry,
    )
