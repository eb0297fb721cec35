"""What each place of a filled field shows, as a sheet of ink: text fitted, combs spaced, lists with their choice, ticks drawn."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, Final

import pikepdf
from pikepdf import Name

from workstation.documents.bankform import drawing as ink
from workstation.documents.bankform.drawing import OverlaySheet
from workstation.documents.bankform.fit import Fitted, Room, fit, fit_begun, fit_cells, fit_list, room_of
from workstation.documents.bankform.objects import colour_of, text_of
from workstation.documents.bankform.own_marks import mark_holds, off_is_marked
from workstation.documents.bankform.pdf_form import FormField, Widget
from workstation.documents.bankform.values import Entry
from workstation.documents.typesetting.fonts import Fonts

_SHAPES: Final = "48lnuH"
_LIST_LEADING: Final = 1.2


@dataclass(frozen=True, slots=True)
class FieldAppearance:
    """A sheet for one place; ``state`` names the appearance of a button that it is, empty for all others."""

    widget: Widget
    sheet: OverlaySheet
    state: str = ""


class Addendum:
    """The texts that do not fit their boxes, in order; each gets the number by which its box refers to it."""

    def __init__(self, wording: str) -> None:
        self._wording = wording
        self.overflowing: list[tuple[FormField, str]] = []

    def reference(self, entry: Entry, text: str) -> str:
        """``见附页 2``; a field keeps its number at all its places."""
        if (entry.field, text) not in self.overflowing:
            self.overflowing.append((entry.field, text))
        return self._wording.replace("{no}", str(self.overflowing.index((entry.field, text)) + 1))


def looks(
    entry: Entry, fonts: Fonts, addendum: Addendum, own: bool, redrawn: Collection[Widget] = ()
) -> Iterator[FieldAppearance]:
    """The sheets of every place of a field that is on a page. ``own``: marked as the text of a field that stays one.
    ``redrawn``: the buttons whose own mark showed nothing.
    """
    for widget in entry.field.widgets:
        if not widget.page:
            continue
        if entry.field.kind in ("checkbox", "radio"):
            yield from _button(entry, widget, redrawn)
        else:
            yield FieldAppearance(widget, _written(entry, widget, fonts, addendum, own))


def _button(entry: Entry, widget: Widget, redrawn: Collection[Widget]) -> Iterator[FieldAppearance]:
    """A mark of ours where the form's own cannot be relied on, and an empty frame where it would show one unticked."""
    if widget.option in entry.options:
        if widget in redrawn or not mark_holds(widget.entry, widget.state):
            yield FieldAppearance(widget, _ticked(entry.field, widget), widget.state)
    elif off_is_marked(widget.entry, widget.state):
        yield FieldAppearance(widget, _unticked(widget), "Off")


def size_of(widget: Widget) -> tuple[float, float]:
    """Width and height of a place as its text sees them."""
    left, bottom, right, top = widget.rect
    width, height = max(right - left, 0.1), max(top - bottom, 0.1)
    return (height, width) if widget.turn % 180 else (width, height)


def shown_text(entry: Entry) -> str:
    """What a person reads: the text, or the chosen options as the form words them."""
    if entry.field.password:
        return "*" * len(entry.text)
    worded = {option.value: option.shown for option in entry.field.options}
    return entry.text or ", ".join(worded[one] for one in entry.options)


def _written(entry: Entry, widget: Widget, fonts: Fonts, addendum: Addendum, own: bool) -> OverlaySheet:
    width, height = size_of(widget)
    fill, line, weight, kind = _frame(widget.entry)
    under = ink.frame(width, height, fill, line, weight, kind)
    room = room_of(width, height, weight if line is not None else 0.0)
    if entry.field.kind == "list":
        return _listed(entry, room, under, weight, fonts, addendum, own)
    if entry.empty:
        return OverlaySheet(width, height, (), under, own)
    fitted = _fitted(entry, room, fonts, addendum)
    return OverlaySheet(width, height, fitted.runs, under, own)


def _fitted(entry: Entry, room: Room, fonts: Fonts, addendum: Addendum) -> Fitted:
    field, text = entry.field, shown_text(entry)
    if field.comb:
        return fit_cells(text, field.max_length, room, field.style, fonts)
    found = fit(text, room, field.style, field.multiline, fonts)
    if found.whole:
        return found
    return fit_begun(text, addendum.reference(entry, text), room, field.style, field.multiline, fonts)


def _listed(
    entry: Entry, room: Room, under: str, weight: float, fonts: Fonts, addendum: Addendum, own: bool
) -> OverlaySheet:
    options = entry.field.options
    chosen = [i for i, option in enumerate(options) if option.value in entry.options]
    fitted, bottoms = fit_list([option.shown for option in options], chosen, room, entry.field.style, fonts)
    if not fitted.whole:
        text = shown_text(entry)
        begun = fit_begun(text, addendum.reference(entry, text), room, entry.field.style, True, fonts)
        return OverlaySheet(room.width, room.height, begun.runs, under, own)
    line = fitted.runs[0].size * _LIST_LEADING if fitted.runs else 0.0
    under = f"{under} {ink.highlights(bottoms, room.width, line, weight)}".strip()
    return OverlaySheet(room.width, room.height, fitted.runs, under, own)


def _ticked(field: FormField, widget: Widget) -> OverlaySheet:
    width, height = size_of(widget)
    fill, line, weight, kind = _frame(widget.entry)
    round_ = field.kind == "radio"
    caption = text_of(_dictionary(widget.entry.get(Name.MK)).get(Name.CA))[:1]
    shape = caption if caption and caption in _SHAPES else "l" if round_ else "4"
    under = ink.frame(width, height, fill, None if round_ else line, weight, kind)
    return OverlaySheet(width, height, (), f"{under} {ink.tick(width, height, shape, field.style.colour)}".strip())


def _unticked(widget: Widget) -> OverlaySheet:
    width, height = size_of(widget)
    fill, line, weight, kind = _frame(widget.entry)
    return OverlaySheet(width, height, (), ink.frame(width, height, fill, line, weight, kind))


def _frame(entry: Any) -> tuple[ink.Colour | None, ink.Colour | None, float, str]:
    """Background, border colour, border width and border style of a widget."""
    look, border = _dictionary(entry.get(Name.MK)), _dictionary(entry.get(Name.BS))
    width = border.get(Name.W)
    weight = 1.0 if width is None else max(0.0, float(width))
    return colour_of(look.get(Name.BG)), colour_of(look.get(Name.BC)), weight, text_of(border.get(Name.S))


def _dictionary(value: Any) -> Any:
    return value if isinstance(value, pikepdf.Dictionary) else pikepdf.Dictionary()
