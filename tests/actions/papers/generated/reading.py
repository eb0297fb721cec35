"""Reads back what was made, as others would: pages by PDFium and poppler (where it is installed), cells by calamine."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any, Final

import pikepdf
import pypdfium2
from python_calamine import CalamineWorkbook

Cell = Any
"""Text, number or day."""
Sheet = list[list[Cell]]

_SIGNS: Final = re.compile(r"(?:¥|NT\$|US\$|HK\$)[ \xa0]?")


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page, as a viewer finds it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [plain(str(page.get_textpage().get_text_range())) for page in document]
    finally:
        document.close()


def poppler_pages(pdf: bytes, folder: Path) -> list[str] | None:
    """The same by another program; None where it is not installed."""
    tool = shutil.which("pdftotext")
    if tool is None:
        return None
    file = folder / "read.pdf"
    file.write_bytes(pdf)
    done = subprocess.run([tool, "-raw", str(file), "-"], capture_output=True, check=True)
    return [plain(page) for page in done.stdout.decode("utf-8").split("\f")[:-1]]


def plain(text: str) -> str:
    """One minus, one blank, no signs of currencies: a minus stands before the sign and belongs to the figure."""
    return _SIGNS.sub("", text.replace("−", "-").replace("\xa0", " ").replace("\r", ""))


def squeezed(text: str) -> str:
    """Without white space: lines break where they must."""
    return re.sub(r"\s", "", text)


def sheets_of(workbook: bytes) -> dict[str, Sheet]:
    """Title → rows of the cells that are not empty."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(workbook))
    return {
        name: [[cell for cell in row if cell != ""] for row in book.get_sheet_by_name(name).to_python()]
        for name in book.sheet_names
    }


def grouped(minor: int) -> str:
    """``-1,234.50``."""
    return f"{'-' if minor < 0 else ''}{abs(minor) // 100:,}.{abs(minor) % 100:02d}"


def is_tagged(pdf: bytes) -> bool:
    """It says that it is tagged, has a tree of its structure and names its language."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        root = document.Root
        return "/StructTreeRoot" in root and "/Lang" in root and "/MarkInfo" in root and bool(root.MarkInfo.Marked)
