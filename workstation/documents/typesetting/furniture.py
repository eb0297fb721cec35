"""What stands around every page: addressee and number above, code, initials and status below. Places are those of the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from workstation.documents.typesetting.blocks import PageChrome
from workstation.documents.typesetting.fact_code import BLANK
from workstation.documents.typesetting.fonts import Fonts, literal
from workstation.documents.typesetting.look import MM, Look
from workstation.documents.typesetting.strips import RuledLine, Run

_INITIALS: Final = 62.0


@dataclass(frozen=True, slots=True)
class Furniture:
    """Runs of header and footer, y counted up from the foot of the page; ``code``: where the code begins.

    ``rules``: y counted down from the foot, so below zero.
    """

    header: tuple[Run, ...]
    footer: tuple[Run, ...]
    rules: tuple[RuledLine, ...]
    code: tuple[float, float]


def furniture(words: PageChrome, number: int, count: int, look: Look, fonts: Fonts) -> Furniture:
    """What stands around page ``number`` of ``count``."""
    size, foot, edge = look.size("furniture"), look.footer, look.width - look.right
    code_x = look.left + fonts.width(words.code_label, "sans", size) + 3
    status_x = edge - fonts.width(words.status, "sans", size)
    footer = [_run(look.left, foot, words.code_label, size), _run(status_x, foot, words.status, size)]
    above = -foot - 4.2 * MM
    rules = [RuledLine(look.left, above, look.left + look.inner, above, look.hairline)]
    if words.initials and count > 1:
        # In the middle of what the footer leaves.
        wide = fonts.width(words.initials, "sans", size) + 4
        x = (code_x + fonts.width(BLANK, "sans", size) + status_x - wide - _INITIALS) / 2
        footer.append(_run(x, foot, words.initials, size))
        rules.append(RuledLine(x + wide, 1.5 - foot, x + wide + _INITIALS, 1.5 - foot, look.hairline))
    header = tuple(_header(words, number, count, look, fonts))
    return Furniture(header, tuple(footer), tuple(rules), (code_x, foot))


def _header(words: PageChrome, number: int, count: int, look: Look, fonts: Fonts) -> Iterator[Run]:
    """A long addressee gives way to the number at the right, which must stay whole."""
    size, top = look.size("furniture"), look.height - look.header
    numbers = words.pages.replace("{page}", str(number)).replace("{pages}", str(count))
    right = "  ".join(part for part in (words.number, numbers) if part)
    x = look.width - look.right - fonts.width(right, "sans", size)
    for i, line in enumerate(_addressee(words, x - look.left - 18, size, fonts)):
        yield _run(look.left, top - i * size * 1.25, line, size)
    yield _run(x, top, fonts.shown(literal(right), "sans"), size)


def _addressee(words: PageChrome, room: float, size: float, fonts: Fonts) -> tuple[str, ...]:
    """Two lines at most; the cover names the bank in full."""
    lines = fonts.lines(words.addressee, "sans", size, room)
    if len(lines) <= 2:
        return lines
    return lines[0], fonts.fitted("".join(lines[1:]), "sans", size, room)


def _run(x: float, y: float, text: str, size: float) -> Run:
    return Run(x, y, text, "sans", size, "quiet")
