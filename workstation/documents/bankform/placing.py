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


def placed_fields(pdf: pikepdf.Pdf, form: PdfForm, places: Sequence[Placement]) -> tuple[FormField, ...]:
    """The places as fields that can be filled like those of the form.

    Raises `Refused`: form_place_page (a page the form does not have), form_place_outside, form_place_twice.
    """
    refuse_if(place_findings(form, places))
    return tuple(_field(form.pages[place.page - 1], place, pdf) for place in places)


def sketched_fields(form: PdfForm, places: Sequence[Placement]) -> tuple[FormField, ...]:
    """The same, only to be looked at: what they take can be checked, nothing can be drawn. Places off the form are left out."""
    there = [place for place in places if 1 <= place.page <= len(form.pages)]
    return tuple(_field(form.pages[place.page - 1], place) for place in there)


def place_findings(form: PdfForm, places: Sequence[Placement]) -> list[Finding]:
    """What is wrong with places on this form."""
    findings, seen = [], set(form.by_name)
    for place in places:
        figures = {"field": place.name, "page": str(place.page), "pages": str(len(form.pages))}
        if not 1 <= place.page <= len(form.pages):
            findings.append(Finding("form_place_page", place.name, figures))
            continue
        page = form.pages[place.page - 1]
        right, bottom = place.x + place.width, place.y + place.height
        if place.x < 0 or place.y < 0 or right > page.width + 0.5 or bottom > page.height + 0.5:
            size = f"{page.width:.0f} × {page.height:.0f}"
            findings.append(Finding("form_place_outside", place.name, {**figures, "size": size}))
        if place.name in seen:
            findings.append(Finding("form_place_twice", place.name, figures))
        seen.add(place.name)
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


def _field(page: FormPage, place: Placement, pdf: pikepdf.Pdf | None = None) -> FormField:
    rect = own_rect(page, place.x, place.y, place.width, place.height)
    entry = None
    if pdf is not None:
        entry = pdf.make_indirect(pikepdf.Dictionary(Subtype=Name.Widget, Rect=pikepdf.Array(list(rect)), F=4))
    widget = Widget(place.page, rect, page.turn, TICK if place.tick else "", TICK if place.tick else "", False, entry)
    return FormField(
        name=place.name,
        kind="checkbox" if place.tick else "text",
        widgets=(widget,),
        options=(FieldOption(TICK, TICK),) if place.tick else (),
        max_length=place.cells,
        comb=place.cells > 0,
        multiline=place.lines,
        style=Style(place.size, place.align),
        entry=entry,
    )
