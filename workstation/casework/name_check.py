"""Whether a person's name can be what stands on their paper, and whether somebody compared it with the original where it cannot."""

from __future__ import annotations

from typing import Final

from workstation.casework.case_file import CaseFile
from workstation.characters import damaged_characters
from workstation.errors import Finding
from workstation.field_ref import FieldRef

_CONFIRMED: Final = "debtor.name = "


def name_findings(name: str) -> tuple[Finding, ...]:
    """Advice on every character of a name that was lost, hidden or misread on its way here."""
    return tuple(
        Finding(
            f"name_character_{found.kind}",
            FieldRef.DEBTOR_NAME,
            {"text": name, **found.figures},
        )
        for found in damaged_characters(name)
    )


def confirmed_as(name: str) -> str:
    """What the confirmation of just this name is filed under."""
    return f"{_CONFIRMED}{name}"


def unconfirmed_name(file: CaseFile) -> tuple[Finding, ...]:
    """What keeps back a final packet: a name that looks damaged, and that nobody compared with the original."""
    name = file.debtor.name
    confirmed = any(one.requirement == confirmed_as(name) for one in file.waivers)
    if confirmed or not damaged_characters(name):
        return ()
    return (Finding("name_unconfirmed", FieldRef.DEBTOR_NAME, {"text": name}),)
