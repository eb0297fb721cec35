"""Signs that a paper may have been worked on: the programs that wrote it, when it was changed, figures too even to be true.

All of them are advice. What counts as a sign is data (``resources/evidence/signs.toml``) with source and confidence.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import timedelta
from fractions import Fraction
from functools import cache
from typing import Any, Final

import resources
from workstation.errors import Finding
from workstation.evidence.statements.transactions import TransactionColumns
from workstation.received.origin import Origin
from workstation.received.signatures import Signature

_KINDS: Final = ("picture_editor", "pdf_editor", "office")


def origin_findings(origin: Origin, subject: str, file_name: str, of_a_bank: bool = False) -> tuple[Finding, ...]:
    """What the making of a file hints at. ``of_a_bank``: a bank's system should have printed it, no office program."""
    return tuple(_origin(origin, subject, file_name, of_a_bank))


def _origin(origin: Origin, subject: str, file_name: str, of_a_bank: bool) -> Iterator[Finding]:
    for kind in _KINDS:
        named = next((name for name in origin.programs if _speaks_of(kind, name)), None)
        if named and (kind != "office" or of_a_bank):
            yield _program_finding(kind, subject, {"file": file_name, "program": named})
    yield from (_signature_finding(one, subject, file_name) for one in origin.signatures)
    # Anybody can sign: only a signer whom the desk trusts explains why a file was saved again.
    if any(one.proven for one in origin.signatures) or origin.made_at is None or origin.changed_at is None:
        return
    if origin.changed_at - origin.made_at > timedelta(hours=hint_rules()["changed_later"]["hours"]):
        figures = {"made": f"{origin.made_at:%Y-%m-%d}", "changed": f"{origin.changed_at:%Y-%m-%d}"}
        yield Finding("origin_changed_later", subject, {"file": file_name, **figures})


def _signature_finding(one: Signature, subject: str, file_name: str) -> Finding:
    """What to say of a signature: even a good one is only told, it replaces no check."""
    figures = {
        "file": file_name,
        "signer": one.signer or "?",
        "day": f"{one.signed_at:%Y-%m-%d}" if one.signed_at else "?",
    }
    match one.state:
        case "whole":
            return Finding("signature_trusted" if one.trusted else "signature_signer_unknown", subject, figures)
        case "extended":
            return Finding("signature_added_to", subject, figures)
        case "changed":
            return Finding("signature_changed", subject, figures)
        case "sm2":
            return Finding("signature_national", subject, figures)
        case "unreadable":
            return Finding("signature_unreadable", subject, figures)


def _program_finding(kind: str, subject: str, figures: Mapping[str, str]) -> Finding:
    if kind == "picture_editor":
        return Finding("origin_picture_editor", subject, figures)
    if kind == "pdf_editor":
        return Finding("origin_pdf_editor", subject, figures)
    return Finding("origin_office", subject, figures)


def _speaks_of(kind: str, name: str) -> bool:
    plain = name.casefold()
    return any(word in plain for word in hint_rules()[kind]["words"])


def round_figures(rows: TransactionColumns) -> Iterator[Finding]:
    """Income of one currency that comes in whole hundreds nearly always; the first such row is named."""
    rule = hint_rules()["round_figures"]
    told = zip(rows.rows, rows.minors, rows.kinds, strict=True)
    income = [(row, minor) for row, minor, kind in told if kind == "income"]
    even = [row for row, minor in income if minor % rule["multiple"] == 0]
    if len(income) >= rule["least_rows"] and len(even) >= len(income) * Fraction(rule["share"]):
        yield Finding("round_figures", f"row {even[0]}", {"even": str(len(even)), "rows": str(len(income))})


@cache
def hint_rules() -> Mapping[str, Any]:
    """The file of signs."""
    found: Mapping[str, Any] = tomllib.loads(resources.path("evidence", "signs.toml").read_text("utf-8"))
    return found
