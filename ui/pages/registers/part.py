"""What every register does: read in the background over a connection of its own, show its lines, and make the table that leaves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from ui.background import TaskProgress
from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.typed_signal import TypedSignal, signal
from ui.value_table import Table
from ui.widgets.day_edit import DayEdit
from ui.widgets.editors import ChoiceEdit
from ui.widgets.parts import label
from workstation.actions.keep.reading import read_aside
from workstation.errors import Refused
from workstation.wording import Wording

if TYPE_CHECKING:
    from workstation.actions.desk import Desk
    from workstation.actions.keep.register_tables import PlainTable


class RegisterPart(QWidget):
    """``opened`` carries the id of a case. A question asked anew while one is being read takes its place."""

    opened: TypedSignal[str] = signal(1)

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self.session, self.context = session, context
        self.wording = Wording(context.words.language)
        self.note = label("", "hint", wrap=True)
        self.lines: tuple[Any, ...] = ()
        self._empty: dict[Table[Any], str] = {}
        self._task = TaskProgress(self)
        session.closed.connect(self._on_session_closed)

    def _on_session_closed(self) -> None:
        self._task.forget()

    def question(self) -> Callable[[Desk], tuple[Any, ...]]:
        """What is asked of the desk, with the choices of this moment."""
        raise NotImplementedError

    def show_lines(self) -> None:
        """Show `lines`."""
        raise NotImplementedError

    def table(self) -> PlainTable:
        """What is shown, as it leaves."""
        raise NotImplementedError

    def entry(self) -> QWidget:
        """Where typing begins."""
        raise NotImplementedError

    def load(self) -> None:
        """Ask again."""
        self._task.forget()
        self._task = TaskProgress(self)
        self.note.setText(self.tr("Reading…"))
        self._say_empty(reading=True)
        work = read_aside(self.session.desk, self.question())
        self.context.background.run(work, self._on_read, self._on_failed, self._task)

    def _on_read(self, lines: tuple[Any, ...]) -> None:
        self.lines = lines
        self.note.setText("")
        self._say_empty(reading=False)
        self.show_lines()

    def _say_empty(self, *, reading: bool) -> None:
        """A table says what it would show only once it is known that there is nothing."""
        for table in self.findChildren(Table):
            words = self._empty.setdefault(table, table.empty)
            table.say_instead(self.tr("Reading…") if reading else words)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Refused):
            raise error
        self.note.setText("✕ " + self.context.words.finding(error.findings[0]))

    def named(self, editor: Any, name: str, width: int) -> None:
        """Name an editor that stands in a row of choices; what is chosen asks again."""
        editor.setAccessibleName(name)
        editor.setFixedWidth(width)
        editor.edited.connect(self.load)

    def day_edits(self, since: str, until: str) -> tuple[DayEdit, DayEdit]:
        """The first and the last day of a span among the choices."""
        today = self.session.desk.clock.today
        first, last = DayEdit(self.context.theme, today, "first"), DayEdit(self.context.theme, today, "last")
        self.named(first, since, 140)
        self.named(last, until, 140)
        return first, last


def day_of(editor: DayEdit) -> date | None:
    """The day that stands in a field; None for nothing, and while it cannot be read."""
    found = editor.raw()
    return found if isinstance(found, date) else None


def code_of(editor: ChoiceEdit) -> str:
    """The code that is chosen; empty for everything."""
    return str(editor.raw() or "")
