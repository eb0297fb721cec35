"""A mapping: which of our values goes into which field of a bank's form, as TOML; mistakes are named with line and key."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

from workstation.documents.bankform.catalogue import FORMATS, NAMES, codes_of, kind_of
from workstation.documents.bankform.pdf_form import PdfForm, Placement
from workstation.errors import Finding, Refused, refuse_if
from workstation.policy.rules import Labels
from workstation.policy.toml_lines import parsed
from workstation.policy.toml_section import Review, Section
from workstation.received.regular_file import MAX_SETTINGS, whole

FORMAT: Final = 1
"""The form of mapping that this program reads; a newer one is refused."""
_ALIGNS: Final = ("left", "center", "right")
_EXTENT: Final = 20_000  # points; larger than any sheet


@dataclass(frozen=True, slots=True)
class FieldRule:
    """One field of the form. Either a named ``value`` or a fixed ``text`` goes in.

    ``equals``: the box is ticked when the value is one of these codes; ``options``: our code → the form's option.
    ``placement`` sets a field on a flat form; ``line`` is that of the file, 0 for a rule made in the window.
    """

    name: str
    value: str = ""
    text: str = ""
    format: str = ""
    equals: tuple[str, ...] = ()
    options: Mapping[str, str] = field(default_factory=dict)
    required: bool = False
    placement: Placement | None = None
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class FormMapping:
    """A mapping. ``banks``: whom the form belongs to, as accounts name them; empty: a form for any bank."""

    id: str
    title: Labels
    banks: tuple[str, ...]
    dated: date
    source: str
    file: str
    rules: tuple[FieldRule, ...]

    @property
    def placements(self) -> tuple[Placement, ...]:
        """The fields set by coordinates."""
        return tuple(rule.placement for rule in self.rules if rule.placement is not None)


def load_mapping(source: Path | str) -> FormMapping:
    """Read a mapping from a file, or from TOML text. Raises `Refused` with one ``pack_…`` finding a mistake: file, line, key."""
    file = source.name if isinstance(source, Path) else "form.toml"
    text = _read(source) if isinstance(source, Path) else source
    review = Review(file, text)
    tree = parsed(text, file)
    mapping = _built(Section(review, tree))
    refuse_if(sorted(review.findings, key=lambda finding: int(finding.figures["line"])))
    return mapping


def mapping_findings(mapping: FormMapping, form: PdfForm, file: str = "form.toml") -> tuple[Finding, ...]:
    """Where a mapping and its form do not fit: fields that are not there, options that it does not have. Places name the line."""
    return tuple(finding for rule in mapping.rules if rule.placement is None for finding in _unfit(rule, form, file))


def mapping_text(mapping: FormMapping) -> str:
    """The mapping as TOML, to be read again by `load_mapping`."""
    lines = [
        f"format = {FORMAT}",
        f"id = {_quoted(mapping.id)}",
        f"banks = [{', '.join(map(_quoted, mapping.banks))}]",
        f"dated = {mapping.dated.isoformat()}",
        *(f"{key} = {_quoted(text)}" for key, text in (("source", mapping.source), ("file", mapping.file)) if text),
        "",
        "[title]",
        *(f"{_quoted(language)} = {_quoted(text)}" for language, text in mapping.title.items()),
    ]
    for rule in mapping.rules:
        lines += ["", "[[fields]]", *_rule_lines(rule)]
    return "\n".join(lines) + "\n"


def _rule_lines(rule: FieldRule) -> Iterator[str]:
    yield f"name = {_quoted(rule.name)}"
    for key in ("value", "text", "format"):
        if getattr(rule, key):
            yield f"{key} = {_quoted(getattr(rule, key))}"
    if rule.equals:
        yield f"equals = [{', '.join(map(_quoted, rule.equals))}]"
    if rule.options:
        yield f"options = {{ {', '.join(f'{_quoted(k)} = {_quoted(v)}' for k, v in rule.options.items())} }}"
    if rule.required:
        yield "required = true"
    if (placement := rule.placement) is not None:
        yield f"page = {placement.page}"
        yield f"box = [{', '.join(str(round(edge)) for edge in (placement.x, placement.y, placement.width, placement.height))}]"
        yield f"size = {round(placement.size)}"
        yield f"align = {_quoted(_ALIGNS[placement.align])}"
        yield f"cells = {placement.cells}"
        yield f"lines = {str(placement.lines).lower()}"
        yield f"tick = {str(placement.tick).lower()}"


def _quoted(text: str) -> str:
    """A basic string of TOML; JSON writes the same, but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _read(path: Path) -> str:
    try:
        return whole(path, MAX_SETTINGS).decode("utf-8-sig")
    except (Refused, UnicodeDecodeError):
        raise Refused(Finding("pack_unreadable", path.name, {"file": path.name, "line": "1", "key": ""})) from None


def _built(top: Section) -> FormMapping:
    if top.whole("format", 1, 1_000) > FORMAT:
        top.report("pack_newer", "format", known=str(FORMAT))
    rules = tuple(_rule(section) for section in top.tables("fields")) if top.has("fields") else ()
    _no_repeats(top, rules)
    mapping = FormMapping(
        id=top.text("id"),
        title=top.labels("title"),
        banks=top.texts("banks", default=()),
        dated=top.day("dated"),
        source=top.text("source", default=""),
        file=top.text("file", default=""),
        rules=rules,
    )
    top.done()
    return mapping


def _no_repeats(top: Section, rules: Sequence[FieldRule]) -> None:
    seen: set[str] = set()
    for index, rule in enumerate(rules):
        if rule.name in seen:
            top.review.report("pack_duplicate", ("fields", index, "name"), found=rule.name)
        seen.add(rule.name)


def _rule(section: Section) -> FieldRule:
    name = section.text("name")
    value, text = section.text("value", default=""), section.text("text", default="")
    if bool(value) == bool(text):
        section.report("pack_value", "value", expected="value or text", found="both" if value else "neither")
    kind = kind_of(value) if value else "text"
    if value and kind is None:
        section.report("pack_reference", "value", expected=", ".join(NAMES), found=value)
    formats = FORMATS[kind] if kind else ()
    form = section.text("format", default="", choices=(*formats, ""))
    equals = section.texts("equals", default=())
    if equals and kind not in ("code", "codes", "text", "number"):
        section.report("pack_value", "equals", expected="code", found=value)
    options, codes = _options(section), codes_of(value)
    for key, given in (("equals", equals), ("options", tuple(options))):
        for code in given:
            if codes and code not in codes:
                section.report("pack_reference", key, expected=", ".join(codes), found=code)
    line = section.review.lines.get(section.path, 0)
    rule = FieldRule(
        name,
        value,
        text,
        form,
        equals,
        options,
        section.yes("required", default=False),
        _placement(section, name),
        line,
    )
    section.done()
    return rule


def _options(section: Section) -> Mapping[str, str]:
    if not section.has("options"):
        return {}
    table = section.table("options")
    found = {code: table.text(code) for code in table.keys()}  # noqa: SIM118 - a section is no mapping
    table.done()
    return found


def _placement(section: Section, name: str) -> Placement | None:
    if not section.has("box"):
        return None
    page = section.whole("page", 1, 500)
    x, y, width, height = section.wholes("box", 4, 0, _EXTENT)
    align = section.text("align", default="left", choices=_ALIGNS)
    return Placement(
        name, page, x, y, width, height,
        size=section.whole("size", 0, 72, default=0),
        align=_ALIGNS.index(align) if align in _ALIGNS else 0,
        cells=section.whole("cells", 0, 200, default=0),
        lines=section.yes("lines", default=False),
        tick=section.yes("tick", default=False),
    )  # fmt: skip


def _unfit(rule: FieldRule, form: PdfForm, file: str) -> Iterator[Finding]:
    figures: dict[str, Any] = {"file": file, "line": str(rule.line), "field": rule.name}
    where = f"{file}:{rule.line}"
    one = form.by_name.get(rule.name)
    if one is None:
        yield Finding("form_mapping_field", where, figures)
        return
    known = {option.value for option in one.options} | {option.shown for option in one.options}
    for option in rule.options.values():
        if option not in known and not one.editable:
            yield Finding("form_mapping_option", where, {**figures, "value": option, "known": ", ".join(sorted(known))})
    if one.ticks and not rule.equals and not rule.options:
        yield Finding("form_mapping_tick", where, figures)
