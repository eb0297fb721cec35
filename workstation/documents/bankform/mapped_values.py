"""A mapping applied to a case: what goes into each field of a bank's form, what is missing, and what does not fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workstation.documents.bankform.catalogue import FORMATS, KnownValue, plain_name, presented, value_of
from workstation.documents.bankform.mapping import FieldRule, FormMapping
from workstation.documents.bankform.pdf_form import FormField, PdfForm
from workstation.documents.bankform.values import checked
from workstation.documents.typesetting.amounts_in_words import in_words
from workstation.errors import Finding, Refused
from workstation.wording import Wording


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field as it will be filled. ``value`` is what the engine is given, ``shown`` the same for eyes.

    ``rule`` None: nobody has said what goes in. ``finding``: why it stays empty; its subject is the field to correct.
    ``about``: the account of this copy, where the bank gets one for each.
    """

    field: FormField
    rule: FieldRule | None
    value: Any
    shown: str
    finding: Finding | None = None
    about: str = ""

    @property
    def blocks(self) -> bool:
        """Whether the form may not leave like this: something does not fit, or a required field is empty."""
        required = self.field.required or (self.rule is not None and self.rule.required)
        return self.finding is not None and (self.finding.code != "form_value_missing" or required)


def mapped_rows(
    mapping: FormMapping, form: PdfForm, placed: Sequence[FormField], values: Mapping[str, KnownValue], language: str
) -> tuple[FieldRow, ...]:
    """Every field of the form in its order, the ones set by coordinates after them."""
    rules = {rule.name: rule for rule in mapping.rules}
    whole = PdfForm((*form.fields, *placed), form.pages)
    fields = [field for field in whole.fields if field.kind not in ("push", "signature")]
    return tuple(_row(field, rules.get(field.name), whole, values, Wording(language)) for field in fields)


def fill_values(rows: Sequence[FieldRow]) -> Mapping[str, Any]:
    """What the engine is given: every field that has a value and fits."""
    return {row.field.name: row.value for row in rows if row.rule is not None and row.value is not None}


def _row(
    field: FormField, rule: FieldRule | None, form: PdfForm, values: Mapping[str, KnownValue], words: Wording
) -> FieldRow:
    if rule is None:
        held = ", ".join(field.value)
        missing = Finding("form_field_unmapped", "", {"field": field.called}) if field.required and not held else None
        return FieldRow(field, None, None, held, missing)
    known = KnownValue("text", rule.text) if rule.text else value_of(values, rule.value)
    if known.empty:
        return FieldRow(
            field,
            rule,
            None,
            "",
            Finding(
                "form_value_missing", known.field_ref, {"field": field.called, "bank_value": plain_name(rule.value)}
            ),
        )
    value = _value(field, rule, known, words)
    shown = _shown(field, value, _text(rule, known, words))
    try:
        checked(form, {field.name: value})
    except Refused as refused:
        return FieldRow(field, rule, None, shown, refused.findings[0])
    return FieldRow(field, rule, value, shown)


def _value(field: FormField, rule: FieldRule, known: KnownValue, words: Wording) -> Any:
    codes = tuple(known.raw) if known.kind == "codes" else (str(known.raw),)
    if rule.equals:
        met = any(code in rule.equals for code in codes)
        return met if field.kind in ("checkbox", "radio") else "√" if met else ""
    if rule.options:
        picked = [rule.options[code] for code in codes if code in rule.options]
        return picked if field.several else picked[0] if picked else _text(rule, known, words)
    if field.kind in ("checkbox", "radio", "combo", "list"):
        return next(iter(_as_option(field, rule, known, codes, words)), _text(rule, known, words))
    return _text(rule, known, words)


def _as_option(
    field: FormField, rule: FieldRule, known: KnownValue, codes: Sequence[str], words: Wording
) -> Iterator[str]:
    """Options of the form that say what we would."""
    offered = {option.value for option in field.options} | {option.shown for option in field.options}
    yield from (text for text in (_text(rule, known, words), *codes) if text in offered)


def _text(rule: FieldRule, known: KnownValue, words: Wording) -> str:
    form = rule.format or FORMATS[known.kind][0]
    separator = words.text("paper.list_separator")
    return presented(known, form, lambda amount: in_words(amount, words.language), separator)


def _shown(field: FormField, value: Any, label: str) -> str:
    """For eyes: the form's own words for an option, ours where it has only a code."""
    if isinstance(value, bool):
        return "√" if value else "–"
    if field.kind == "radio":
        return label
    worded = {option.value: option.shown for option in field.options}
    return ", ".join(worded.get(one, one) for one in ([value] if isinstance(value, str) else value))
