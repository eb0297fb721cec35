"""The sidebar: the places of the desk, and at its bottom what concerns the person sitting at it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from ui.context import UiContext
from ui.look.icons import icon
from ui.typed_signal import TypedSignal, signal
from ui.widgets.parts import Elided, button, column, in_role, label

WIDTH = 176


class Sidebar(QFrame):
    """``page_requested`` carries ``cases``, ``print_queue``, ``banks`` or ``settings``; privacy toggles by itself."""

    page_requested: TypedSignal[str] = signal(1)
    lock_requested = Signal()

    def __init__(
        self, context: UiContext, desk_name: str, agent: str, roles: str = "", backup: QWidget | None = None
    ) -> None:
        super().__init__()
        in_role(self, "sidebar")
        self.setFixedWidth(WIDTH)
        self._context = context
        self.cases = self._page_button("cases", self.tr("Cases"), "cases")
        self.print_queue = self._page_button("print_queue", self.tr("Print queue"), "print")
        self.banks = self._page_button("banks", self.tr("&Banks"), "bank")
        self.settings = self._page_button("settings", self.tr("Settings"), "settings")
        self.privacy = self._button("hide", self.tr("Hide private  F8"))
        self.privacy.setCheckable(True)
        self.privacy.clicked.connect(context.privacy.toggle)
        self.lock = self._button("lock", self.tr("Lock  Ctrl+L"))
        self.lock.clicked.connect(self.lock_requested)
        context.privacy.changed.connect(self._on_privacy_changed)
        self._on_privacy_changed(context.privacy.hidden)
        head = column(label(context.words.label("app", "name"), "brand"), Elided(desk_name, "hint"), gap=2, margins=0)
        head.setContentsMargins(12, 6, 12, 10)
        self.agent = Elided(agent, "hint")
        self.agent.setContentsMargins(12, 4, 12, 0)
        self.roles = Elided(roles, "quiet")
        self.roles.setContentsMargins(12, 0, 12, 4)
        self.others = label("", "hint", wrap=True)
        self.others.setContentsMargins(12, 0, 12, 4)
        self.show_others("")
        self.setLayout(
            column(
                head,
                self.cases,
                self.print_queue,
                self.banks,
                -1,
                *([backup] if backup else []),
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
        body = self.layout()
        if isinstance(body, QVBoxLayout):
            body.insertWidget(body.indexOf(self.others), note)

    def show_others(self, text: str) -> None:
        """Tell who else has the desk open; an empty text takes no room."""
        self.others.setText(text)
        self.others.setVisible(bool(text))

    def show_page(self, page: str) -> None:
        """Mark the place that is open."""
        self.cases.setChecked(page == "cases")
        self.print_queue.setChecked(page == "print_queue")
        self.banks.setChecked(page == "banks")
        self.settings.setChecked(page == "settings")

    def _button(self, picture: str, text: str) -> QPushButton:
        made = button(text, "sidebar")
        made.setIcon(icon(self._context.theme, picture))
        made.setIconSize(QSize(18, 18))
        return made

    def _page_button(self, page: str, text: str, picture: str) -> QPushButton:
        made = self._button(picture, text)
        made.setCheckable(True)
        made.clicked.connect(lambda: self._request(page, made))
        return made

    def _request(self, page: str, made: QPushButton) -> None:
        made.setChecked(True)
        self.page_requested.emit(page)

    def _on_privacy_changed(self, hidden: bool) -> None:
        self.privacy.setChecked(hidden)
        self.privacy.setText(self.tr("Show all  F8") if hidden else self.tr("Hide private  F8"))
