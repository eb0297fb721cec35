"""A bank's form as a reader apart answers for it: values only, without the objects of the opened file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from workstation.documents.bankform.copies import FormProperties
from workstation.documents.bankform.pdf_form import FilledForm, FormField, PdfForm, Placement
from workstation.received.apart.allowance import BUILDING
from workstation.received.apart.readers import Readers, Reading


def inspect_apart(readers: Readers, data: bytes, name: str = "", password: str = "") -> PdfForm:
    """As `inspect_form`; nothing in it refers to the file. Raises `Refused` besides as `Readers.read`."""
    return readers.read(Reading(name), form_values, data, name, password)


def fill_apart(
    readers: Readers,
    data: bytes,
    values: Mapping[str, Any],
    *,
    name: str = "",
    password: str = "",
    keep: bool = False,
    placements: Sequence[Placement] = (),
    language: str = "zh-Hans",
    watermark: str = "",
) -> FilledForm:
    """As `fill_form`. Raises `Refused` besides as `Readers.read`."""
    return readers.read(
        Reading(name, allowance=BUILDING),
        filled,
        data,
        values,
        name,
        password,
        keep,
        tuple(placements),
        language,
        watermark,
    )


def bind_apart(readers: Readers, copies: Sequence[bytes], name: str, properties: FormProperties) -> bytes:
    """As `bound_copies`. Raises `Refused` as `Readers.read`."""
    return readers.read(Reading(name, allowance=BUILDING), bound, tuple(copies), properties)


def guide_apart(
    readers: Readers, data: bytes, placements: Sequence[Placement] = (), name: str = "", password: str = ""
) -> bytes:
    """As `draw_guide`. Raises `Refused` besides as `Readers.read`."""
    return readers.read(Reading(name, allowance=BUILDING), guide, data, tuple(placements), name, password)


def form_values(data: bytes, name: str, password: str) -> PdfForm:
    """As `inspect_form`, its fields and widgets without their objects."""
    from workstation.documents.bankform.fill import inspect_form  # here, since only a worker fills

    form = inspect_form(data, name, password)
    return replace(form, fields=tuple(map(_without_objects, form.fields)))


def _without_objects(field: FormField) -> FormField:
    return replace(field, entry=None, widgets=tuple(replace(widget, entry=None) for widget in field.widgets))


def filled(
    data: bytes,
    values: Mapping[str, Any],
    name: str,
    password: str,
    keep: bool,
    placements: Sequence[Placement],
    language: str,
    watermark: str,
) -> FilledForm:
    """As `fill_form`."""
    from workstation.documents.bankform.fill import fill_form

    return fill_form(
        data,
        values,
        name=name,
        password=password,
        keep=keep,
        placements=placements,
        language=language,
        watermark=watermark,
    )


def bound(copies: Sequence[bytes], properties: FormProperties) -> bytes:
    """As `bound_copies`."""
    from workstation.documents.bankform.copies import bound_copies

    return bound_copies(copies, properties)


def guide(data: bytes, placements: Sequence[Placement], name: str, password: str) -> bytes:
    """As `draw_guide`."""
    from workstation.documents.bankform.field_overlay import draw_guide

    return draw_guide(data, placements, name, password)
