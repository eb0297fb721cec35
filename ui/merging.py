"""A form whose entity somebody else may change: what was typed stays, the rest follows, a field changed twice is asked about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from ui.look.wording import NONE, amount, day
from ui.widgets.editors import ChoiceEdit, Editor
from workstation.errors import Refused
from workstation.money import Money

CONFLICT: Final = "save_conflict"
COVERED: Final = "•••"


@dataclass(frozen=True, slots=True)
class Joined:
    """A part of a form that is no field: a list, or boxes to tick. ``shown`` tells a value of it in a line.

    For the journal of drafts: ``typed`` is what stands there as plain values, half typed or not, ``put`` takes that back, and
    ``stored`` is the part of it that a save takes along.
    """

    name: str
    load: Callable[[Any], object]
    raw: Callable[[], object]
    draft: Callable[[], object]
    shown: Callable[[Any], str]
    private: bool = False
    typed: Callable[[], Any] = lambda: None
    put: Callable[[Any], object] = lambda _state: None
    stored: Callable[[Any], Any] = lambda state: state


class Rebase:
    """What a form was loaded from, and what others stored since: ``base`` is what the next save is compared with."""

    def __init__(self) -> None:
        self.base: Any = None
        self._newest: Any = None
        self._values: dict[str, object] = {}
        self.open: dict[str, object] = {}

    def begin(self, values: Mapping[str, object], entity: object) -> None:
        """The form shows just this."""
        self.base = self._newest = entity
        self._values, self.open = dict(values), {}

    def news(self, values: Mapping[str, object], entity: object) -> dict[str, object]:
        """What others stored since the form last heard of it, by key."""
        found = {key: value for key, value in values.items() if value != self._values.get(key)}
        self._values, self._newest = dict(values), entity
        return found

    def reopen(self, key: str) -> None:
        """A field that was typed before its value changed is asked about."""
        if key in self._values:
            self.open[key] = self._values[key]

    def settle(self) -> None:
        """Nothing is left to decide: what is in the form goes on from what is stored."""
        if not self.open:
            self.base = self._newest


def shown(editor: object, value: Any, hidden: bool) -> str:
    """A value of an editor as a person reads it; dots for a secret one while private details are hidden."""
    if isinstance(editor, Joined):
        return COVERED if editor.private and hidden else editor.shown(value)
    if hidden and getattr(editor, "secret", False):
        return COVERED
    if isinstance(editor, ChoiceEdit):
        return editor.itemText(editor.findData(value or "")) or str(value or NONE)
    if value and callable(told := getattr(editor, "shown", None)):
        return str(told(value))
    match value:
        case None | "":
            return NONE
        case bool():
            return "✓" if value else NONE
        case Money():
            return amount(value)
        case date():
            return day(value)
        case _ if hasattr(value, "text") and callable(value.text):
            return str(value.text())
    return str(value)


def draft_of(editor: Editor | Joined) -> object:
    """What an editor means, or what stands in it while that cannot be read."""
    try:
        return editor.draft()
    except Refused:
        return editor.raw()
