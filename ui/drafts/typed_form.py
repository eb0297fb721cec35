"""What is typed into the fields of a form, as the journal of drafts keeps it and puts it back."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.merging import Joined
from ui.widgets.editor_state import put_state, typed_state
from ui.widgets.editors import Editor
from ui.widgets.field import Field
from workstation.errors import Finding, Refused

if TYPE_CHECKING:
    from ui.drafts.group import DraftGroup
    from ui.drafts.journal import Drafts

_NEVER_KEPT: Final = frozenset({"password", "passphrase", "again"})


class TypedForm(QObject):
    """Fields by key and parts that are no field, with what stands in them, half typed or not."""

    edited = Signal()

    def __init__(self, area: str, drafts: Drafts | None, page: str, anchor: QWidget | None) -> None:
        super().__init__()
        self.area = area
        self.fields: dict[str, Field] = {}
        self._joined: dict[str, Joined] = {}
        self._drafts, self._page = drafts, page
        self.journal: DraftGroup | None = None
        if anchor is not None:
            self._begin_journal(anchor)

    @property
    @abstractmethod
    def modified(self) -> bool:
        """Whether the draft differs from what was loaded."""

    @abstractmethod
    def _reopen(self, keys: tuple[str, ...]) -> None:
        """Fields whose stored value changed since they were typed are asked about."""

    def _begin_journal(self, anchor: QWidget) -> None:
        """From here on typing is journalled; it is in sight where the anchor is."""
        if self._drafts is not None:
            name = f"{self._page}/{self.area}"
            self.journal = self._drafts.group(name, anchor, self.typed, self.put_typed, self._beyond, self._stored)
            self.edited.connect(self.journal.note)

    def join(self, key: str, part: Joined) -> None:
        """Make a part that is no field belong to the form: loaded, compared and asked about with it."""
        self._joined[key] = part

    def _editors(self) -> dict[str, Editor | Joined]:
        return {key: field.editor for key, field in self.fields.items()} | self._joined

    def about(self, case: str, subject: str = "", *, anew: bool = False) -> bool:
        """Say which case and what of it the fields will be loaded for; True for another than before, or one opened ``anew``.

        What was typed for it earlier and not saved comes back when it is loaded.
        """
        return self.journal is not None and self.journal.about(case, subject, anew=anew)

    @property
    def restored(self) -> bool:
        """Whether typing of before came back into it and nothing was typed since."""
        return self.journal is not None and self.journal.restored_at is not None and not self.journal.typed_on

    def typed(self) -> dict[str, Any]:
        """What stands in every editor, as typed. Passwords are nobody's draft."""
        fields = {key: typed_state(field.editor) for key, field in self.fields.items() if key not in _NEVER_KEPT}
        return fields | {key: part.typed() for key, part in self._joined.items()}

    def put_typed(self, state: Mapping[str, Any]) -> None:
        """Put typing back, as if it were typed again; where another value was stored meanwhile, the form asks."""
        outdated = self.journal.outdated if self.journal is not None else ()
        for key, value in state.items():
            if key in self._joined:
                self._joined[key].put(value)
            else:
                put_state(self.fields[key].editor, value)
                self.fields[key].editor.edited.emit()
        self._reopen(outdated)
        self.edited.emit()

    def _stored(self) -> dict[str, Any]:
        return self.typed() | {key: part.stored(part.typed()) for key, part in self._joined.items()}

    def _beyond(self, base: Mapping[str, Any]) -> bool:
        """Whether more stands here than is stored, a part half typed among it, which no value tells of yet."""
        return self.modified or any(part.typed() != base.get(key) for key, part in self._joined.items())

    def unread(self) -> tuple[Finding, ...]:
        """What stands in a field and cannot be read, without a word at the field."""
        found: list[Finding] = []
        for key, field in self.fields.items():
            try:
                field.editor.draft()
            except Refused as refused:
                found += [Finding(one.code, f"{self.area}.{key}", one.figures) for one in refused.findings]
        return tuple(found)
