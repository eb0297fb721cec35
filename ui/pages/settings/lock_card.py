"""When the desk locks by itself: after a time without input. The choice holds at once, on this machine."""

from __future__ import annotations

from typing import Final

from ui.context import UiContext
from ui.widgets.editors import ChoiceEdit
from ui.widgets.field import Field, caption
from ui.widgets.parts import Card, label
from workstation.wording import filled

_MINUTES: Final = (1, 2, 3, 5, 10, 15, 20, 30, 45, 60)


class LockCard(Card):
    """One list: off, or a number of minutes."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(gap=8)
        self._preferences = context.preferences
        minutes = self._preferences.idle_minutes
        offered = {
            str(one): filled(self.tr("{count} {count|minute|minutes}"), {"count": one})
            for one in sorted({*_MINUTES, minutes} - {0})
        }
        self.minutes = Field(
            "minutes", self.tr("&Lock without input after"), ChoiceEdit({"0": self.tr("Off"), **offered}, empty=None)
        )
        self.minutes.editor.load(str(minutes))
        self.minutes.edited.connect(self._on_minutes_edited)
        told = self.tr(
            "The desk also locks with the screen, when the computer sleeps, and by Ctrl+L. What you typed is kept as a draft."
        )
        self.body.addWidget(caption(self.tr("Lock")))
        self.body.addWidget(self.minutes)
        self.body.addWidget(label(told, "hint", wrap=True))

    def _on_minutes_edited(self) -> None:
        self._preferences.idle_minutes = int(str(self.minutes.editor.raw()))
