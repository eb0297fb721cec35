"""`form`: a bank's PDF form looked into, filled by field names, and kept on a desk; the form itself is never written."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workstation.actions.banks.blank_forms import fill_file, guide_file, inspect_file
from workstation.actions.outputs import write_output
from workstation.cli.answers import Answer, finding_json
from workstation.documents.bankform.pdf_form import FormField, PdfForm, Placement, Widget
from workstation.errors import Finding, Refused
from workstation.received.apart.readers import IN_PROCESS, Readers
from workstation.received.regular_file import MAX_QUESTION, whole
from workstation.wording import Wording

if TYPE_CHECKING:
    from workstation.actions.desk import Desk


def answer(given: argparse.Namespace, wording: Wording, readers: Readers = IN_PROCESS) -> Answer:
    """Carry out one verb of `form`."""
    if given.verb == "inspect":
        inspection = inspected(given.file, inspect_file(Path(given.file), given.password, readers), wording)
        return inspection if given.json else _brief(inspection)
    if given.verb == "values":
        return _catalogue(wording)
    return _guide(given, readers) if given.verb == "guide" else _fill(given, wording, readers)


def list_forms(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """The forms at hand."""
    from workstation.actions.banks.form_library import offered_forms  # here: no desk is opened to look into a file

    offered = offered_forms(desk, given.bank, wording.language)
    return {
        "forms": [{name: getattr(one, name) for name in ("id", "title", "bank", "own", "mapped")} for one in offered]
    }


def add_form(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Keep a form of a bank."""
    from workstation.actions.banks.form_library import bring_in, offered_forms

    mapping = Path(given.mapping) if given.mapping else None
    kept = bring_in(desk, Path(given.file), given.bank, given.title, given.password, mapping)
    (inspection,) = (one for one in offered_forms(desk, kept.bank) if one.id == kept.id)
    return {"id": kept.id, "title": kept.title, "bank": kept.bank, "sha256": kept.sha256, "mapped": inspection.mapped}


def _catalogue(wording: Wording) -> Answer:
    from workstation.documents.bankform.catalogue import FORMATS, NAMES, codes_of

    rows = [
        {
            "name": name,
            "label": wording.text(f"bank_value.{name}"),
            "kind": kind,
            "formats": ", ".join(FORMATS[kind]),
            "codes": ", ".join(codes_of(name)),
        }
        for name, kind in NAMES.items()
    ]
    return {"values": rows}


def _guide(given: argparse.Namespace, readers: Readers) -> Answer:
    source, out = Path(given.file), Path(given.out)
    write_output(out, guide_file(source, given.password, _placements(given.mapping), readers))
    return {"file": given.out}


def _placements(mapping: str) -> Sequence[Placement]:
    from workstation.documents.bankform.mapping import load_mapping

    return load_mapping(Path(mapping)).placements if mapping else ()


def inspected(file: str, form: PdfForm, wording: Wording) -> Answer:
    """What is in a form, in the shape of the contract."""
    findings = (*form.obstacles, *form.notes)
    return {
        "file": file,
        "fillable": not form.obstacles,
        "flat": form.flat,
        "xfa": form.xfa,
        "pages": [
            {"page": number, "width": round(page.width, 2), "height": round(page.height, 2), "turn": page.turn}
            for number, page in enumerate(form.pages, 1)
        ],
        "fields": [_field(one) for one in form.fields],
        "findings": [finding_json(finding, wording) for finding in findings],
    }


def _brief(inspection: Answer) -> Answer:
    """For eyes: a line a field, without the places of its boxes."""
    shown = ("page", "kind", "name", "max_length", "required", "readonly")
    fields = [
        {key: one[key] for key in shown} | {"options": " | ".join(one["options"]) or None}
        for one in inspection["fields"]
    ]
    findings = [finding["message"] for finding in inspection["findings"]]
    return {**inspection, "fields": fields, "findings": findings}


def _field(field: FormField) -> dict[str, Any]:
    return {
        "name": field.name,
        "kind": field.kind,
        "page": field.page,
        "rect": _rect(field.widgets[0]) if field.widgets else None,
        "options": [option.value for option in field.options],
        "options_shown": [option.shown for option in field.options],
        "max_length": field.max_length or None,
        "required": field.required,
        "readonly": field.readonly,
        "multiline": field.multiline,
        "comb": field.comb,
        "several": field.several,
        "label": field.label,
        "value": list(field.value),
        "places": [
            {"page": widget.page, "rect": _rect(widget), "option": widget.option, "hidden": widget.hidden}
            for widget in field.widgets
        ],
    }


def _rect(widget: Widget) -> list[Any]:
    return [round(edge, 2) for edge in widget.rect]


def _fill(given: argparse.Namespace, wording: Wording, readers: Readers) -> Answer:
    source, out = Path(given.file), Path(given.out)
    values = _values(given.values)
    filled = fill_file(
        source, values, given.password, given.keep_fields, wording.language, _placements(given.mapping), readers
    )
    write_output(out, filled.pdf)
    return {
        "file": given.out,
        "pages": filled.pages,
        "filled": list(filled.filled),
        "addendum": list(filled.addendum),
        "keeps_fields": given.keep_fields,
        "findings": [finding_json(finding, wording) for finding in filled.findings],
    }


def _values(source: str) -> Mapping[str, Any]:
    try:
        data = sys.stdin.buffer.read(MAX_QUESTION) if source == "-" else whole(Path(source), MAX_QUESTION)
        read = json.loads(
            data.decode("utf-8-sig"),
            parse_float=str,
            parse_int=str,
            parse_constant=_no_constant,
            object_pairs_hook=_once,
        )
    except (ValueError, RecursionError) as error:
        raise Refused(Finding("form_values_unreadable", source, {"file": source, "reason": str(error)})) from None
    if not isinstance(read, dict):
        raise Refused(Finding("form_values_unreadable", source, {"file": source, "reason": type(read).__name__}))
    return read


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no value")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A name given twice would silently lose a value."""
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise ValueError(f"{name}: twice")
        found[name] = value
    return found
