"""The visual helper: a form with a grid in points and the name of every field drawn over it, to write a mapping by."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Final

import pikepdf
from pikepdf import Name

from workstation.documents.bankform.drawing import OverlaySheet, draw, rgb
from workstation.documents.bankform.opening import opened
from workstation.documents.bankform.pdf_form import FormPage, PdfForm, Placement
from workstation.documents.bankform.placing import shown_rect
from workstation.documents.bankform.writing import Inks, draw_onto
from workstation.documents.typesetting.fonts import Fonts, load_fonts
from workstation.documents.typesetting.strips import Run

_FINE: Final = 10
_COARSE: Final = 50
_GRID: Final = (0.55, 0.72, 0.88)
_FAINT: Final = (0.85, 0.92, 0.98)
_FIELD: Final = (0.85, 0.25, 0.15)
_OWN: Final = (0.1, 0.5, 0.25)
_NAME: Final = 6.0


def draw_guide(
    data: bytes,
    placements: Sequence[Placement] = (),
    name: str = "",
    password: str = "",
    grid: bool = True,
    fonts: Fonts | None = None,
) -> bytes:
    """The form with its fields framed and named in red, places in green, over a grid that counts from the top left corner.

    Raises `Refused` as `inspect_form`.
    """
    fonts = fonts or load_fonts()
    with opened(data, password, name) as (pdf, form):
        sheets = [_sheet(form, number, page, placements, grid, fonts) for number, page in enumerate(form.pages, 1)]
        with Inks(pdf, draw(sheets, fonts)) as inks:
            for i, (sheet, page) in enumerate(zip(sheets, form.pages, strict=True)):
                look = pikepdf.Dictionary(N=inks.appearance(i, sheet, page.turn))
                rect = pikepdf.Array(list(page.crop))
                stamp = pikepdf.Dictionary(Subtype=Name.Stamp, Rect=rect, F=4, AP=look)
                draw_onto(pdf.pages[i], [pdf.make_indirect(stamp)])
        file = io.BytesIO()
        pdf.save(file, deterministic_id=True, encryption=False, fix_metadata_version=False)
        return file.getvalue()


def _sheet(
    form: PdfForm, number: int, page: FormPage, placements: Sequence[Placement], grid: bool, fonts: Fonts
) -> OverlaySheet:
    lines, runs = list(_grid(page)) if grid else [], list(_figures(page)) if grid else []
    for field in form.fields:
        for widget in field.widgets:
            if widget.page == number:
                box = shown_rect(page, widget.rect)
                lines.append(_frame(page, box, _FIELD))
                runs += _named(page, box, f"{field.name} {widget.option}".strip(), _FIELD, fonts)
    for placement in placements:
        if placement.page == number:
            box = (placement.x, placement.y, placement.width, placement.height)
            lines.append(_frame(page, box, _OWN))
            runs += _named(page, box, placement.name, _OWN, fonts)
    return OverlaySheet(page.width, page.height, tuple(runs), " ".join(lines), clear=True)


def _grid(page: FormPage) -> Iterator[str]:
    for step, weight, colour in ((_FINE, 0.1, _FAINT), (_COARSE, 0.4, _GRID)):
        across = [f"{x} 0 m {x} {page.height:.2f} l" for x in range(0, int(page.width) + 1, step)]
        down = [
            f"0 {page.height - y:.2f} m {page.width:.2f} {page.height - y:.2f} l"
            for y in range(0, int(page.height) + 1, step)
        ]
        yield f"q {rgb(colour, stroke=True)} {weight} w {' '.join(across + down)} S Q"


def _figures(page: FormPage) -> Iterator[Run]:
    colour = " ".join(f"{part * 0.7:.3f}" for part in _GRID)
    for x in range(_COARSE, int(page.width), _COARSE):
        yield Run(x + 1, page.height - 7, str(x), "sans", 6, colour)
    for y in range(_COARSE, int(page.height), _COARSE):
        yield Run(1, page.height - y + 1, str(y), "sans", 6, colour)


def _frame(page: FormPage, box: tuple[float, float, float, float], colour: tuple[float, float, float]) -> str:
    x, y, width, height = box
    return f"q {rgb(colour, stroke=True)} 0.5 w {x:.2f} {page.height - y - height:.2f} {width:.2f} {height:.2f} re S Q"


def _named(
    page: FormPage, box: tuple[float, float, float, float], name: str, colour: tuple[float, float, float], fonts: Fonts
) -> list[Run]:
    """The end of a long name is what tells it from its neighbours, so the beginning gives way."""
    x, y, width, _ = box
    room = max(width, 40.0)
    text = name
    while len(text) > 4 and fonts.width(text, "sans", _NAME) > room:
        text = "…" + text.lstrip("…")[1:]
    colour_text = " ".join(f"{part:.3f}" for part in colour)
    return [Run(x + 1, page.height - y - _NAME, fonts.shown(text, "sans"), "sans", _NAME, colour_text)]
