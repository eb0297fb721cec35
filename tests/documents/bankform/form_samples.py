"""The bank forms of our own in ``tests/files/forms``, one for each kind that a bank hands out, and the values beside them.

Made by reportlab and pypdf, so that the reader under test, which stands on pikepdf, never reads what its own library wrote.
``python -m tests.documents.bankform.form_samples`` writes them anew.
"""

from __future__ import annotations

import io
import tomllib
from collections.abc import Callable
from typing import Any, Final

from pypdf import PdfReader, PdfWriter
from pypdf.constants import UserAccessPermissions
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)
from reportlab.pdfgen.canvas import Canvas

from tests.source_tree import ROOT

FOLDER: Final = ROOT / "tests" / "files" / "forms"
SIZE: Final = (420, 300)
PASSWORD: Final = "open sesame"
KEEP: Final = "owner only"


def told() -> dict[str, dict[str, Any]]:
    """File → what is to be read from it."""
    found: dict[str, dict[str, Any]] = tomllib.loads((FOLDER / "forms.toml").read_text("utf-8"))
    return found


def page(draw: Callable[[Canvas], None]) -> bytes:
    """A page with what is drawn on it, the same bytes each time."""
    out = io.BytesIO()
    canvas = Canvas(out, SIZE, invariant=1)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


# ── Forms that can be filled ──


def text(canvas: Canvas) -> None:
    """Lines, one of them full already, one that must be filled, one of four characters, one that may not be changed, and a box."""
    form = canvas.acroForm
    canvas.drawString(40, 276, "Application for instalments")
    form.textfield(
        name="applicant", tooltip="Full name", x=40, y=240, width=160, height=20, fieldFlags="required", maxlen=40
    )
    form.textfield(name="姓名", tooltip="申请人姓名", x=220, y=240, width=160, height=20, maxlen=0)
    form.textfield(name="tail", tooltip="Last four digits", x=40, y=205, width=60, height=20, maxlen=4)
    form.textfield(name="city", tooltip="City", value="Lakeside", x=120, y=205, width=80, height=20, maxlen=0)
    form.textfield(name="office", value="Form 7", x=220, y=205, width=80, height=20, fieldFlags="readOnly", maxlen=0)
    form.textfield(name="reason", tooltip="Reason", x=40, y=40, width=340, height=140, fieldFlags="multiline", maxlen=0)


def comb(canvas: Canvas) -> None:
    """A number of 18 places and a day of eight, one character a cell."""
    form = canvas.acroForm
    form.textfield(name="number", x=30, y=200, width=360, height=22, fieldFlags="comb", maxlen=18)
    form.textfield(name="day", x=30, y=150, width=160, height=22, fieldFlags="comb", maxlen=8)


def ticks(canvas: Canvas) -> None:
    """Boxes to tick, one of them ticked."""
    form = canvas.acroForm
    for place, (name, checked) in enumerate((("agree", False), ("mail", True), ("guarantor", False))):
        form.checkbox(name=name, x=40, y=230 - place * 40, size=18, checked=checked, fieldFlags="")
        canvas.drawString(70, 234 - place * 40, name)


def radio(canvas: Canvas) -> None:
    """One of three methods, and yes or no, chosen already."""
    form = canvas.acroForm
    for place, value in enumerate(("annuity", "linear", "deferred")):
        form.radio(name="method", value=value, selected=False, x=40 + place * 120, y=200, size=18, fieldFlags="radio")
        canvas.drawString(64 + place * 120, 204, value)
    for place, value in enumerate(("yes", "no")):
        form.radio(
            name="employed", value=value, selected=value == "no", x=40 + place * 120, y=140, size=18, fieldFlags="radio"
        )


def lists(canvas: Canvas) -> None:
    """A list that opens, one that takes other texts too, an open one, and one of which several may be chosen."""
    form = canvas.acroForm
    banks = [("Bank of the Lake", "lake"), ("Bank of the Hill", "hill"), ("Bank of the Bridge", "bridge")]
    terms = [("12 months", "12"), ("24 months", "24"), ("36 months", "36")]
    form.choice(name="bank", options=banks, value="lake", x=40, y=240, width=150, height=20, fieldFlags="combo")
    form.choice(name="branch", options=banks, value="hill", x=220, y=240, width=150, height=20, fieldFlags="combo edit")
    form.listbox(name="term", options=terms, value="12", x=40, y=140, width=150, height=60)
    form.listbox(name="proofs", options=terms, value="12", x=220, y=140, width=150, height=60, fieldFlags="multiSelect")


# ── Forms with something in the way ──


def flat(canvas: Canvas) -> None:
    """Paper: lines to write on, and no field."""
    canvas.drawString(40, 250, "Name")
    canvas.line(90, 248, 300, 248)
    canvas.drawString(40, 210, "Account")
    canvas.line(90, 208, 300, 208)


def altered(data: bytes, change: Callable[[PdfWriter, DictionaryObject], None]) -> bytes:
    """The form with its dictionary changed."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    root = writer.root_object
    if "/AcroForm" not in root:
        root[NameObject("/AcroForm")] = DictionaryObject({NameObject("/Fields"): ArrayObject()})
    form = root["/AcroForm"].get_object()
    assert isinstance(form, DictionaryObject)
    change(writer, form)
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    """The bytes of the file."""
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def with_xfa(writer: PdfWriter, form: DictionaryObject) -> None:
    """The other kind of form that a PDF may hold, in XML."""
    stream = StreamObject()
    stream.set_data(b'<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template/></xdp:xdp>')
    form[NameObject("/XFA")] = ArrayObject([TextStringObject("xdp:xdp"), writer._add_object(stream)])


def with_signature(filled: bool) -> Callable[[PdfWriter, DictionaryObject], None]:
    """A place for a signature, empty or with one in it; what signs is no real certificate."""

    def change(writer: PdfWriter, form: DictionaryObject) -> None:
        field = DictionaryObject({
            NameObject("/Type"): NameObject("/Annot"), NameObject("/Subtype"): NameObject("/Widget"),
            NameObject("/FT"): NameObject("/Sig"), NameObject("/T"): TextStringObject("signature"),
            NameObject("/F"): NumberObject(4), NameObject("/Rect"): ArrayObject(map(NumberObject, (250, 10, 380, 35))),
        })  # fmt: skip
        if filled:
            field[NameObject("/V")] = DictionaryObject({
                NameObject("/Type"): NameObject("/Sig"), NameObject("/Filter"): NameObject("/Adobe.PPKLite"),
                NameObject("/SubFilter"): NameObject("/adbe.pkcs7.detached"),
                NameObject("/ByteRange"): ArrayObject(map(NumberObject, (0, 10, 20, 10))),
                NameObject("/Contents"): ByteStringObject(bytes(16)),
            })  # fmt: skip
        place = writer._add_object(field)
        form["/Fields"].get_object().append(place)
        writer.pages[0].setdefault(NameObject("/Annots"), ArrayObject()).get_object().append(place)

    return change


def locked(data: bytes, user: str, algorithm: str) -> bytes:
    """The form under a password; an empty one opens it, but changing it is not allowed."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    allowed = UserAccessPermissions.PRINT
    writer.encrypt(user, KEEP, permissions_flag=allowed, algorithm=algorithm)
    return written(writer)


def without_index(data: bytes) -> bytes:
    """A file whose table of objects was lost on the way, as by a download cut off near its end."""
    return data[: data.rindex(b"\nxref\n") + 1]


def made() -> dict[str, bytes]:
    """File → bytes."""
    forms = {draw.__name__: page(draw) for draw in (text, comb, ticks, radio, lists, flat)}
    return {
        **{f"{name}.pdf": data for name, data in forms.items()},
        "text-and-xfa.pdf": altered(forms["comb"], with_xfa),
        "xfa-only.pdf": altered(forms["flat"], with_xfa),
        "unsigned.pdf": altered(forms["comb"], with_signature(False)),
        "signed.pdf": altered(forms["comb"], with_signature(True)),
        "locked-aes256.pdf": locked(forms["comb"], PASSWORD, "AES-256"),
        "locked-aes128.pdf": locked(forms["comb"], PASSWORD, "AES-128"),
        "locked-rc4.pdf": locked(forms["comb"], PASSWORD, "RC4-128"),
        "protected.pdf": locked(forms["comb"], "", "AES-128"),
        "lost-index.pdf": without_index(forms["ticks"]),
        "cut-short.pdf": forms["text"][: len(forms["text"]) // 8],
        "overwritten.pdf": forms["text"][:9] + bytes(range(256)) * 6,
    }


if __name__ == "__main__":
    for name, data in made().items():
        (FOLDER / name).write_bytes(data)
