"""Sets headings, running text, contents and signature areas into strips."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from workstation.documents.typesetting.blocks import (
    Contents,
    Heading,
    Note,
    Pair,
    Signature,
    SignatureArea,
    Text,
    Title,
)
from workstation.documents.typesetting.fonts import Face
from workstation.documents.typesetting.strips import (
    Box,
    DrawOp,
    Element,
    Link,
    Part,
    Ring,
    RuledLine,
    Run,
    Strip,
    TypesetContext,
    baseline,
)

_LEADING: Final = 1.62
_PAD: Final = 8.0
_SIGNATURE: Final = 84.0
_LOW_SIGNATURE: Final = 74.0
"""Height of a box to sign in, and the least that it may have where a page ends; 26 mm."""


def set_title(block: Title, context: TypesetContext) -> Iterator[Strip]:
    """Centred, wrapping; the subtitle below in quiet sans."""
    look = context.look
    yield from _centred("Title", block.text, "serif_bold", look.size("title"), 1.35, "ink", context)
    if block.subtitle:
        yield from _centred("P", block.subtitle, "sans", look.size("subtitle"), 1.7, "quiet", context)
    yield Strip(2, keep=True)


def _centred(
    block: Element, text: str, face: Face, size: float, leading: float, colour: str, context: TypesetContext
) -> Iterator[Strip]:
    inner, height = context.look.inner, size * leading
    for number, line in enumerate(context.fonts.lines(text, face, size, inner)):
        x = (inner - context.fonts.width(line, face, size)) / 2
        ink = (Run(x, baseline(0, height, size), line, face, size, colour),)
        yield Strip(height, ink, keep=True, parts=(Part(block),), starts=not number)


def set_heading(block: Heading, context: TypesetContext) -> Iterator[Strip]:
    """A bar and bold sans."""
    size, height = context.look.size("heading"), 19.0
    lines = context.fonts.lines(block.text, "sans_bold", size, context.look.inner - 10)
    for number, line in enumerate(lines):
        ink = (Box(0, 2.5, 3.2, 14, "strong"), Run(10, baseline(0, height, size), line, "sans_bold", size))
        before = 6.0 if not number else 0
        yield Strip(height, ink, before, keep=True, parts=(Part("Heading"),), starts=not number)
    yield Strip(2.5, keep=True)


def set_text(block: Text, context: TypesetContext) -> Iterator[Strip]:
    """Serif for what is said, sans for notes; long lines are set flush on both sides."""
    face, size_name, colour = _STYLES[block.style]
    size = context.look.size(size_name)
    indent = 2 * size if block.indent else 0.0
    height, width = size * _LEADINGS.get(block.style, _LEADING), context.look.inner - 2 * _PAD
    for number, paragraph in enumerate(block.text.splitlines() or [""]):
        hang = _hang(paragraph, face, size, context) if block.style == "list" else 0.0
        lines = context.fonts.lines(paragraph, face, size, width - hang, indent - hang)
        last = len(lines) - 1
        for i, line in enumerate(lines):
            start = hang if i else indent
            spacing = 0.0 if i == last else _flush(context, line, face, size, width - start)
            run = Run(_PAD + start, baseline(0, height, size), line, face, size, colour, spacing)
            before = (1.0 if number else 3.0) if not i else 0.0
            part = Part("L", row=number, cell="LBody") if block.style == "list" else Part("P")
            begins = not i and (block.style != "list" or not number)
            yield Strip(height, (run,), before, last > 0 and i in (0, last - 1), parts=(part,), starts=begins)


def _hang(paragraph: str, face: Face, size: float, context: TypesetContext) -> float:
    """How far the further lines of a numbered entry go in: the width of its number."""
    number = _NUMBER.match(paragraph)
    return context.fonts.width(number[0].replace(" ", "\u00a0"), face, size) if number else 0.0


_NUMBER: Final = re.compile(r"\d+\. ")
_LEADINGS: Final = {"prose": 1.75, "list": 1.55, "body": 1.55}
_STYLES: Final[dict[str, tuple[Face, str, str]]] = {
    "body": ("serif", "body", "ink"),
    "prose": ("serif", "body", "ink"),
    "list": ("serif", "body", "ink"),
    "strong": ("serif_bold", "body", "ink"),
    "quiet": ("sans", "small", "quiet"),
}


def _flush(context: TypesetContext, line: str, face: Face, size: float, room: float) -> float:
    """Space between characters that fills a Chinese line; none where it would show, as between the letters of a word."""
    if len(line) < 2 or sum(char > "\u2e7f" for char in line) * 2 < len(line):
        return 0.0
    spacing = (room - context.fonts.width(line, face, size)) / (len(line) - 1)
    return spacing if 0 < spacing < size * 0.07 else 0.0


def set_pair(block: Pair, context: TypesetContext) -> Iterator[Strip]:
    """Left text in serif, right text at the right edge; both wrap inside their share."""
    fonts, size = context.fonts, context.look.size("body")
    face: Face = "serif"
    room, gap = context.look.inner - 2 * _PAD, 14.0
    right_size = context.look.size("small")
    wide = fonts.width(block.right, "sans", right_size)
    right_room = min(wide, room / 2) + 0.1
    right = fonts.lines(block.right, "sans", right_size, right_room) if block.right else ()
    left = fonts.lines(block.left, face, size, room - (right_room + gap if block.right else 0))
    height = size * _LEADING
    most = max(len(left), len(right))
    for i in range(most):
        ink: list[DrawOp] = []
        parts = (Part("Div", i < len(left), 0), Part("Div", i < len(right), 1))
        if i < len(left):
            ink.append(Run(_PAD, baseline(0, height, size), left[i], face, size))
        if i < len(right):
            x = _PAD + room - fonts.width(right[i], "sans", right_size)
            ink.append(Run(x, baseline(0, height, size), right[i], "sans", right_size, "quiet"))
        yield Strip(height, tuple(ink), 0 if i else 3.0, keep=i < most - 1, parts=parts, starts=not i)


def set_note(block: Note, context: TypesetContext) -> Iterator[Strip]:
    """Small sans on a tinted ground, line by line so that it may break."""
    size = context.look.size("small")
    height, inner = size * 1.6, context.look.inner
    lines = context.fonts.lines(block.text, "sans", size, inner - 2 * _PAD - 3)
    for i, line in enumerate(lines):
        top, foot = (5.0 if not i else 0.0), (5.0 if i == len(lines) - 1 else 0.0)
        whole = height + top + foot
        ink = (
            Box(0, 0, inner, whole + (0.3 if not foot else 0), "soft"),
            Box(0, 0, 2.4, whole + (0.3 if not foot else 0), "accent"),
            Run(_PAD + 3, baseline(top, height, size), line, "sans", size),
        )
        keep = i < len(lines) - 1 and i in (0, len(lines) - 2)
        yield Strip(whole, ink, 0 if i else 6.0, keep, parts=(Part("P"),), starts=not i)


def set_contents(block: Contents, context: TypesetContext) -> Iterator[Strip]:
    """Titles with dotted leaders to the page number."""
    anchors = block.anchors or ("",) * len(block.entries)
    for row, ((text, page, level), anchor) in enumerate(zip(block.entries, anchors, strict=True)):
        yield from _entry(text, str(page), level, anchor if page else "", row, context)


def _entry(text: str, page: str, level: int, anchor: str, row: int, context: TypesetContext) -> Iterator[Strip]:
    look, fonts = context.look, context.fonts
    size = look.size("body") if not level else look.size("table")
    face: Face = "serif_bold" if not level else "serif"
    height, indent, edge = size * 1.85, _PAD + 14.0 * level, look.inner - _PAD
    lines = fonts.lines(text, face, size, edge - indent - 40)
    for i, line in enumerate(lines):
        y = baseline(0, height, size)
        ink: list[DrawOp] = [Run(indent, y, line, face, size)]
        if anchor:
            ink.append(Link(indent, 0, edge - indent, height, anchor))
        if i == len(lines) - 1:
            at = edge - fonts.width(page, "serif", size)
            ink.append(
                RuledLine(indent + fonts.width(line, face, size) + 5, y - 1.5, at - 5, y - 1.5, 0.6, "line", True)
            )
            # The blank parts title and number for programs that read aloud or copy: the leader between them is no text.
            ink.append(Run(at - fonts.width(" ", "serif", size), y, f" {page}", "serif", size))
        part = Part("TOC", 1 + (i == len(lines) - 1), row, "Reference")
        yield Strip(height, tuple(ink), keep=i < len(lines) - 1, parts=(part,), starts=not row and not i)


def set_signature(block: Signature, context: TypesetContext) -> Iterator[Strip]:
    """Boxes side by side, high enough for the seal where one is asked."""
    look = context.look
    sealed = any(area.seal for area in block.areas)
    height = look.seal + 9 if sealed else _SIGNATURE
    ink, parts = _boxes(block, height, context)
    low = None if sealed else (_LOW_SIGNATURE, _boxes(block, _LOW_SIGNATURE, context)[0])
    yield Strip(height, ink, before=8.0, parts=parts, starts=True, low=low)


def _boxes(block: Signature, height: float, context: TypesetContext) -> tuple[tuple[DrawOp, ...], tuple[Part, ...]]:
    look = context.look
    width = look.inner / len(block.areas)
    ink: list[DrawOp] = [
        ruled for x in range(len(block.areas) + 1) for ruled in (_upright(x * width, height, look.hairline),)
    ]
    ink += [RuledLine(0, y, look.inner, y, look.hairline) for y in (0.0, height)]
    parts = []
    for i, area in enumerate(block.areas):
        drawn = list(_area(area, i * width, width, height, context))
        parts.append(Part("Div", sum(isinstance(one, Run) for one in drawn), i))
        ink += drawn
    return tuple(ink), tuple(parts)


def _upright(x: float, height: float, weight: float) -> RuledLine:
    return RuledLine(x, 0, x, height, weight)


def _area(area: SignatureArea, x: float, width: float, height: float, context: TypesetContext) -> Iterator[DrawOp]:
    look, fonts = context.look, context.fonts
    label, size, pad = look.size("label"), look.size("cell"), 9.0
    room = width - 2 * pad - (look.seal + 8 if area.seal else 0)
    for i, line in enumerate(fonts.lines(area.label, "sans", label, room)):
        yield Run(x + pad, 16 + i * label * 1.5, line, "sans", label, "quiet")
    foot = fonts.lines(area.foot, "serif", size, room) if area.foot else ()
    for i, line in enumerate(foot):
        yield Run(x + pad, height - 12 - (len(foot) - 1 - i) * size * 1.6, line, "serif", size)
    if area.seal:
        radius = look.seal / 2
        yield Ring(x + width - 11 - radius, height / 2, radius)
        caption = fonts.width(area.seal, "sans", label)
        yield Run(x + width - 16 - 2 * radius - caption, height - 34, area.seal, "sans", label, "quiet")
