"""The kinds of entry on the page of keeping, by the names of their tabs."""

from __future__ import annotations

from collections.abc import Callable

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.pages.keep.panel import EntryPanel


def panel_class(name: str) -> Callable[[DeskSession, UiContext], EntryPanel]:
    """The kind of entry of a tab; its code is read when the tab is first opened."""
    match name:
        case "payments":
            from ui.pages.keep.payments import PaymentPanel

            return PaymentPanel
        case "promises":
            from ui.pages.keep.promises import PromisePanel

            return PromisePanel
        case "instalments":
            from ui.pages.keep.instalments import InstalmentPanel

            return InstalmentPanel
        case "oral":
            from ui.pages.keep.oral import OralPanel

            return OralPanel
        case _:
            from ui.pages.keep.ending import EndingPanel

            return EndingPanel
