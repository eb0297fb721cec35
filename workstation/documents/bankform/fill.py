"""A bank's own PDF form: what is in it, and the form with its fields filled, flattened or still to be edited.

Fields are filled by name; a flat form by places set on it. Chinese is drawn with our embedded fonts.
The same input gives the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pikepdf
from pikepdf import Name

from workstation.documents.bankform.addendum import addendum_sheets, watermark_sheet
from workstation.documents.bankform.appearances import Addendum, FieldAppearance, looks
from workstation.documents.bankform.drawing import OverlaySheet, draw
from workstation.documents.bankform.field_tree import read_pages, root_of
from workstation.documents.bankform.opening import opened
from workstation.documents.bankform.pdf_form import FilledForm, FormField, PdfForm, Placement, Widget
from workstation.documents.bankform.placing import placed_fields
from workstation.documents.bankform.read_back import text_findings, tick_findings, unseen_ticks
from workstation.documents.bankform.values import Entry, advice, checked
from workstation.documents.bankform.writing import (
    Inks,
    attach,
    draw_onto,
    flatten,
    give_title,
    keep_fields,
    set_rotation,
    set_values,
)
from workstation.documents.typesetting.fonts import Fonts, load_fonts
from workstation.errors import Finding, refuse_if
from workstation.wording import Wording


def inspect_form(data: bytes, name: str = "", password: str = "") -> PdfForm:
    """The fields and pages of a form, and what prevents filling it of filling it.

    Raises `Refused` when it cannot be read at all: form_locked, form_password_wrong, form_damaged, form_too_large.
    """
    with opened(data, password, name) as (_, form):
        return form


def fill_form(
    data: bytes,
    values: Mapping[str, Any],
    *,
    name: str = "",
    password: str = "",
    keep: bool = False,
    placements: Sequence[Placement] = (),
    language: str = "zh-Hans",
    watermark: str = "",
    fonts: Fonts | None = None,
) -> FilledForm:
    """The form with ``values`` by field name: text; True, False or an option for buttons; an option or several for lists.

    ``placements`` are fields set by coordinates, filled by their names too. ``keep`` leaves the form's own fields to be edited.
    Texts too long for their box go whole onto an addendum, in ``language``. ``watermark`` is written across every page.

    It shows its title, or that of its file where it has none. The finished bytes are read back; a mark of the form's own that
    shows nothing is drawn by us instead.

    Raises `Refused` as `inspect_form`, for every obstacle (form_signed, form_xfa_only), for every mistake in the values
    as `bankform_values.checked`, and for every value that the finished form does not show: form_text_unseen, form_tick_unseen.
    """
    words, faces = Wording(language), fonts or load_fonts()

    def fill(redrawn: frozenset[Widget]) -> tuple[FilledForm, _Filling]:
        with opened(data, password, name) as (pdf, form):
            refuse_if(form.obstacles)
            work = _Filling(pdf, form, placements, words, faces, redrawn)
            give_title(pdf, name)
            return work.filled(values, keep, watermark), work

    filled, work = fill(frozenset())
    if lost := work.lost(filled.pdf):
        filled, work = fill(frozenset(widget for _, widget in lost))
        lost = work.lost(filled.pdf)
    refuse_if([*tick_findings(lost), *work.differences(filled.pdf)])
    return filled


class _Filling:
    def __init__(
        self, pdf: pikepdf.Pdf, form: PdfForm, placements: Sequence[Placement], words: Wording, fonts: Fonts,
        redrawn: frozenset[Widget],
    ) -> None:  # fmt: skip
        self._pdf, self._own, self._words, self._fonts, self._redrawn = pdf, form, words, fonts, redrawn
        self._entries: tuple[Entry, ...] = ()
        self._placed = placed_fields(pdf, form, placements)
        self._addendum = Addendum(words.text("paper.form.see"))

    def filled(self, values: Mapping[str, Any], keep: bool, watermark: str) -> FilledForm:
        form = PdfForm((*self._own.fields, *self._placed), self._own.pages)
        entries = self._entries = checked(form, values)
        findings = [*self._own.notes, *advice(entries, self._fonts)]
        own = [one for one in entries if one.field not in self._placed]
        for entry in own:
            set_values(entry)
        shown = [*self._looks(own, keep), *self._looks(list(self._undrawn(entries)), keep)]
        placed = list(self._looks([one for one in entries if one.field in self._placed], False))
        self._ink(shown, placed, keep, watermark)
        told = tuple(dict.fromkeys(field.name for field, _ in self._addendum.overflowing))
        pages = len(self._pdf.pages)
        return FilledForm(self._saved(), pages, tuple(one.field.name for one in entries), told, tuple(findings))

    def lost(self, pdf: bytes) -> tuple[tuple[FormField, Widget], ...]:
        """The ticks that the finished form does not show."""
        return unseen_ticks(pdf, self._entries)

    def differences(self, pdf: bytes) -> list[Finding]:
        """The texts that it does not show."""
        return list(text_findings(pdf, self._entries, self._addendum.overflowing, len(self._own.pages), self._fonts))

    def _looks(self, entries: Sequence[Entry], keep: bool) -> Iterator[FieldAppearance]:
        for entry in entries:
            yield from looks(entry, self._fonts, self._addendum, keep, self._redrawn)

    def _undrawn(self, entries: Sequence[Entry]) -> Iterator[Entry]:
        """Fields that hold a value already and have no appearance to show it, or one that the form does not vouch for."""
        given = {one.field.name for one in entries}
        for field in self._own.fields:
            if field.name not in given and field.value and field.kind in ("text", "combo", "list"):
                bare = any(Name.AP not in widget.entry for widget in field.widgets)
                if bare or self._own.renewing:
                    yield _unchanged(field)

    def _ink(
        self, shown: Sequence[FieldAppearance], placed: Sequence[FieldAppearance], keep: bool, watermark: str
    ) -> None:
        sheets = [look.sheet for look in (*shown, *placed)]
        pages = addendum_sheets(self._addendum.overflowing, self._words, self._fonts)
        with Inks(self._pdf, draw([*sheets, *pages], self._fonts)) as inks:
            for i, look in enumerate((*shown, *placed)):
                attach(look, inks.appearance(i, look.sheet, look.widget.turn))
                if keep and i < len(shown):
                    set_rotation(look)
            self._settle(keep)
            for number in range(1, len(self._own.pages) + 1):
                here = [look.widget.entry for look in placed if look.widget.page == number]
                draw_onto(self._pdf.pages[number - 1], here)
            self._append(inks, pages, len(sheets))
        if watermark:
            self._watermark(watermark)

    def _settle(self, keep: bool) -> None:
        if keep:
            keep_fields(self._pdf, [root_of(one.entry) for one in self._own.fields])
        else:
            flatten(self._pdf)

    def _append(self, inks: Inks, pages: Sequence[OverlaySheet], first: int) -> None:
        for i, sheet in enumerate(pages):
            self._pdf.add_blank_page(page_size=(sheet.width, sheet.height))
            _stamp(self._pdf, self._pdf.pages[-1], inks.appearance(first + i, sheet), sheet, 0)

    def _watermark(self, watermark: str) -> None:
        shapes = read_pages(self._pdf)
        sheets = [watermark_sheet(watermark, page.width, page.height, self._fonts) for page in shapes]
        with Inks(self._pdf, draw(sheets, self._fonts)) as inks:
            for i, (sheet, shape) in enumerate(zip(sheets, shapes, strict=True)):
                appearance = inks.appearance(i, sheet, shape.turn)
                _stamp(self._pdf, self._pdf.pages[i], appearance, sheet, shape.turn, shape.crop)

    def _saved(self) -> bytes:
        file = io.BytesIO()
        self._pdf.save(file, deterministic_id=True, encryption=False, compress_streams=True, fix_metadata_version=False)
        return file.getvalue()


def _unchanged(field: FormField) -> Entry:
    if field.kind == "text":
        return Entry(field, text=field.value[0])
    known = {option.value for option in field.options} | {option.shown for option in field.options}
    worded = {option.shown: option.value for option in field.options}
    if all(value in known for value in field.value):
        return Entry(field, options=tuple(worded.get(value, value) for value in field.value))
    return Entry(field, text=field.value[0])


def _stamp(
    pdf: pikepdf.Pdf,
    page: pikepdf.Page,
    appearance: pikepdf.Object,
    sheet: OverlaySheet,
    turn: int,
    crop: tuple[float, float, float, float] | None = None,
) -> None:
    """Draw a sheet over a whole page."""
    rect = crop or (0, 0, sheet.width, sheet.height)
    annotation = pdf.make_indirect(
        pikepdf.Dictionary(Subtype=Name.Stamp, Rect=pikepdf.Array(list(rect)), F=4, AP=pikepdf.Dictionary(N=appearance))
    )
    draw_onto(page, [annotation])


__all__ = ["FilledForm", "PdfForm", "Placement", "fill_form", "inspect_form"]
