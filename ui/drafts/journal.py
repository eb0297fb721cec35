"""The journal of what is typed: within half a second each form's typing is on disk, encrypted, until it is saved or cleared.

A form is a `DraftGroup`. When it comes to be about something else (`about`, then `loaded`), typing that was journalled
for that is put back into it; when it is loaded again for the same, what was typed has been saved or dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Final
from weakref import WeakSet

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.drafts.group import DraftGroup, State
from ui.widgets.editor_state import put_states, typed_states
from workstation.actions import drafts
from workstation.casework.draft import Draft
from workstation.errors import Refused

if TYPE_CHECKING:
    from workstation.actions.desk import Desk

JOURNAL_MS: Final = 400
"""From the first keystroke after a write to the next write; with the write itself it stays far below a second."""


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
        self.timer.blockSignals(True)
