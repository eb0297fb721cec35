"""The open desk as the window knows it: every action runs through here, and pages are notified of what it changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from ui.typed_signal import TypedSignal, signal

if TYPE_CHECKING:
    from workstation.actions.desk import Desk
    from workstation.store.changes import Changes as Changes  # for pages that hear of them

P = ParamSpec("P")
T = TypeVar("T")


class DeskSession(QObject):
    """Wraps one open `Desk`; ``changed`` carries the `Changes` of each action after its transaction is committed."""

    changed: TypedSignal[Changes] = signal(1)
    closed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        desk.listeners.append(self._on_desk_changed)

    def run(self, action: Callable[Concatenate[Any, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run an action in its transaction; `Refused` passes through untouched."""
        result: T = self.desk.run(action, *args, **kwargs)
        return result

    def write(self, action: Callable[Concatenate[Any, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Call an action that prepares at length first and opens its own short transaction; `Refused` passes through."""
        from workstation.actions.roles import need_of

        self.desk.entitle(need_of(action))
        return action(self.desk, *args, **kwargs)

    def read(self, query: Callable[Concatenate[Any, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Ask without changing anything."""
        return query(self.desk, *args, **kwargs)

    def close(self) -> None:
        """Close the desk; nothing can be read afterwards, and pages that meant to are notified first."""
        self.closed.emit()
        self.desk.close()

    def _on_desk_changed(self, changes: Changes) -> None:
        self.changed.emit(changes)
