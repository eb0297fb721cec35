"""Another case that may be of the same person or the same debt, as its ID, phone or account number tells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from workstation.errors import Finding
from workstation.field_ref import FieldRef

Shared = Literal["resident_id", "phone", "account"]

_FIELDS: Final = {
    "resident_id": FieldRef.DEBTOR_RESIDENT_ID,
    "phone": FieldRef.DEBTOR_PHONES,
    "account": "account.number",
}


@dataclass(frozen=True, slots=True)
class Duplicate:
    """``shared``: what that case has in common with what is being typed; ``number`` and ``name`` are that case's own."""

    shared: Shared
    case_id: str
    number: str
    name: str

    @property
    def finding(self) -> Finding:
        """Advice at the field that is shared."""
        return Finding(f"same_{self.shared}", _FIELDS[self.shared], {"case": self.number, "name": self.name})
