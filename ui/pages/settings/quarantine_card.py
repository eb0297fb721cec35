"""What the vault has set aside: how much, since when, and the one way to delete what was kept long enough."""

from __future__ import annotations

from ui.context import UiContext
from ui.desk_session import DeskSession, unasked
from ui.look.wording import day
from ui.widgets.field import caption
from ui.widgets.parts import Card, button, label
from ui.widgets.room.flow import flow
from workstation.actions.sharing import Held, empty_quarantine, quarantine_held
from workstation.wording import filled


class QuarantineCard(Card):
    """Deleting is asked twice: the button names the number of files, then wants to be pressed again."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(gap=8)
        self._session, self._context = session, context
        self._asked = False
        self.facts = label("", "hint", wrap=True)
        self.button = button("", on_click=self.remove)
        self.body.addLayout(flow(caption(self.tr("Quarantine")), -1, self.button, gap=8))
        self.body.addWidget(self.facts)
        session.changed.connect(self._on_session_changed)
        self.load()

    def load(self) -> None:
        """Look again."""
        found = self._session.read(quarantine_held)
        self._asked = False
        self.facts.setText(self._text(found))
        self.button.setText(filled(self.tr("&Delete {count} {count|file|files}"), {"count": f"{found.removable:,}"}))
        self.button.setVisible(bool(found.removable))

    @unasked
    def _on_session_changed(self, _changes: object) -> None:
        self.load()

    def _text(self, found: Held) -> str:
        if not found.files:
            return self.tr("Nothing is set aside. Files that no record names are kept here for at least 90 days.")
        text = self.tr(
            "{count} {count|file|files} ({size} MB) that no record names, since {day}. Kept for at least 90 "
            "days, then until you say."
        )
        return filled(
            text, {"count": f"{found.files:,}", "size": f"{found.size / 1_000_000:,.1f}", "day": day(found.since)}
        )

    def remove(self) -> None:
        """Ask once more, then delete for good."""
        if not self._asked:
            self._asked = True
            self.facts.setText("△ " + self.tr("They cannot be brought back. Press again to delete them for good."))
            return
        removed = self._session.run(empty_quarantine)
        self.load()
        self._context.notices.show_message(
            filled(self.tr("{count} {count|file|files} deleted."), {"count": f"{removed:,}"})
        )
