"""What a second program sees on a filled form: words with their places, and whether a box is ticked, by its pixels."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from PIL import Image, ImageChops

from tests.tools import needs
from workstation.documents.bankform.pdf_form import FormField, FormPage, PdfForm, Widget
from workstation.documents.bankform.placing import shown_rect

DPI = 50


@dataclass(frozen=True)
class Word:
    text: str
    left: float
    top: float
    right: float
    bottom: float


def words(pdf: bytes, folder: Path) -> list[list[Word]]:
    """The words of every page; places count from the top left corner of the page as it is shown."""
    file = folder / "filled.pdf"
    file.write_bytes(pdf)
    done = subprocess.run([needs("pdftotext"), "-bbox", "-cropbox", str(file), "-"], capture_output=True, check=True)
    clean = re.sub(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", b"", done.stdout)
    tree = ElementTree.fromstring(clean)
    space = "{http://www.w3.org/1999/xhtml}"
    edges = ("xMin", "yMin", "xMax", "yMax")
    return [
        [Word(one.text or "", *(float(one.attrib[edge]) for edge in edges)) for one in page.iter(f"{space}word")]
        for page in tree.iter(f"{space}page")
    ]


def inside(words_: list[Word], page: FormPage, widget: Widget, slack: float = 1.0) -> str:
    """What stands in a box, in reading order: words whose middle is in it and that do not reach over its sides."""
    x, y, width, height = shown_rect(page, widget.rect)
    found = [
        word
        for word in words_
        if x - slack <= word.left
        and word.right <= x + width + slack
        and y - slack <= (word.top + word.bottom) / 2 <= y + height + slack
    ]
    found.sort(key=lambda word: (round(word.top), word.left))
    return "".join(word.text for word in found)


def pictures(pdf: bytes, folder: Path, last: int = 2) -> list[Image.Image]:
    """The first pages as they print."""
    file = folder / "picture.pdf"
    file.write_bytes(pdf)
    subprocess.run(
        [
            needs("pdftoppm"),
            "-r",
            str(DPI),
            "-l",
            str(last),
            "-cropbox",
            "-gray",
            "-png",
            str(file),
            str(folder / "page"),
        ],
        check=True,
    )
    pages = sorted(folder.glob("page-*.png"))
    shown = [Image.open(page).convert("L").copy() for page in pages]
    for page in pages:
        page.unlink()
    return shown


def changed(before: Image.Image, after: Image.Image, page: FormPage, widget: Widget) -> bool:
    """Whether the inside of a box looks different on two pictures of its page."""
    x, y, width, height = (part * DPI / 72 for part in shown_rect(page, widget.rect))
    frame = (int(x), int(y), int(x + width) + 1, int(y + height) + 1)
    return (
        ImageChops.difference(before.crop(frame), after.crop(frame)).point(lambda v: 255 * (v > 40)).getbbox()
        is not None
    )


def visible(form: PdfForm) -> Iterator[tuple[FormField, Widget]]:
    """Every place that a person sees."""
    for field in form.fields:
        for widget in field.widgets:
            left, bottom, right, top = widget.rect
            if widget.page and not widget.hidden and right - left > 1 and top - bottom > 1:
                yield field, widget


def marked_values(form: PdfForm) -> dict[str, Any]:
    """Something unmistakable for every field: Chinese and figures for text, the last option, every tick."""
    values: dict[str, Any] = {}
    for number, field in enumerate(form.fields):
        match field.kind:
            case "text":
                mark = f"值{number:03d}"
                values[field.name] = mark[-field.max_length :] if field.max_length else mark
            case "checkbox" if field.ticks:
                values[field.name] = True
            case "checkbox" | "radio" | "combo" | "list" if field.options:
                values[field.name] = next((o.value for o in reversed(field.options) if o.shown.strip()), "")
            case "combo" if field.editable:
                values[field.name] = f"值{number:03d}"
    return values
