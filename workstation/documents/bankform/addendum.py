"""The addendum of a filled form: texts that were too long for their boxes, whole, under the numbers that the boxes name."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from workstation.documents.bankform.drawing import OverlaySheet
from workstation.documents.bankform.pdf_form import FormField
from workstation.documents.typesetting.fonts import Fonts
from workstation.documents.typesetting.look import MM
from workstation.documents.typesetting.strips import Run
from workstation.wording import Wording

_WIDTH, _HEIGHT = 210 * MM, 297 * MM
_SIDE, _TOP, _FOOT = 22 * MM, 26 * MM, 22 * MM
_TITLE, _HEAD, _BODY = 16.0, 10.0, 10.5
_LEADING: Final = 1.6
_INK, _QUIET = "0.100 0.110 0.130", "0.380 0.400 0.430"
_WATERMARK: Final = "0.930 0.900 0.900"
_WATERMARK_SIZE: Final = 110.0


def addendum_sheets(overflowing: Sequence[tuple[FormField, str]], words: Wording, fonts: Fonts) -> list[OverlaySheet]:
    """A4 pages: every text under its number and the name of its field. No text, no page."""
    if not overflowing:
        return []
    lines: list[Run] = []
    for number, (field, text) in enumerate(overflowing, 1):
        head = words.text("paper.form.entry", {"no": str(number), "field": field.called})
        inner = _WIDTH - 2 * _SIDE
        lines.append(Run(0, 0, "", "sans", _BODY * 0.6, _INK))
        lines += [Run(0, 0, line, "sans_bold", _HEAD, _QUIET) for line in fonts.lines(head, "sans_bold", _HEAD, inner)]
        lines += [Run(0, 0, line, "sans", _BODY, _INK) for line in fonts.lines(text, "sans", _BODY, inner)]
    pages = _pages(lines)
    title = words.text("paper.form.addendum")
    return [_sheet(page, title, f"{i} / {len(pages)}", fonts) for i, page in enumerate(pages, 1)]


def watermark_sheet(watermark: str, width: float, height: float, fonts: Fonts) -> OverlaySheet:
    """A mark across a page, so light that it hides nothing."""
    size = min(_WATERMARK_SIZE, math.hypot(width, height) * 0.6 / max(fonts.width(watermark, "sans_bold", 1), 0.01))
    run = Run(-fonts.width(watermark, "sans_bold", size) / 2, -size * 0.36, watermark, "sans_bold", size, _WATERMARK)
    return OverlaySheet(width, height, (run,), slanted=math.atan2(height, width), clear=True)


def _pages(lines: Sequence[Run]) -> list[list[tuple[float, Run]]]:
    pages: list[list[tuple[float, Run]]] = [[]]
    y = _HEIGHT - _TOP - _TITLE * 2
    for run in lines:
        step = run.size * _LEADING
        if y - step < _FOOT and pages[-1]:
            pages.append([])
            y = _HEIGHT - _TOP - _TITLE * 2
        y -= step
        pages[-1].append((y, run))
    return pages


def _sheet(page: Sequence[tuple[float, Run]], title: str, number: str, fonts: Fonts) -> OverlaySheet:
    top = _HEIGHT - _TOP
    placed = [Run(_SIDE, y, run.text, run.face, run.size, run.colour) for y, run in page if run.text]
    placed.append(Run(_SIDE, top - _TITLE, title, "serif_bold", _TITLE, _INK))
    across = _WIDTH - _SIDE - fonts.width(number, "sans", 8.0)
    placed.append(Run(across, _FOOT / 2, number, "sans", 8.0, _QUIET))
    y = top - _TITLE * 1.7
    rule = f"q 0.700 0.720 0.750 RG 0.5 w {_SIDE:.2f} {y:.2f} m {_WIDTH - _SIDE:.2f} {y:.2f} l S Q"
    return OverlaySheet(_WIDTH, _HEIGHT, tuple(placed), rule)
