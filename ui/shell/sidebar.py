"""The sidebar: the places of the desk, and at its bottom what concerns the person sitting at it."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QVBoxLayout, QWidget

from ui.context import UiContext
from ui.look.icons import icon
from ui.typed_signal import TypedSignal, signal
from ui.widgets.parts import Elided, button, column, in_role, label

WIDTH, NARROW = 176, 52


@runtime_checkable
class Note(Protocol):
    """A note at the left that can say itself in the width of a picture."""

    def set_narrow(self, narrow: bool) -> None:
        """Say it so, or in words."""
        ...


class Sidebar(QFrame):
    """``page_requested`` carries ``today``, ``cases``, ``print_queue``, ``banks`` or ``settings``; privacy toggles by itself.

    In a narrow window only the pictures stay; their words stand in tool tips.
    """

    page_requested: TypedSignal[str] = signal(1)
    lock_requested = Signal()

    def __init__(
        self, context: UiContext, desk_name: str, agent: str, roles: str = "", backup: QWidget | None = None
    ) -> None:
        super().__init__()
        in_role(self, "sidebar")
        self.setFixedWidth(WIDTH)
        self._context = context
        self._names: dict[QPushButton, str] = {}
        self.narrow = False
        self._open = ""
        self.today = self._page_button("today", self.tr("Today"), "check")
        self.cases = self._page_button("cases", self.tr("Cases"), "cases")
        self.print_queue = self._page_button("print_queue", self.tr("Print queue"), "print")
        self.banks = self._page_button("banks", self.tr("Banks"), "bank")
        self.settings = self._page_button("settings", self.tr("Settings"), "settings")
        self.privacy = self._button("hide", "", "F8")
        self.privacy.setCheckable(True)
        self.privacy.clicked.connect(context.privacy.toggle)
        self.lock = self._button("lock", self.tr("Lock"), "Ctrl+L")
        self.lock.clicked.connect(self.lock_requested)
        context.privacy.changed.connect(self._on_privacy_changed)
        self._on_privacy_changed(context.privacy.hidden)
        self.head = QWidget()
        self.head.setLayout(
            column(label(context.words.label("app", "name"), "brand"), Elided(desk_name, "hint"), gap=2)
        )
        self.head.setContentsMargins(12, 6, 12, 10)
        self.agent = Elided(agent, "hint")
        self.agent.setContentsMargins(12, 4, 12, 0)
        self.roles = Elided(roles, "quiet")
        self.roles.setContentsMargins(12, 0, 12, 4)
        self.others = label("", "hint", wrap=True)
        self.others.setContentsMargins(12, 0, 12, 4)
        self.show_others("")
        self._notes = QVBoxLayout()
        self._notes.setSpacing(4)
        self._noted: list[QWidget] = []
        if backup is not None:
            self.place_note(backup)
        self._wide_only = (self.head, self.others, self.agent, self.roles)
        self.setLayout(
            column(
                self.head,
                self.today,
                self.cases,
                self.print_queue,
                self.banks,
                -1,
                self._notes,
                self.others,
                column(self.agent, self.roles, gap=0),
                self.privacy,
                self.lock,
                self.settings,
                gap=4,
                margins=12,
            )
        )

    def place_note(self, note: QWidget) -> None:
        """Give a note room above what concerns the person; it takes none while it is hidden."""
        self._notes.addWidget(note)
        self._noted.append(note)

    def set_narrow(self, narrow: bool) -> None:
        """Show the pictures alone, or with their words. Notes keep their words: they are few, and asked for by what was done."""
        if narrow == self.narrow:
            return
        self.narrow = narrow
        self.setFixedWidth(NARROW if narrow else WIDTH)
        for made in self._names:
            in_role(made, "sidebar_icon" if narrow else "sidebar")
        margin = 6 if narrow else 12
        if (body := self.layout()) is not None:
            body.setContentsMargins(margin, 12, margin, 12)
        for made in self._names:
            self._say(made)
        for part in self._wide_only:
            part.setVisible(not narrow and (part is not self.others or bool(self.others.text())))
        for note in self._noted:
            if isinstance(note, Note):
                note.set_narrow(narrow)

    def show_others(self, text: str) -> None:
        """Tell who else has the desk open; an empty text takes no room."""
        self.others.setText(text)
        self.others.setVisible(bool(text) and not self.narrow)

    @property
    def holds_cursor(self) -> bool:
        """Whether the cursor is on the place that is open: whoever goes along the rail stays on it."""
        focus = QApplication.focusWidget()
        return isinstance(focus, QPushButton) and self.isAncestorOf(focus) and focus.isChecked()

    def show_page(self, page: str) -> None:
        """Mark the place that is open."""
        self._open = page
        self.today.setChecked(page == "today")
        self.cases.setChecked(page == "cases")
        self.print_queue.setChecked(page == "print_queue")
        self.banks.setChecked(page == "banks")
        self.settings.setChecked(page == "settings")

    def _button(self, picture: str, text: str, keys: str = "") -> QPushButton:
        made = button("", "sidebar")
        made.setIcon(icon(self._context.theme, picture))
        made.setIconSize(QSize(18, 18))
        self._names[made] = text
        made.setProperty("keys", keys)
        self._say(made)
        return made

    def _say(self, made: QPushButton) -> None:
        """Its name beside the picture, or in the tool tip with its keys."""
        name, keys = self._names[made], str(made.property("keys"))
        made.setText("" if self.narrow else name)
        made.setAccessibleName(name)
        made.setToolTip(f"{name}  {keys}".strip() if self.narrow or keys else "")

    def _page_button(self, page: str, text: str, picture: str) -> QPushButton:
        made = self._button(picture, text)
        made.setCheckable(True)
        made.clicked.connect(lambda: self._request(page))
        return made

    def _request(self, page: str) -> None:
        self.page_requested.emit(page)
        self.show_page(self._open)  # the one before, where the one that was wanted cannot be read

    def _on_privacy_changed(self, hidden: bool) -> None:
        self.privacy.setChecked(hidden)
        self._names[self.privacy] = self.tr("Show all") if hidden else self.tr("Hide private")
        self._say(self.privacy)
