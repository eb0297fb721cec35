"""A label for what is private: covered while privacy mode (F8) is on."""

from __future__ import annotations

from collections.abc import Callable

from ui.privacy import Privacy
from ui.widgets.parts import Elided
from workstation.profile.debtor import masked


def middle_hidden(head: int, tail: int) -> Callable[[str], str]:
    """A cover that leaves the first ``head`` and last ``tail`` characters."""
    return lambda text: masked(text, head, tail)


class MaskedLabel(Elided):
    """Shows a text, or what ``cover`` makes of it in privacy mode."""

    def __init__(self, privacy: Privacy, cover: Callable[[str], str], role: str = "") -> None:
        self._plain, self._cover, self._privacy = "", cover, privacy
        super().__init__("", role)
        privacy.changed.connect(self._on_privacy_changed)

    def set_plain(self, text: str) -> None:
        """Take the true text."""
        self._plain = text
        self._on_privacy_changed(self._privacy.hidden)

    def _on_privacy_changed(self, hidden: bool) -> None:
        self.set_text(self._cover(self._plain) if hidden and self._plain else self._plain)
