"""The rules of a form as they are stored: what the next save is compared with, so that two people do not overwrite each other."""

from __future__ import annotations

from collections.abc import Sequence

from ui.desk_session import DeskSession
from ui.merging import CONFLICT
from workstation.actions.banks import form_library
from workstation.actions.banks.form_mapping import FieldRule
from workstation.errors import Refused


class StoredRules:
    """Of one form at a time."""

    def __init__(self, session: DeskSession) -> None:
        self._session = session
        self._form_id = ""
        self._base: tuple[FieldRule, ...] = ()

    def begin(self, form_id: str, rules: Sequence[FieldRule]) -> None:
        """These rules were loaded."""
        self._form_id, self._base = form_id, tuple(rules)

    def save(self, rules: Sequence[FieldRule]) -> None:
        """Store rules. Raises `Refused`; once a conflict was told, saving again keeps these rules."""
        try:
            self._session.write(form_library.save_rules, self._form_id, rules, self._base)
        except Refused as refused:
            if refused.findings[0].code == CONFLICT:
                self._base = self._stored()
            raise
        self._base = self._stored()

    def _stored(self) -> tuple[FieldRule, ...]:
        return self._session.read(form_library.form_source, self._form_id).mapping.rules


def says(rule: FieldRule) -> bool:
    """Whether a rule puts anything into its field."""
    return bool(rule.value or rule.text)
