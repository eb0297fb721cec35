"""What is said once when a desk opens: the tour at the sample, what a new version changed, files without a record."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.context import UiContext
from workstation import __version__

if TYPE_CHECKING:
    from workstation.actions.upkeep import Quarantined


class Offers(QObject):
    """A message with one button; whoever does not want it goes on working."""

    def tour(self, context: UiContext, run: Callable[[str], None]) -> None:
        """Offer to be led through the sample."""
        text = self.tr("This is an invented desk: try anything. A short tour shows the six stages of a case.")
        context.notices.show_message(text, self.tr("Begin the tour"), partial(run, "tour"))

    def news(self, context: UiContext, run: Callable[[str], None]) -> None:
        """Offer to read what changed."""
        text = self.tr("Concord is now version {version}.").format(version=__version__)
        context.notices.show_message(text, self.tr("What is new"), partial(run, "news"))


def offer_help(parent: QObject, context: UiContext, run: Callable[[str], None], *, sample: bool) -> None:
    """Offer the tour until somebody took or ended it, and the news of a version once; a first start has no news.

    ``run`` gives a command of the menus.
    """
    preferences = context.preferences
    before = preferences.news_seen
    preferences.news_seen = __version__
    if sample and not preferences.tour_seen:
        Offers(parent).tour(context, run)
    elif before != __version__ and (before or preferences.geometry):  # a window of an earlier version was closed here
        Offers(parent).news(context, run)


def tell_set_aside(context: UiContext, moved: Quarantined) -> None:
    """Say which files without a record were put into quarantine when the desk was opened, if any were."""
    if moved:
        from ui.pages.settings.desk_check_card import quarantine_lines

        context.notices.show_message(" ".join(quarantine_lines(context.words, moved)))
