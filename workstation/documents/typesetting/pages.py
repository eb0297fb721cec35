"""Stacks strips into pages: headings stay with what they head, a table's heading returns on every page, long things flow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Final

from workstation.documents.typesetting import blocks as b
from workstation.documents.typesetting.look import MM
from workstation.documents.typesetting.set import chart, fields, matrix, tables, text
from workstation.documents.typesetting.strips import (
    Bookmark,
    Box,
    Code,
    DrawOp,
    EmbeddedPage,
    Part,
    Picture,
    Remembered,
    Run,
    Strip,
    TypesetContext,
    baseline,
)

_BAND: Final = 26.0
_LARGEST_PIXEL: Final = 0.8  # points; a small picture is not blown up to a page of blocks
_QR_SIDE: Final = 36 * MM
_QR_SQUARE: Final = 0.54 * MM
"""Four pixels of a scan of 200 dpi: a text with more squares gets a larger picture."""
_SHORT: Final = 0.25
"""Of a page: an end of a paper that is less is not left alone."""
_COMPANY: Final = 2
"""Strips that such an end takes along: lines of text, rows of a table."""


@dataclass(frozen=True, slots=True)
class Page:
    """Strips with the height, from the top of the text area, at which each begins; ``wide``: on its long side."""

    strips: tuple[tuple[float, Strip], ...]
    wide: bool = False


def set_pages(blocks: Iterable[b.Block], context: TypesetContext, again: bool = False) -> tuple[Page, ...]:
    """The pages that ``blocks`` fill; nothing gives no page. ``again``: what is set is remembered for the next time."""
    look = context.look
    memory = context.remembered if again else Remembered()
    set_ = list(_accompanied(list(_strips(blocks, context, memory)), look.depth))
    return tuple(Page(strips, look.is_wide) for strips in _stacked(set_, look.depth))


def bookmarks(pages: Sequence[Page], first: int = 1) -> dict[str, int]:
    """Name of each anchor → number of its page, counted from ``first``."""
    return {
        bookmark.name: number
        for number, page in enumerate(pages, first)
        for _, strip in page.strips
        for bookmark in strip.bookmarks
    }


def _strips(blocks: Iterable[b.Block], context: TypesetContext, memory: Remembered) -> Iterator[Strip]:
    """Anchors and page breaks join the strip that follows them."""
    goals_: tuple[Bookmark, ...] = ()
    new_page = False
    for block in blocks:
        if isinstance(block, b.Anchor):
            goals_ += (Bookmark(block.name, block.title, block.level),)
        elif isinstance(block, b.PageBreak):
            new_page = True
        else:
            for strip in _set(block, context, memory):
                yield replace(strip, bookmarks=goals_, new_page=new_page) if goals_ or new_page else strip
                goals_, new_page = (), False
    if goals_:
        yield Strip(0, bookmarks=goals_, new_page=new_page)


def _set(block: b.Block, context: TypesetContext, memory: Remembered) -> tuple[Strip, ...]:
    known = memory.get(block)
    if known is None:
        if isinstance(block, b.Keep):
            known = tuple(_kept(list(_strips(block.blocks, context, memory)), block.leads))
        else:
            known = tuple(_SETTERS[type(block)](block, context))
        memory.keep(block, known)
    return known


def _kept(strips: list[Strip], leads: bool) -> Iterator[Strip]:
    """What held before holds more firmly than what this adds; what ``leads`` never parts from what follows."""
    weaker = max([1, *(strip.keep for strip in strips)]) + 1
    for strip in strips[:-1]:
        yield strip if strip.keep else replace(strip, keep=weaker)
    yield from (replace(strip, keep=1) if leads else strip for strip in strips[-1:])


def _space(block: b.Space, context: TypesetContext) -> Iterator[Strip]:
    yield Strip(block.height * MM)


def _band(block: b.Band, context: TypesetContext) -> Iterator[Strip]:
    look, fonts = context.look, context.fonts
    size, small = look.size("table"), look.size("small")
    left = fonts.fitted(block.left, "sans_bold", size, look.inner * 0.65)
    room = look.inner - fonts.width(left, "sans_bold", size) - 34
    right = fonts.fitted(block.right, "sans", small, room)
    ink: tuple[DrawOp, ...] = (
        Box(0, 0, look.inner, _BAND - 5, "tint"),
        Box(0, 0, 3.2, _BAND - 5, "strong"),
        Run(11, baseline(0, _BAND - 5, size), left, "sans_bold", size),
        Run(
            look.inner - 8 - fonts.width(right, "sans", small),
            baseline(0, _BAND - 5, small),
            right,
            "sans",
            small,
            "quiet",
        ),
    )
    yield Strip(_BAND, ink, new_page=not block.goes_on, keep=True, parts=(Part("Band"), Part("P")), starts=True)


def _image(block: b.Image, context: TypesetContext) -> Iterator[Strip]:
    look, room = context.look, context.look.depth - _BAND
    scale = min(look.inner / block.width, room / block.height, _LARGEST_PIXEL)
    if block.across:
        scale = block.across * MM / block.width
    width, height = block.width * scale, block.height * scale
    picture = Picture((look.inner - width) / 2, 0, width, height, block.data)
    yield Strip(height, (picture,), parts=(Part("Figure", 0, alt=block.alt),), starts=True)


def _foreign(block: b.ForeignPage, context: TypesetContext) -> Iterator[Strip]:
    height = context.look.depth - _BAND
    page = EmbeddedPage(block.source, block.index, 0, 0, context.look.inner, height)
    yield Strip(height, (page,), parts=(Part("Figure", 0, alt=block.alt),), starts=True)


def _verification(block: b.VerificationCode, context: TypesetContext) -> Iterator[Strip]:
    look, size = context.look, context.look.size("note")
    side = max(_QR_SIDE, block.squares * _QR_SQUARE)
    height = side + 8
    lines = context.fonts.lines(block.text, "sans", size, look.inner - side - 30)
    top = (height - len(lines) * size * 1.6) / 2
    ink: list[DrawOp] = [Code(look.inner - side - 2, 4, side)]
    ink += [
        Run(8, baseline(top + i * size * 1.6, size * 1.6, size), line, "sans", size, "quiet")
        for i, line in enumerate(lines)
    ]
    parts = (Part("P", len(lines)), Part("Figure", 0, alt=block.alt))
    yield Strip(height, tuple(ink), before=6.0, parts=parts, starts=True)


_SETTERS: Final[dict[type, Callable[[Any, TypesetContext], Iterator[Strip]]]] = {
    b.Title: text.set_title,
    b.Heading: text.set_heading,
    b.Text: text.set_text,
    b.Pair: text.set_pair,
    b.Note: text.set_note,
    b.Contents: text.set_contents,
    b.Signature: text.set_signature,
    b.Fields: fields.set_fields,
    b.TableBlock: tables.set_table,
    b.Matrix: matrix.set_matrix,
    b.Chart: chart.set_chart,
    b.Band: _band,
    b.VerificationCode: _verification,
    b.Image: _image,
    b.ForeignPage: _foreign,
    b.Space: _space,
}


def _stacked(strips: list[Strip], depth: float) -> Iterator[tuple[tuple[float, Strip], ...]]:
    page: list[tuple[float, Strip]] = []
    used = 0.0
    for wanted in _fitting(strips, depth):
        chain = _narrowed(wanted, depth - used, _height) if page and not wanted[0].new_page else wanted
        if page and (chain[0].new_page or (used + _height(chain) > depth and _whole(chain) <= depth)):
            yield tuple(page)
            page, used = [], 0.0
        for strip in chain:
            if page and used + strip.before + strip.height > depth + 0.01:
                yield tuple(page)
                page, used = [], 0.0
            if not page:
                for again in strip.again:
                    page.append((used, again))
                    used += again.height
            used += strip.before if page else 0.0
            page.append((used, strip))
            used += strip.height
    if page:
        yield tuple(page)


def _accompanied(strips: list[Strip], depth: float) -> Iterator[Strip]:
    """A short end of a paper, such as a signature, never comes alone on its last page: what stands before it comes along."""
    begins = [0, *(at for at, strip in enumerate(strips) if at and strip.new_page), len(strips)]
    weakest = max((strip.keep for strip in strips), default=0) + 1
    for begin, end in pairwise(begins):
        paper = strips[begin:end]
        last = list(_chains(paper, weakest))[-1:]
        alone = len(paper) - sum(map(len, last))
        bound = range(alone - _COMPANY, alone) if all(_whole(chain) < depth * _SHORT for chain in last) else ()
        for at, strip in enumerate(paper):
            # Held as firmly as can be: a paper too long for one page gives way anywhere else.
            yield replace(strip, keep=1) if at in bound else strip


def _fitting(strips: list[Strip], depth: float, weakest: int | None = None) -> Iterator[list[Strip]]:
    """Chains that a page can hold; in one that is too long the weakest bonds give way first."""
    limit = max((strip.keep for strip in strips), default=0) if weakest is None else weakest
    for wanted in _chains(strips, limit):
        chain = _narrowed(wanted, depth, _whole)
        if limit and _whole(chain) > depth:
            yield from _ended(list(_fitting(chain, depth, limit - 1)), depth)
        else:
            yield chain


def _ended(parts: list[list[Strip]], depth: float) -> Iterator[list[Strip]]:
    """What gave way, but for its end: that takes strips along, as the end of a paper does."""
    *before, end = parts
    taken: list[Strip] = []
    if len(end) <= _COMPANY and _whole(end) < depth * _SHORT:
        rest = [strip for part in before for strip in part]
        while rest and (len(taken) < _COMPANY or rest[-1].keep == 1) and _height(taken) < depth * _SHORT:
            taken.insert(0, rest.pop())
    left = sum(map(len, before)) - len(taken)
    for part in before:
        if left > 0:
            yield part[:left]
        left -= len(part)
    yield [*taken, *end]


def _chains(strips: list[Strip], weakest: int) -> Iterator[list[Strip]]:
    """Strips that want to stay together by bonds up to ``weakest``; a new page is wanted by the first of a chain only."""
    chain: list[Strip] = []
    for strip in strips:
        if chain and strip.new_page:
            yield chain
            chain = []
        chain.append(strip)
        if not 0 < strip.keep <= weakest:
            yield chain
            chain = []
    if chain:
        yield chain


def _narrowed(chain: list[Strip], room: float, height: Callable[[list[Strip]], float]) -> list[Strip]:
    """A chain that fits only where boxes of it, as for a signature, give up some of their empty room; else as it is."""
    if height(chain) <= room:
        return chain
    low = [replace(strip, height=strip.low[0], ink=strip.low[1]) if strip.low else strip for strip in chain]
    return low if height(low) <= room else chain


def _height(chain: list[Strip]) -> float:
    return sum(strip.before + strip.height for strip in chain)


def _whole(chain: list[Strip]) -> float:
    """The height on a page of its own, with the heading that would return."""
    return _height(chain) - chain[0].before + sum(again.height for again in chain[0].again)
