"""Opens a bank's form and says what prevents filling it: a password, damage, a signature, an XFA form without fields.

What can be repaired is repaired on a copy; the submitted file is never written.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import pikepdf
from pikepdf import Name

from workstation.documents.bankform.field_tree import acro_form, read_fields, read_pages
from workstation.documents.bankform.objects import inherited
from workstation.documents.bankform.pdf_form import FormField, PdfForm
from workstation.errors import Finding, Refused
from workstation.received.pdf.intricacy import TooIntricate, check_drawn
from workstation.received.pdf.opening import TooManyPages, open_pdf
from workstation.received.unpacking import Explosive, check_streams

MAX_BYTES: Final = 64 * 1024 * 1024
"""A bank's blank form with scanned pages stays far below."""
_MOST_PAGES: Final = 500
_FAULTS: Final = (
    pikepdf.PdfError,
    pikepdf.ForeignObjectError,
    RuntimeError,
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    IndexError,
    NotImplementedError,
    OverflowError,
)
"""What pikepdf raises over files that are not what they claim to be."""


@contextmanager
def opened(data: bytes, password: str = "", name: str = "") -> Iterator[tuple[pikepdf.Pdf, PdfForm]]:
    """The PDF and its form, read. Whatever breaks while it is worked on is damage of the file and said so.

    Raises `Refused`: form_locked, form_password_wrong, form_damaged, form_too_large, file_too_many_pages,
    file_pages_intricate, pdf_bomb.
    """
    if len(data) > MAX_BYTES:
        raise Refused(Finding("form_too_large", name, {"file": name, "limit": f"{MAX_BYTES // 2**20} MB"}))
    try:
        with open_pdf(data, password) as pdf:
            check_streams(pdf)
            form = _read(pdf, name)
            check_drawn(data, pdf)
            yield pdf, form
    except Explosive as limit:
        raise Refused(Finding("pdf_bomb", name, {"file": name, "limit": str(limit)})) from None
    except TooIntricate as found:
        raise found.refusal(name) from None
    except TooManyPages as pages:
        figures = {"file": name, "pages": str(pages), "limit": str(_MOST_PAGES)}
        raise Refused(Finding("file_too_many_pages", name, figures)) from None
    except pikepdf.PasswordError:
        code = "form_password_wrong" if password else "form_locked"
        raise Refused(Finding(code, name, {"file": name})) from None
    except _FAULTS as error:
        raise Refused(Finding("form_damaged", name, {"file": name, "reason": _reason(error)})) from None


def _reason(error: Exception) -> str:
    """The library's words without the name of its temporary file."""
    words = str(error).split("\n")[0]
    return words.rsplit("): ", 1)[-1].rsplit(">: ", 1)[-1].strip() or type(error).__name__


def _read(pdf: pikepdf.Pdf, name: str) -> PdfForm:
    if len(pdf.pages) > _MOST_PAGES:
        raise TooManyPages(f"{len(pdf.pages):,}")
    pages = read_pages(pdf)
    if not pages or any(page.width < 1 or page.height < 1 for page in pages):
        raise ValueError("no page that could be shown")
    for page in pdf.pages:
        _readable(page)
    fields = read_fields(pdf)
    dictionary = acro_form(pdf)
    xfa = dictionary is not None and Name.XFA in dictionary
    obstacles = tuple(Finding(code, name, {"file": name}) for code in _obstacles(pdf, fields, xfa))
    renewing = dictionary is not None and bool(dictionary.get(Name.NeedAppearances, False))
    return PdfForm(fields, pages, obstacles, tuple(_notes(pdf, fields, xfa, name)), xfa, renewing)


def _readable(page: pikepdf.Page) -> None:
    """Raises when what the page draws cannot be read."""
    contents = page.obj.get(Name.Contents)
    parts = contents if isinstance(contents, pikepdf.Array) else [contents]
    for part in parts:
        if isinstance(part, pikepdf.Stream):
            part.read_bytes()
        elif part is not None and not isinstance(part, pikepdf.Dictionary):
            raise ValueError("a page without content")


def _obstacles(pdf: pikepdf.Pdf, fields: tuple[FormField, ...], xfa: bool) -> Iterator[str]:
    if any(one.kind == "signature" and one.value for one in fields) or _certified(pdf):
        yield "form_signed"
    if not any(one.kind != "signature" for one in fields) and (xfa or bool(pdf.Root.get(Name.NeedsRendering, False))):
        yield "form_xfa_only"


def _certified(pdf: pikepdf.Pdf) -> bool:
    permissions = pdf.Root.get(Name.Perms)
    return isinstance(permissions, pikepdf.Dictionary) and Name.DocMDP in permissions


def _notes(pdf: pikepdf.Pdf, fields: tuple[FormField, ...], xfa: bool, name: str) -> Iterator[Finding]:
    if pdf.get_warnings():
        yield Finding("form_repaired", name, {"file": name})
    if xfa and fields:
        yield Finding("form_xfa_dropped", name, {"file": name})
    if pdf.is_encrypted and not pdf.allow.modify_form:
        yield Finding("form_protected", name, {"file": name})
    if not fields and not xfa:
        yield Finding("form_without_fields", name, {"file": name})
    counted = [one.name for one in fields if _has_script(one.entry)]
    if counted:
        yield Finding("form_scripts", counted[0], {"file": name, "fields": ", ".join(counted[:8])})
    lost = [one.name for one in fields if one.kind != "signature" and not any(widget.page for widget in one.widgets)]
    if lost:
        yield Finding("form_field_unplaced", lost[0], {"fields": ", ".join(lost[:8])})


def _has_script(node: Any) -> bool:
    """Whether the form would work the field out by a script of its own."""
    actions = inherited(node, Name.AA)
    return isinstance(actions, pikepdf.Dictionary) and Name.C in actions
