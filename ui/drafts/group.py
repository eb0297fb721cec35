"""One form of the journal of drafts: what it is about, what was loaded into it, and what stands there beyond that."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QObject, SignalInstance
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from workstation.casework.draft import Draft, draft_id

State = dict[str, Any]


class Journal(Protocol):
    """What a form asks of the journal."""

    @property
    def changed(self) -> SignalInstance:
        """When another draft is shown, or none."""
        ...

    def kept(self, case: str, form: str) -> Draft | None:
        """What was typed into a form."""
        ...

    def note(self, group: DraftGroup) -> None:
        """Something was typed."""
        ...

    def settle(self, group: DraftGroup) -> None:
        """What was typed was saved or dropped."""
        ...

    def flush(self) -> bool:
        """Write all that was typed."""
        ...


class DraftGroup(QObject):
    """One form of the journal. Without `about` nothing of it is journalled."""

    def __init__(
        self,
        journal: Journal,
        name: str,
        anchor: QWidget,
        read: Callable[[], State],
        put: Callable[[State], None],
        changed: Callable[[State], bool] | None,
        stored: Callable[[], State],
    ) -> None:
        super().__init__()
        self._journal, self.name, self._anchor = journal, name, anchor
        self._read, self._put, self._changed, self._read_base = read, put, changed, stored
        self._about: tuple[str, str] | None = None
        self.fresh = self._putting = False
        self._bases: dict[tuple[str, str], State] = {}
        self.outdated: tuple[str, ...] = ()
        self.restored_at: datetime | None = None
        self.typed_on = False
        """Whether a person typed on since something was put back."""
        anchor.installEventFilter(self)

    @property
    def alive(self) -> bool:
        """Whether its widgets are still there."""
        return isValid(self._anchor)

    @property
    def in_sight(self) -> bool:
        """Whether a person sees it."""
        return self.alive and self._anchor.isVisible()

    @property
    def key(self) -> tuple[str, str]:
        """Case and form as the journal knows them."""
        case, subject = self._about or ("", "")
        return case, f"{self.name}/{subject}" if subject else self.name

    @property
    def modified(self) -> bool:
        """Whether something else stands here than was loaded."""
        base = self._bases.get(self.key)
        if self._about is None or base is None:
            return False
        return self._changed(base) if self._changed is not None else self._read() != base

    def about(self, case: str, subject: str = "", *, anew: bool = False) -> bool:
        """Say what the form will be loaded for; True when that is another than before, or it was closed and is opened ``anew``.

        Typing so far is written first, so this comes before anything else is put into the form.
        """
        if self._about == (case, subject) and not anew:
            return False
        if self._about is not None:
            self._journal.flush()
        self._about, self.fresh = (case, subject), True
        self._show_restored(None)
        return True

    def begin(self, case: str, subject: str = "") -> None:
        """`about`, then `loaded`."""
        self.about(case, subject)
        self.loaded()

    def loaded(self) -> None:
        """What is stored stands in the form; typing that waits for it is put back."""
        if self._about is None:
            return
        self._bases[self.key] = self._read_base()
        draft = self._journal.kept(*self.key) if self.fresh else None
        self.fresh = False
        if draft is None:
            self.settled()
        else:
            self._restore(draft)

    def resumed(self) -> None:
        """The form shows what stood in it earlier in this sitting: nothing is put back over that."""
        self.fresh = False

    def settled(self) -> None:
        """What stands here counts as saved, but for what is half typed."""
        if self._about is None:
            return
        self._bases[self.key] = self._read_base()
        self._show_restored(None)
        if self.modified:
            self._journal.note(self)
        else:
            self._journal.settle(self)

    def follow(self, key: str) -> None:
        """What stands in one field is what is stored now."""
        if self.key in self._bases:
            self._bases[self.key][key] = self._read()[key]

    def note(self) -> None:
        """Something was typed."""
        if self._about is not None and not self._putting and not self.fresh:
            self.typed_on = True
            self._journal.note(self)

    def draft(self, person: str, at: datetime) -> Draft | None:
        """What stands here beyond what is stored, or None."""
        if self._about is None or not self.modified:
            return None
        now, base = self._read(), self._bases.get(self.key, {})
        typed = {key: value for key, value in now.items() if value != base.get(key)}
        case, form = self.key
        text, was = json.dumps(typed, ensure_ascii=False), json.dumps({key: base.get(key) for key in typed})
        return Draft(draft_id(person, case, form), form, case, person, text, was, at)

    def discard(self) -> Callable[[], None]:
        """Clear what was put back; answers what brings it back again."""
        draft = self._journal.kept(*self.key)
        key, base, self.outdated = self.key, dict(self._bases[self.key]), ()
        if draft is not None:
            self._put_quietly({name: base[name] for name in json.loads(draft.fields) if name in base})
        self.settled()

        def undo() -> None:
            if draft is not None and self.alive and self.key == key:
                self._restore(draft)
                self._journal.note(self)
                self._journal.flush()

        return undo

    def _restore(self, draft: Draft) -> None:
        fields, was = json.loads(draft.fields), json.loads(draft.base)
        base = self._bases[self.key]
        self.outdated = tuple(key for key in fields if key in base and base[key] != was.get(key))
        self._put_quietly({key: value for key, value in fields.items() if key in base})
        if self.modified:
            self._show_restored(draft.at)
        else:
            self.settled()

    def _put_quietly(self, state: State) -> None:
        self._putting = True
        try:
            self._put(state)
        finally:
            self._putting = False

    def _show_restored(self, at: datetime | None) -> None:
        self.typed_on = False
        if at != self.restored_at:
            self.restored_at = at
            self._journal.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.restored_at is not None and event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._journal.changed.emit()
        return False
