"""A statement of 54 pages in PDF: read, checked and judged, against the bare words of PDFium with their boxes."""

from __future__ import annotations

import ctypes
import io
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from bench.contest import Contender, Contest
from workstation.evidence.statements.readers import read_any_statement
from workstation.evidence.statements.statement import analyse

PAGES: Final = 54
ROWS: Final = 36
TITLES: Final = (
    "记账日期", "记账时间", "币别", "金额", "余额", "交易名称", "渠道", "网点名称", "附言", "对方账户名", "对方卡号/账号",
    "对方开户行",
)  # fmt: skip
LEFTS: Final = (40, 90, 134, 168, 224, 284, 336, 385, 465, 516, 646, 736)


def contests(folder: Path) -> list[Contest]:
    """One contest; ``folder`` stays empty."""
    data = statement_pdf()
    peers = (
        Contender("PDFium words by its rectangles", lambda: rectangles(data)),
        Contender("PDFium words by signs, boxed", lambda: boxed_words(data)),
    )
    return [
        Contest(f"statement in PDF, {PAGES} pages, read and judged", lambda: judged(data), peers, rounds=5, long=True)
    ]


def statement_pdf() -> bytes:
    """A clean list of a debit account after the columns of 交易流水明细清单, in a font that the file only names."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(842, 595), invariant=1)
    rows = _rows()
    for page in range(PAGES):
        canvas.setFont("STSong-Light", 7)
        canvas.drawString(340, 575, "中国银行交易流水明细清单")
        canvas.drawString(30, 18, f"第 {page + 1} 页/共 {PAGES} 页")
        for line in range(ROWS + 1):
            for left, cell in zip(LEFTS, next(rows) if line else TITLES, strict=True):
                canvas.drawString(left, 560 - 14 * line, cell)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _rows() -> Iterator[tuple[str, ...]]:
    balance = 500_000
    for number in range(PAGES * ROWS):
        minor = 781_234 if number % 400 == 9 else -(900 + number * 3557 % 1_900)
        balance += minor
        day = date(2024, 1, 1) + timedelta(days=number // 4)
        clock = f"{8 + number % 4:02d}:{number % 60:02d}:{number * 7 % 60:02d}"
        word, name = ("工资", "星海科技有限公司") if minor > 0 else ("快捷支付", f"商户{number % 900}")
        yield (
            f"{day}",
            clock,
            "人民币",
            _printed(minor),
            _printed(balance),
            word,
            "银企对接",
            "-------",
            "---",
            name,
            "243300133",
            "------",
        )


def _printed(minor: int) -> str:
    return f"{'-' if minor < 0 else ''}{abs(minor) // 100:,}.{abs(minor) % 100:02d}"


def judged(data: bytes) -> None:
    """As the desk does: words, rows, layout, chain, pages and printed figures."""
    statement = read_any_statement(data)
    found = [one.code for one in analyse(statement).findings]
    if found or statement.rows_read != PAGES * ROWS:
        raise AssertionError(f"{found[:3]}, {statement.rows_read} rows")


def rectangles(data: bytes) -> int:
    """What the binding offers: rectangles of a page, and the text in each."""
    import pypdfium2

    count = 0
    pdf = pypdfium2.PdfDocument(data)
    for page in pdf:
        words = page.get_textpage()
        for place in range(words.count_rects()):
            count += bool(words.get_text_bounded(*words.get_rect(place)))
    return count


def boxed_words(data: bytes) -> list[tuple[str, tuple[float, ...]]]:
    """The quickest way: the text of a page at once, and the boxes of the first and last sign of each word."""
    import pypdfium2
    from pypdfium2 import raw

    found = []
    sides = [ctypes.c_double() for _ in range(8)]
    pdf = pypdfium2.PdfDocument(data)
    for page in pdf:
        words = page.get_textpage()
        for word in re.finditer(r"\S+", words.get_text_range()):
            raw.FPDFText_GetCharBox(words, word.start(), *sides[:4])
            raw.FPDFText_GetCharBox(words, word.end() - 1, *sides[4:])
            found.append((word[0], tuple(side.value for side in sides)))
    return found
