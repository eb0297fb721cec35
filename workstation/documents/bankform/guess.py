"""A first mapping for a form that nobody has mapped: fields whose label or name says what the catalogue says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from workstation.documents.bankform.catalogue import NAMES
from workstation.documents.bankform.mapping import FieldRule
from workstation.documents.bankform.pdf_form import FormField, PdfForm
from workstation.wording import LANGUAGES, Wording

_TRIFLES: Final = re.compile(r"[\s_.:：*（）()\[\]#\-/]+|\d+$")


def guessed_rules(form: PdfForm) -> tuple[FieldRule, ...]:
    """One rule for every field that is recognised; a value is used once, for the first that asks for it."""
    meanings = {bare: name for language in LANGUAGES for name, bare in _labels(language)}
    rules: dict[str, FieldRule] = {}
    for field in form.fields:
        if field.kind in ("text", "combo"):
            meant = next((meanings[bare] for bare in _hints(field) if bare in meanings), None)
            if meant and meant not in rules:
                rules[meant] = FieldRule(field.name, meant, required=field.required)
    return tuple(rules.values())


def _labels(language: str) -> Iterator[tuple[str, str]]:
    words = Wording(language)
    for name in NAMES:
        yield name, _bare(words.text(f"bank_value.{name}"))
        yield name, _bare(name)


def _hints(field: FormField) -> Iterator[str]:
    yield _bare(field.label)
    yield _bare(field.name)
    yield _bare(field.name.rsplit(".", 1)[-1])


def _bare(text: str) -> str:
    return _TRIFLES.sub("", text).lower()
