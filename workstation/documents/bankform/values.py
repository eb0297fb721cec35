"""Checks what is to be put into a form against its fields: every unknown name, long text and missing option is named at once."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from workstation.documents.bankform.pdf_form import FormField, PdfForm
from workstation.documents.typesetting.fonts import Fonts, literal
from workstation.errors import Finding, Refused, refuse_if

_NEAR: Final = 3  # names offered for one that the form does not have
_SHOWN: Final = 40  # characters of a value that a finding repeats
_MOST_OPTIONS: Final = 12


@dataclass(frozen=True, slots=True)
class Entry:
    """One field with what goes in: ``text`` of a text field, ``options`` (their values) of the others; both empty: cleared."""

    field: FormField
    text: str = ""
    options: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether the field is cleared."""
        return not self.text and not self.options


def checked(form: PdfForm, values: Mapping[str, Any]) -> tuple[Entry, ...]:
    """The values as entries.

    Raises `Refused` with one finding a mistake: form_field_unknown, form_field_unfillable, form_value_kind,
    form_value_too_long, form_option_unknown, form_one_option; form_without_fields when nothing can be filled at all.
    """
    fields = form.by_name
    if values and not fields:
        raise Refused(Finding("form_without_fields", "", {"file": ""}))
    entries: list[Entry] = []
    findings: list[Finding] = []
    for name, value in values.items():
        one = fields.get(name)
        result = _unknown(name, fields) if one is None else _entry(one, value)
        if isinstance(result, Finding):
            findings.append(result)
        else:
            entries.append(result)
    refuse_if(findings)
    return tuple(entries)


def advice(entries: Sequence[Entry], fonts: Fonts) -> Iterator[Finding]:
    """What a person should know of values that are filled all the same: locked fields, characters that no font of ours holds."""
    for entry in entries:
        name = entry.field.name
        if entry.field.readonly:
            yield Finding("form_field_readonly", name, {"field": entry.field.called})
        lacking = fonts.undrawable(entry.text.replace("\n", ""))
        if lacking:
            yield Finding("character_undrawable", name, {"text": entry.text[:_SHOWN], "characters": lacking})


def _unknown(name: str, fields: Mapping[str, FormField]) -> Finding:
    fillable = [one for one, field in fields.items() if field.kind not in ("push", "signature")]
    near = difflib.get_close_matches(name, fillable, _NEAR, 0.5) or fillable[:_NEAR]
    return Finding("form_field_unknown", name, {"field": name, "known": ", ".join(near) or "-"})


def _entry(field: FormField, value: Any) -> Entry | Finding:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = str(value)
    match field.kind:
        case "push" | "signature":
            return Finding("form_field_unfillable", field.name, {"field": field.called, "field_kind": field.kind})
        case "text":
            return _text(field, value)
        case "checkbox" | "radio":
            return _button(field, value)
    return _choice(field, value)


def _text(field: FormField, value: Any) -> Entry | Finding:
    if value is None:
        return Entry(field)
    if not isinstance(value, str):
        return _wrong_kind(field, "text")
    text = clean(value, field.multiline)
    if field.max_length and len(text) > field.max_length:
        figures = {"limit": str(field.max_length), "length": str(len(text)), "text": text[:_SHOWN]}
        return Finding("form_value_too_long", field.name, {"field": field.called, **figures})
    return Entry(field, text)


def clean(text: str, multiline: bool) -> str:
    """``text`` without marks that hide or reorder it; a field of one line gets one line."""
    lines = [literal(line) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    return ("\n" if multiline else " ").join(lines)


def _button(field: FormField, value: Any) -> Entry | Finding:
    if value in (None, False, "", "Off"):
        return Entry(field)
    if value is True:
        if len(field.options) == 1:
            return Entry(field, options=(field.options[0].value,))
        return _no_option(field, "true")
    if not isinstance(value, str):
        return _wrong_kind(field, "tick" if field.ticks else "option")
    for widget in field.widgets:
        if value in (widget.option, widget.state):
            return Entry(field, options=(widget.option,))
    return _no_option(field, value)


def _choice(field: FormField, value: Any) -> Entry | Finding:
    if value is None or value in ("", []):
        return Entry(field)
    wanted = [value] if isinstance(value, str) else value
    if not isinstance(wanted, (list, tuple)) or not all(isinstance(one, str) for one in wanted):
        return _wrong_kind(field, "option")
    if len(wanted) > 1 and not field.several:
        return Finding("form_one_option", field.name, {"field": field.called})
    known = {option.shown: option.value for option in field.options} | {o.value: o.value for o in field.options}
    missing = [one for one in wanted if one not in known]
    if missing and field.editable:
        return Entry(field, text=clean(missing[0], multiline=False))
    if missing:
        return _no_option(field, missing[0])
    return Entry(field, options=tuple(known[one] for one in wanted))


def _wrong_kind(field: FormField, expected: str) -> Finding:
    return Finding("form_value_kind", field.name, {"field": field.called, "form_value": expected})


def _no_option(field: FormField, value: str) -> Finding:
    known = [option.value for option in field.options]
    listed = ", ".join(known[:_MOST_OPTIONS]) + (" …" if len(known) > _MOST_OPTIONS else "")
    return Finding(
        "form_option_unknown", field.name, {"field": field.called, "value": value[:_SHOWN], "known": listed or "-"}
    )
