"""Small PDF forms made for one question each, object by object, as the makers of real ones write them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

MULTILINE, COMB, RADIO, COMBO, EDIT, SEVERAL = 1 << 12, 1 << 24, 1 << 15, 1 << 17, 1 << 18, 1 << 21
READONLY, REQUIRED, PUSH = 1, 2, 1 << 16


def widget(pdf: pikepdf.Pdf, rect: Sequence[float], **entries: Any) -> pikepdf.Object:
    """A place; give ``T`` and ``FT`` to make it a field at once."""
    return pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Widget, Rect=Array(list(rect)), F=4, **entries))


def text(pdf: pikepdf.Pdf, name: str, rect: Sequence[float], **entries: Any) -> pikepdf.Object:
    """A text field with one place."""
    return widget(pdf, rect, FT=Name.Tx, T=String(name), **entries)


def look(pdf: pikepdf.Pdf, ink: bytes) -> pikepdf.Object:
    """An appearance that draws something."""
    return pdf.make_indirect(pikepdf.Stream(pdf, ink, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 10, 10])))


def button(pdf: pikepdf.Pdf, rect: Sequence[float], state: str, **entries: Any) -> pikepdf.Object:
    """A box to tick whose own mark is a filled square."""
    states = Dictionary({f"/{state}": look(pdf, b"0 g 2 2 6 6 re f"), "/Off": look(pdf, b"n")})
    return widget(pdf, rect, AP=Dictionary(N=states), AS=Name.Off, **entries)


def group(pdf: pikepdf.Pdf, name: str, kids: Sequence[pikepdf.Object], **entries: Any) -> pikepdf.Object:
    """A node of the field tree over its kids."""
    node = pdf.make_indirect(Dictionary(T=String(name), Kids=Array(list(kids)), **entries))
    for kid in kids:
        kid.Parent = node
    return node


def form(
    pdf: pikepdf.Pdf,
    fields: Sequence[pikepdf.Object],
    size: tuple[float, float] = (400, 300),
    rotate: int = 0,
    **entries: Any,
) -> bytes:
    """A page that bears all places of the fields, and the form over them."""
    page = pdf.add_blank_page(page_size=size)
    page.obj.Annots = Array([one for field in fields for one in _places(field)])
    page.obj.Contents = pikepdf.Stream(pdf, b"0 0 m 1 1 l S")
    if rotate:
        page.obj.Rotate = rotate
    given = {"DA": String("/Helv 10 Tf 0 g"), **entries}
    pdf.Root.AcroForm = pdf.make_indirect(Dictionary(Fields=Array(list(fields)), **given))
    return saved(pdf)


def saved(pdf: pikepdf.Pdf, **options: Any) -> bytes:
    file = io.BytesIO()
    pdf.save(file, **options)
    return file.getvalue()


def _places(node: Any) -> list[Any]:
    if Name.Kids in node:
        return [one for kid in node.Kids for one in _places(kid)]
    return [node]
