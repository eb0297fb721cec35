"""A bank's form as it is mapped in the window: its pages, fields and rules as plain values, and what may go into a field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from workstation.actions.banks.blank_forms import inspect_file
from workstation.actions.banks.form_library import FormSource, form_source
from workstation.actions.desk import Desk
from workstation.documents.bankform.apart import fill_apart, inspect_apart
from workstation.documents.bankform.catalogue import FORMATS, NAMES, codes_of, kind_of
from workstation.documents.bankform.mapping import FieldRule
from workstation.documents.bankform.pdf_form import FormField, PdfForm, Placement
from workstation.documents.bankform.placing import shown_rect
from workstation.errors import Finding
from workstation.policy.pack import Pack
from workstation.received.apart.readers import IN_PROCESS, Readers
from workstation.wording import Wording

__all__ = ["FieldRule", "Placement"]

_MOST_NUMBERED = 3
"""Accounts, plans and contacts that the window offers by number."""


@dataclass(frozen=True, slots=True)
class BoxSketch:
    """One place of a field, in points from the top left corner of its page (from 1) as it is shown."""

    field: str
    page: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class FieldSketch:
    """A field of the form. ``options``: what the form calls its choices → how it shows them; ``ticks``: one box."""

    name: str
    label: str
    kind: str
    options: Mapping[str, str]
    ticks: bool
    required: bool


@dataclass(frozen=True, slots=True)
class FormSketch:
    """A form to be mapped. ``pdf`` opens without a password and is flattened; ``pages`` are width and height as shown."""

    id: str
    title: str
    own: bool
    pdf: bytes
    pages: tuple[tuple[float, float], ...]
    fields: tuple[FieldSketch, ...]
    boxes: tuple[BoxSketch, ...]
    rules: tuple[FieldRule, ...]


@dataclass(frozen=True, slots=True)
class Inspected:
    """What a file that is brought in turned out to be."""

    fields: int
    pages: int
    obstacles: tuple[Finding, ...]
    notes: tuple[Finding, ...]


def look_into(path: Path, password: str = "", readers: Readers = IN_PROCESS) -> Inspected:
    """What is in a form file. Raises `Refused` as `inspect_file`."""
    form = inspect_file(path, password, readers)
    fillable = [field for field in form.fields if field.kind not in ("push", "signature")]
    return Inspected(len(fillable), len(form.pages), form.obstacles, form.notes)


def form_sketch(desk: Desk, form_id: str, language: str) -> Callable[[], FormSketch]:
    """What reads a form with its rules, on any thread. Raises `Refused` as `form_source`, and what it answers as `inspect_form`."""
    return partial(_sketch, desk.readers, form_source(desk, form_id, language))


def _sketch(readers: Readers, source: FormSource) -> FormSketch:
    form = inspect_apart(readers, source.data, source.file_name, source.password)
    opened = fill_apart(readers, source.data, {}, name=source.file_name, password=source.password)
    fields = [field for field in form.fields if field.kind not in ("push", "signature")]
    return FormSketch(
        id=source.id,
        title=source.title,
        own=source.own,
        pdf=opened.pdf,
        pages=tuple((page.width, page.height) for page in form.pages),
        fields=tuple(_sketched(field) for field in fields),
        boxes=tuple(box for field in fields for box in _boxes(form, field)),
        rules=source.mapping.rules,
    )


def value_labels(language: str) -> Mapping[str, str]:
    """Every name that a rule may use → its words; accounts, plans and contacts by number too."""
    words = Wording(language)
    found = {name: words.text(f"bank_value.{name}") for name in NAMES}
    for number in range(2, _MOST_NUMBERED + 1):
        for name in NAMES:
            area, _, key = name.partition(".")
            if area in ("account", "plan", "contact"):
                found[f"{area}.{number}.{key}"] = f"{found[name]} {number}"
    return found


def format_labels(name: str, language: str) -> Mapping[str, str]:
    """The formats that a value can be shown in → their words, the usual one first; empty when there is no choice."""
    kind = kind_of(name)
    formats = FORMATS[kind] if kind else ()
    words = Wording(language)
    return {form: words.text(f"bank_format.{form}") for form in formats} if len(formats) > 1 else {}


def code_labels(desk: Desk, name: str, language: str) -> Mapping[str, str]:
    """The codes of a value → their words; those of reasons and requests from every pack of the desk."""
    if name == "case.reason":
        return {code: one.text(language) for pack in _packs(desk) for code, one in pack.reasons.items()}
    if name == "case.requests":
        return {code: one.text(language) for pack in _packs(desk) for code, one in pack.requests.items()}
    return codes_of(name, language)


def _packs(desk: Desk) -> list[Pack]:
    """The packs so that, where they word a code differently, the first one has the last word."""
    return list(desk.packs.values())[::-1]


def _sketched(field: FormField) -> FieldSketch:
    options = {option.value: option.shown for option in field.options}
    return FieldSketch(field.name, field.label, field.kind, {} if field.ticks else options, field.ticks, field.required)


def _boxes(form: PdfForm, field: FormField) -> list[BoxSketch]:
    widgets = [widget for widget in field.widgets if widget.page]
    return [BoxSketch(field.name, one.page, *shown_rect(form.pages[one.page - 1], one.rect)) for one in widgets]
