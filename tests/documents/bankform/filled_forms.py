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
    """The first pages as they print; unpacked, since they are looked at once."""
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
            str(file),
            str(folder / "page"),
        ],
        check=True,
    )
    pages = sorted(folder.glob("page-*.pgm"))
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


def wrong_texts(form: PdfForm, values: dict[str, Any], pages: list[list[Word]]) -> list[tuple[str, str, str]]:
    """Name, value and what is seen instead, of every text and list whose box does not show its value."""
    wrong = []
    for field, place in visible(form):
        if field.kind in ("text", "combo", "list") and field.name in values:
            worded = {option.value: option.shown for option in field.options}
            wanted = worded.get(values[field.name], values[field.name]).replace(" ", "")
            if wanted not in (seen := inside(pages[place.page - 1], form.pages[place.page - 1], place)):
                wrong.append((field.name, wanted, seen))
    return wrong


def buttons(form: PdfForm, values: dict[str, Any]) -> list[str]:
    """The names of the boxes and radios that are given a value."""
    return [one.name for one, _ in visible(form) if one.kind in ("checkbox", "radio") and one.name in values]


def wrong_ticks(
    form: PdfForm, values: dict[str, Any], cleared: bytes, filled: bytes, folder: Path
) -> list[tuple[str, str, bool]]:
    """Name, option and whether it is ticked, of every button that looks otherwise than it should beside the cleared form."""
    names, wrong = buttons(form, values), []
    before, after = (pictures(pdf, folder) for pdf in (cleared, filled)) if names else ([], [])
    for field, place in visible(form):
        if field.name in names:
            number, value = place.page - 1, values[field.name]
            ticked = changed(before[number], after[number], form.pages[number], place)
            if ticked != (value is True or value == place.option):
                wrong.append((field.name, place.option, ticked))
    return wrong
