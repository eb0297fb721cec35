"""Forms: each field loads a value, gives its draft, and shows what was found about it in a place reserved on its label line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from ui.look.wording import Words
from ui.widgets.editors import TextEdit
from ui.widgets.field import Field
from ui.widgets.parts import label
from workstation.errors import Finding, Refused, refuse_if


class Form(QObject):
    """Fields by key. Modified means: what is in the fields differs from what was loaded.

    ``footer`` says in full what a label line has no room for; pages place it where they have some.
    """

    edited = Signal()

    def __init__(self, area: str, words: Words, fields: Iterable[Field]) -> None:
        super().__init__()
        self.area, self._words = area, words
        self.fields: dict[str, Field] = {}
        self.footer = label("", "finding", wrap=True)
        self._loaded: dict[str, object] | None = None
        for field in fields:
            self.take(field)

    def take(self, field: Field) -> None:
        """Make a field part of the form."""
        self.fields[field.key] = field
        field.edited.connect(self._on_field_edited)
        if isinstance(field.editor, TextEdit):
            field.editor.left.connect(lambda: self._check(field))

    def load(self, values: Mapping[str, object]) -> None:
        """Show values by key; a key without a value empties its field."""
        for key, field in self.fields.items():
            field.editor.load(values.get(key))
            field.clear_message()
        self._loaded = self._raw()
        self._show_foot()

    def accept(self) -> None:
        """Count what is in the fields as loaded: it was saved."""
        self._loaded = self._raw()

    @property
    def modified(self) -> bool:
        """Whether the draft differs from what was loaded; nothing is before the first load."""
        return self._loaded is not None and self._raw() != self._loaded

    def draft(self) -> dict[str, Any]:
        """All values meant, by key. Shows at each field what cannot be read, and raises `Refused` with all of it."""
        values: dict[str, Any] = {}
        found: list[Finding] = []
        for key, field in self.fields.items():
            try:
                values[key] = field.editor.draft()
            except Refused as refused:
                found += [Finding(one.code, f"{self.area}.{key}", one.figures) for one in refused.findings]
        self.show(found)
        refuse_if(found)
        return values

    def show(self, findings: Iterable[Finding], *, advice: bool = False) -> tuple[Finding, ...]:
        """Set each finding at its field; answers those whose field is not here."""
        left = []
        for finding in findings:
            field = self.field_of(finding.subject)
            if field is None:
                left.append(finding)
            else:
                field.show_message(self._words.finding(finding), advice=advice)
        self._show_foot()
        return tuple(left)

    def _show_foot(self) -> None:
        message = [(field.editor.accessibleName(), field.message) for field in self.fields.values() if field.wrong]
        self.footer.setText("\n".join(self._words.attributed(name, text[2:]) for name, text in message[:2]))

    def _on_field_edited(self) -> None:
        self._show_foot()
        self.edited.emit()

    def field_of(self, area: str) -> Field | None:
        """The field that a reference names: ``debtor.name`` in the form ``debtor``."""
        area, _, key = area.rpartition(".")
        return self.fields.get(key) if area == self.area else None

    def focus(self, area: str) -> bool:
        """Put the cursor into a field; False when it is not here."""
        field = self.field_of(area)
        if field is None:
            return False
        field.editor.setFocus()
        return True

    def cover(self, hidden: bool) -> None:
        """Privacy mode for the secret fields."""
        for field in self.fields.values():
            if isinstance(field.editor, TextEdit):
                field.editor.cover(hidden)

    def _raw(self) -> dict[str, object]:
        return {key: field.editor.raw() for key, field in self.fields.items()}

    def _check(self, field: Field) -> None:
        """Show at once what cannot be read when the person leaves a field they typed in."""
        if self._loaded is None or field.editor.raw() == self._loaded.get(field.key):
            return
        try:
            field.editor.draft()
        except Refused as refused:
            field.show_message(self._words.finding(refused.findings[0]))
            self._show_foot()
