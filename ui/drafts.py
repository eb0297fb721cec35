"""The journal of what is typed: within half a second each form's typing is on disk, encrypted, until it is saved or cleared.

A form is a `DraftGroup`. When it comes to be about something else (`about`, then `loaded`), typing that was journalled
for that is put back into it; when it is loaded again for the same, what was typed has been saved or dropped.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Final
from weakref import WeakSet

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ui.widgets.editor_state import put_states, typed_states
from workstation.actions import drafts
from workstation.casework.draft import Draft, draft_id
from workstation.errors import Refused

if TYPE_CHECKING:
    from workstation.actions.desk import Desk

JOURNAL_MS: Final = 400
"""From the first keystroke after a write to the next write; with the write itself it stays far below a second."""

State = dict[str, Any]


class Drafts(QObject):
    """The journal of one open desk. ``changed`` when there is another draft, when one is gone, or when others are in sight."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kept = {(one.case, one.form): one for one in drafts.drafts_of(desk)}
        self._dirty: dict[int, DraftGroup] = {}
        self._groups: WeakSet[DraftGroup] = WeakSet()
        self.timer = QTimer(self, singleShot=True, interval=JOURNAL_MS)
        self.timer.timeout.connect(self.flush)

    def group(
        self,
        name: str,
        anchor: QWidget,
        read: Callable[[], State],
        put: Callable[[State], None],
        changed: Callable[[State], bool] | None = None,
        stored: Callable[[], State] | None = None,
    ) -> DraftGroup:
        """A form by its page and name; ``read`` what stands there, ``put`` some of that back and tell the page.

        ``changed`` tells from what was loaded whether something was typed, ``stored`` reads what counts as loaded.
        """
        made = DraftGroup(self, name, anchor, read, put, changed, stored or read)
        self._groups.add(made)
        return made

    def of_editors(self, name: str, editors: Mapping[str, Any]) -> DraftGroup:
        """A group of single editors, which begin empty."""
        anchor = next(iter(editors.values()))
        made = self.group(name, anchor, partial(typed_states, editors), partial(put_states, editors))
        for editor in editors.values():
            editor.edited.connect(made.note)
        return made

    # ── What is known ──

    def holds(self, case: str, prefix: str) -> bool:
        """Whether something typed waits in a form of a case whose name begins so."""
        return any(of == case and form.startswith(prefix) for of, form in self._kept)

    def latest(self, case: str, prefix: str) -> str:
        """What the newest draft of such a form is about, or nothing."""
        found = [one for (of, form), one in self._kept.items() if of == case and form.startswith(prefix)]
        return max(found, key=lambda one: one.at).form.removeprefix(prefix) if found else ""

    @property
    def cases(self) -> frozenset[str]:
        """The ids of cases in which something typed waits."""
        return frozenset(case for case, _form in self._kept if case)

    def shown(self) -> list[DraftGroup]:
        """The forms in sight that hold what was put back and not saved since."""
        return [one for one in self._groups if one.restored_at is not None and one.in_sight]

    def kept(self, case: str, form: str) -> Draft | None:
        """What was typed into a form."""
        return self._kept.get((case, form))

    # ── Writing ──

    def note(self, group: DraftGroup) -> None:
        """Something was typed: it is written soon, together with what follows at once."""
        self._dirty[id(group)] = group
        if not self.timer.isActive():
            self.timer.start()

    def flush(self) -> bool:
        """Write all that was typed; False when the disk or another window did not let us, and it is tried again."""
        self.timer.stop()
        groups = [one for one in self._dirty.values() if one.alive]
        kept = [
            draft for one in groups if (draft := one.draft(drafts.typing_person(self._desk), self._desk.clock.now()))
        ]
        gone = [one.key for one in groups if not one.modified and one.key in self._kept]
        if not self._write(kept, gone):
            self.timer.start()
            return False
        self._dirty.clear()
        return True

    def settle(self, group: DraftGroup) -> None:
        """What was typed into a form was saved or dropped."""
        self._dirty.pop(id(group), None)
        if group.key in self._kept and not self._write([], [group.key]):
            self.note(group)

    def _write(self, kept: list[Draft], gone: list[tuple[str, str]]) -> bool:
        dropped = [self._kept[key].id for key in gone]
        try:
            if kept:
                drafts.keep_drafts(self._desk, kept)
            if dropped:
                drafts.drop_drafts(self._desk, dropped)
        except Refused:
            return False
        before = set(self._kept)
        self._kept |= {(one.case, one.form): one for one in kept}
        for key in gone:
            del self._kept[key]
        if before != set(self._kept):
            self.changed.emit()
        return True

    def close(self) -> None:
        """Write what is left; nothing is journalled afterwards."""
        self.flush()
        self.timer.stop()
        self.timer.timeout.disconnect()


class DraftGroup(QObject):
    """One form of the journal. Without `about` nothing of it is journalled."""

    def __init__(
        self,
        journal: Drafts,
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

    def about(self, case: str, subject: str = "") -> bool:
        """Say what the form will be loaded for; True when that is another than before. Typing so far is written first."""
        if self._about == (case, subject):
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
        key, base = self.key, dict(self._bases[self.key])
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
        if at != self.restored_at:
            self.restored_at = at
            self._journal.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.restored_at is not None and event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._journal.changed.emit()
        return False
