"""A filled form read back from its finished bytes by another program: every value and tick that was reported as filled is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from workstation.documents.bankform.appearances import shown_text
from workstation.documents.bankform.pdf_form import FormField, Widget
from workstation.documents.bankform.values import Entry
from workstation.documents.typesetting.fonts import Fonts
from workstation.errors import Finding
from workstation.received.pdf.boxes import Box, inked, page_signs, texts_in

_SHOWN: Final = 40
_LEAST: Final = 1.0  # points; what is smaller shows nothing to anybody


def unseen_ticks(pdf: bytes, entries: Sequence[Entry]) -> tuple[tuple[FormField, Widget], ...]:
    """The places of ticked options where the page shows no mark."""
    ticked = [
        (entry.field, widget)
        for entry in entries
        if entry.field.kind in ("checkbox", "radio")
        for widget in _places(entry)
        if widget.option in entry.options
    ]
    marks = inked(pdf, [_box(widget) for _, widget in ticked]) if ticked else ()
    return tuple(place for place, mark in zip(ticked, marks, strict=True) if not mark)


def tick_findings(lost: Sequence[tuple[FormField, Widget]]) -> Iterator[Finding]:
    """One ``form_tick_unseen`` a place."""
    for field, widget in lost:
        figures = {"field": field.called, "option": widget.option, "page": str(widget.page)}
        yield Finding("form_tick_unseen", field.name, figures)


def text_findings(
    pdf: bytes, entries: Sequence[Entry], told: Sequence[tuple[FormField, str]], pages: int, fonts: Fonts
) -> Iterator[Finding]:
    """One ``form_text_unseen`` for each place that shows another text than was filled in.

    ``told``: texts too long for their box, which stand whole on the pages after the first ``pages``.
    """
    asked = [(entry, shown_text(entry)) for entry in entries if not entry.empty]
    there = [
        (entry, text, widget)
        for entry, text in asked
        if entry.field.kind in ("text", "combo", "list") and (entry.field, text) not in told
        for widget in _places(entry)
    ]
    seen = texts_in(pdf, [_box(widget) for _, _, widget in there]) if there else ()
    for (entry, text, widget), shown in zip(there, seen, strict=True):
        for part in _parts(entry, text):
            if _printed(part, fonts) not in shown:
                yield _unseen(entry.field, part, shown, widget.page)
    after = page_signs(pdf, pages) if told else ""
    for field, text in told:
        if _printed(text, fonts) not in after:
            yield _unseen(field, text, "", pages + 1)


def _parts(entry: Entry, text: str) -> list[str]:
    """A list shows each chosen option in its own line."""
    if entry.field.kind != "list":
        return [text]
    return [option.shown for option in entry.field.options if option.value in entry.options]


def _unseen(field: FormField, text: str, shown: str, page: int) -> Finding:
    figures = {"field": field.called, "value": text[:_SHOWN], "text": shown[:_SHOWN], "page": str(page)}
    return Finding("form_text_unseen", field.name, figures)


def _printed(text: str, fonts: Fonts) -> str:
    return "".join("".join(fonts.printed(line).split()) for line in text.splitlines())


def _places(entry: Entry) -> Iterator[Widget]:
    """The places of a field that a person sees."""
    for widget in entry.field.widgets:
        left, bottom, right, top = widget.rect
        if widget.page and not widget.hidden and right - left > _LEAST and top - bottom > _LEAST:
            yield widget


def _box(widget: Widget) -> Box:
    return Box(widget.page - 1, *widget.rect)
