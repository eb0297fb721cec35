"""Forms: each field loads a value, gives its draft, and shows what was found about it in a place reserved on its label line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.drafts.typed_form import TypedForm
from ui.edits.error_lines import ErrorLines
from ui.look.wording import Words
from ui.look.wording_marks import mark_wording
from ui.merging import Rebase, draft_of, shown
from ui.privacy import Privacy
from ui.widgets.conflict_list import Conflict, ConflictList
from ui.widgets.editors import TextEdit
from ui.widgets.field import Field
from workstation.errors import Finding, Refused, refuse_if

_OTHER: Final = object()
"""What a field was loaded with whose own value the person kept: it differs from anything that can be typed."""
if TYPE_CHECKING:
    from ui.drafts.journal import Drafts

OF_NO_RECORD: Final = frozenset({"desk"})
"""Areas of forms that hold no record: those at the door, painted before the records are loaded."""


def _is_private(area: str, key: str) -> bool:
    if area in OF_NO_RECORD:
        return False
    from workstation.casework.private_fields import is_private

    return is_private(f"{area}.{key}")


class Form(TypedForm):
    """Fields by key. Modified means: what is in the fields differs from what was loaded.

    ``footer`` says in full what a label line has no room for; pages place it where they have some. ``conflicts`` asks about fields
    that somebody else changed too, and ``base`` is the entity against which the next save is to be compared.
    """

    def __init__(
        self,
        area: str,
        words: Words,
        fields: Iterable[Field],
        privacy: Privacy | None = None,
        drafts: Drafts | None = None,
        page: str = "",
        anchor: QWidget | None = None,
    ) -> None:
        super().__init__(area, drafts, page, anchor)
        self._words, self._privacy = words, privacy
        self._said: dict[str, tuple[Finding, bool]] = {}
        self.footer = ErrorLines()
        self.footer.chosen.connect(self._on_error_chosen)
        self._rebase, self._hidden = Rebase(), privacy is not None and privacy.hidden
        self._loaded: dict[str, object] | None = None
        for field in fields:
            self.take(field)
        if privacy is not None:
            privacy.changed.connect(self.cover)

    @cached_property
    def conflicts(self) -> ConflictList:
        """Made for whoever places it: one that no page holds would outlive the window, since its buttons hold it."""
        made = ConflictList()
        made.chosen.connect(self._on_conflict_chosen)
        return made

    def take(self, field: Field) -> None:
        """Make a field part of the form; one that is declared private is covered in privacy mode.

        Raises RuntimeError for a private field in a form that was given no ``privacy``: it would be seen.
        """
        self.fields[field.key] = field
        if _is_private(self.area, field.key):
            if self._privacy is None:
                raise RuntimeError(f"{self.area}.{field.key} is private: its form needs to know when to cover it")
            field.editor.set_private()
            field.editor.cover(self._privacy.hidden)
        field.edited.connect(self._on_field_edited)
        field.told.connect(self._show_foot)
        if self.journal is None:
            self._begin_journal(field)
        mark_wording(field, self._words)
        if isinstance(field.editor, TextEdit):
            field.editor.left.connect(lambda: self._check(field))

    def load(self, values: Mapping[str, object], entity: object = None) -> None:
        """Show values by key; a key without a value empties its field. ``entity``: what they were taken from."""
        for key, editor in self._editors().items():
            if not (_is_typed_in(editor) and draft_of(editor) == values.get(key)):  # half a word and its cursor stay
                editor.load(values.get(key))
        for field in self.fields.values():
            field.clear_message()
        self._loaded = self._raw()
        self._rebase.begin(values, entity)
        self._show_foot()
        self._show_conflicts()
        if self.journal is not None:
            self.journal.loaded()

    def refresh(self, values: Mapping[str, object], entity: object) -> None:
        """Take in what others stored: fields in which nothing was typed follow, one that both changed is asked about."""
        fresh = self.journal is not None and self.journal.fresh
        if self._loaded is None or fresh or not (self.modified or self.conflicted):
            self.load(values, entity)
            return
        editors = self._editors()
        for key, theirs in self._rebase.news(values, entity).items():
            if key not in editors:
                continue
            if draft_of(editors[key]) == theirs:
                self._loaded[key] = editors[key].raw()
                self._rebase.open.pop(key, None)
                if self.journal is not None:  # what stands there is what is stored
                    self.journal.follow(key)
            elif editors[key].raw() == self._loaded[key]:
                self._take(key, theirs)
            else:
                self._rebase.open[key] = theirs
        self._rebase.settle()
        self._show_conflicts()

    @property
    def base(self) -> Any:
        """The entity that the form goes on from."""
        return self._rebase.base

    @property
    def conflicted(self) -> bool:
        """Whether a field waits for a choice."""
        return bool(self._rebase.open)

    def _take(self, key: str, theirs: object) -> None:
        editor = self._editors()[key]
        editor.load(theirs)
        self._rebase.open.pop(key, None)
        if self._loaded is not None:
            self._loaded[key] = editor.raw()
        if self.journal is not None:  # what stands there is what is stored
            self.journal.follow(key)

    def _on_conflict_chosen(self, key: str, take: bool) -> None:
        theirs = self._rebase.open.pop(key)
        if take:
            self._take(key, theirs)
        elif self._loaded is not None:
            self._loaded[key] = _OTHER
        if key in self.fields:
            self.fields[key].clear_message()
        self._rebase.settle()
        self._show_conflicts()
        if self.conflicted:
            self.conflicts.focus_first()
        else:
            self.focus(f"{self.area}.{key}")
        self.edited.emit()

    def _show_conflicts(self) -> None:
        found = []
        for key, theirs in self._rebase.open.items():
            editor, part = self._editors()[key], self._joined.get(key)
            texts = [shown(editor, value, self._hidden) for value in (theirs, draft_of(editor))]
            found.append(Conflict(key, part.name if part else self.fields[key].name.text(), texts[0], texts[1]))
            if key in self.fields:
                self.fields[key].show_message(self.tr("Stored: {value}").format(value=texts[0]))
        if found or "conflicts" in vars(self):
            self.conflicts.show_conflicts(found)
        if self.footer.parent() is not None:  # where a page has placed it, its room is wanted
            self.footer.setVisible(not found)

    def accept(self) -> None:
        """Count what is in the fields as loaded: it was saved."""
        self._loaded = self._raw()
        if self.journal is not None:
            self.journal.settled()

    @property
    def modified(self) -> bool:
        """Whether the draft differs from what was loaded; nothing is before the first load."""
        return self._loaded is not None and self._raw() != self._loaded

    def draft(self) -> dict[str, Any]:
        """All values meant, by key. Shows at each field what cannot be read, and raises `Refused` with all of it."""
        self.show(found := self.unread())
        refuse_if(found)
        return {key: field.editor.draft() for key, field in self.fields.items()}

    def show(self, findings: Iterable[Finding], *, advice: bool = False) -> tuple[Finding, ...]:
        """Set each finding at its field; answers those whose field is not here."""
        left = []
        for finding in findings:
            if (field := self.field_of(finding.subject)) is None:
                left.append(finding)
            else:
                self._said[field.key] = finding, advice
                field.listed = self._lists
                field.show_message(self._words.finding_at(finding, field.called), advice=advice)
        self._show_foot()
        return tuple(left)

    def named(self, finding: Finding) -> str:
        """The sentence of a finding, which names its field as it is called here."""
        field = self.field_of(finding.subject)
        return self._words.finding_at(finding, field.called if field is not None else "")

    @property
    def _lists(self) -> bool:
        """Whether the list of what was found is in sight."""
        return self.footer.parent() is not None and not self.footer.visibleRegion().isEmpty()

    def _show_foot(self) -> None:
        told = {
            key: one for key, one in self.fields.items() if (one.wrong or one.advised) and key not in self._rebase.open
        }
        said = [(key, self._words.attributed(one.called, one.message[2:]), one.advised) for key, one in told.items()]
        self.footer.show_errors(sorted(said, key=lambda one: one[2]))

    def _on_error_chosen(self, key: str) -> None:
        self.focus(f"{self.area}.{key}")

    def _on_field_edited(self) -> None:
        self._show_foot()
        self._show_conflicts()
        self.edited.emit()

    def field_of(self, area: str) -> Field | None:
        """The field that a reference names: ``debtor.name`` in the form ``debtor``."""
        area, _, key = area.rpartition(".")
        return self.fields.get(key) if area == self.area else None

    def focus(self, area: str) -> bool:
        """Put the cursor into a field; False when it is not here."""
        if (field := self.field_of(area)) is not None:
            field.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)  # what stands there is replaced by typing
        return field is not None

    def cover(self, hidden: bool) -> None:
        """Privacy mode for the private fields and for what was found about any."""
        for field in self.fields.values():
            if not isValid(field.editor):
                return  # a page that is gone took its widgets along, not its form
            if _is_private(self.area, field.key):
                field.editor.cover(hidden)
            if field.key in self._said and field.key not in self._rebase.open and field.message.startswith(("✕", "△")):
                finding, advice = self._said[field.key]
                field.show_message(self._words.finding_at(finding, field.called), advice=advice)
        self._hidden = hidden
        self._show_foot()
        self._show_conflicts()

    def _reopen(self, keys: tuple[str, ...]) -> None:
        for key in keys:
            self._rebase.reopen(key)
        self._show_conflicts()

    def _raw(self) -> dict[str, object]:
        return {key: editor.raw() for key, editor in self._editors().items()}

    def _check(self, field: Field) -> None:
        """Show at once what cannot be read when the person leaves a field they typed in."""
        if self._loaded is None or field.editor.raw() == self._loaded.get(field.key):
            return
        try:
            field.editor.draft()
        except Refused as refused:
            self._said[field.key] = refused.findings[0], False
            field.listed = self._lists
            field.show_message(self._words.finding_at(refused.findings[0], field.called))
            self._show_foot()


def _is_typed_in(editor: object) -> bool:
    """Whether the cursor is in an editor."""
    return isinstance(editor, QWidget) and _holds(editor, QApplication.focusWidget())


def _holds(editor: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (editor is focus or editor.isAncestorOf(focus))
