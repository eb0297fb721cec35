"""The views that a person keeps of the list of cases: chosen, kept under a name, called otherwise and forgotten."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.pages.cases.asking import AskingSheet
from ui.typed_signal import TypedSignal, signal
from workstation.actions.filing import views
from workstation.casework.draft import CaseView


class CaseViews(QPushButton):
    """A button with a menu of views. ``chosen`` carries the view to show; ``shown`` tells what would be kept, as text."""

    chosen: TypedSignal[CaseView] = signal(1)

    def __init__(self, session: DeskSession, context: UiContext, page: QWidget, shown: Callable[[], str]) -> None:
        super().__init__()
        self._session, self._context, self._page, self._shown = session, context, page, shown
        self.setText(self.tr("Views"))
        self.setToolTip(self.tr("Views of the list that you keep (Ctrl+Shift+V)"))
        self.setShortcut("Ctrl+Shift+V")
        self.entries = QMenu(self)
        self.entries.aboutToShow.connect(self.fill)
        self.setMenu(self.entries)
        self.sheet: AskingSheet | None = None

    def fill(self) -> None:
        """Offer what is kept by now."""
        self.entries.clear()
        kept = self._session.read(views.kept_views)
        for view in kept:
            self._offer(self.entries, view.name, partial(self.chosen.emit, view))
        self.entries.addSeparator()
        self._offer(self.entries, self.tr("Keep what is shown as…"), self.ask_name)
        for title, deed in ((self.tr("Rename"), self.ask_new_name), (self.tr("Delete"), self.drop)):
            menu = self.entries.addMenu(title)
            menu.setEnabled(bool(kept))
            for view in kept:
                self._offer(menu, view.name, partial(deed, view))

    def _offer(self, menu: QMenu, text: str, deed: Callable[[], object]) -> None:
        action = QAction(text.replace("&", "&&"), menu)
        action.triggered.connect(lambda _checked=False: deed())
        menu.addAction(action)

    def ask_name(self) -> None:
        """Ask under which name the list as it is shown is kept."""
        self.sheet = AskingSheet(
            self._page, self._context, self.tr("Keep this view"), self.tr("Name of the view"), self.tr("Keep"),
            lambda name: self._session.run(views.keep_view, name, self._shown()),
        )  # fmt: skip

    def ask_new_name(self, view: CaseView) -> None:
        """Ask how a view is to be called."""
        self.sheet = AskingSheet(
            self._page, self._context, self.tr("Rename “{name}”").format(name=view.name), self.tr("Name of the view"),
            self.tr("Rename"), lambda name: self._session.run(views.rename_view, view.id, name), view.name,
        )  # fmt: skip

    def drop(self, view: CaseView) -> None:
        """Forget a view; the message offers it back."""
        dropped = self._session.run(views.drop_view, view.id)
        told = self.tr("View “{name}” deleted.").format(name=view.name)
        self._context.notices.show_message(told, self.tr("Undo"), partial(self._keep_again, dropped))

    def _keep_again(self, view: CaseView) -> None:
        self._session.run(views.keep_view, view.name, view.shown)
