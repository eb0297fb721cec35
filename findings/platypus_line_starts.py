"""Platypus lets a Chinese line begin with marks that none may begin with; ours does not. Run from the root of the project."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph

import resources
from workstation.documents.fonts import FACES, load_fonts

MARKS: Final = "，。、；：？！）》」』】”’…—％‰%·"
WORDS: Final = "债务人因患病住院收入中断现申请分期还款" * 3
SIZE: Final = 10


def texts(mark: str) -> Iterator[str]:
    """Running text with ``mark`` after every 1 to 19 characters."""
    for step in range(1, 20):
        yield "".join(WORDS[at : at + step] + mark for at in range(0, 40, step))


def main() -> None:
    """Count the lines that begin with each mark, over 60 widths."""
    pdfmetrics.registerFont(TTFont("sans", str(resources.path("fonts", f"{FACES['sans']}.ttf"))))
    style = ParagraphStyle("cjk", fontName="sans", fontSize=SIZE, leading=16, wordWrap="CJK")
    fonts, theirs, ours = load_fonts(), Counter[str](), Counter[str]()
    for mark in MARKS:
        for text in texts(mark):
            for width in range(60, 240, 3):
                paragraph = Paragraph(text, style)
                paragraph.wrap(width, 9999)
                theirs[mark] += sum("".join(line[1]).startswith(mark) for line in paragraph.blPara.lines)
                ours[mark] += sum(line.startswith(mark) for line in fonts.lines(text, "sans", SIZE, width))
    print("platypus:", {mark: count for mark, count in theirs.items() if count})  # noqa: T201
    print("ours:    ", {mark: count for mark, count in ours.items() if count})  # noqa: T201


if __name__ == "__main__":
    main()
