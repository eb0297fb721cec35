"""Everything that is wrong in a form, and what is to be looked at, a line each: a click or Enter on one leads to its field."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ui.typed_signal import TypedSignal, signal
from ui.widgets.parts import in_role

_PLAIN = Qt.TextInteractionFlag.NoTextInteraction
_LINKS = Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard


class ErrorLines(QLabel):
    """``chosen`` carries the key of a field. Without errors it is an empty line that takes no key."""

    chosen: TypedSignal[str] = signal(1)

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        in_role(self, "finding")
        self._shown: tuple[tuple[str, str, bool], ...] = ()
        self.linkActivated.connect(self.chosen.emit)

    @property
    def told(self) -> str:
        """The sentences, a line each."""
        return "\n".join(sentence for _, sentence, _ in self._shown)

    def show_errors(self, errors: Sequence[tuple[str, str, bool]]) -> None:
        """Show these: the key of each field, what is said of it, and whether that is mere advice."""
        if tuple(errors) == self._shown:
            return
        self._shown = tuple(errors)
        in_role(self, "advice" if errors and all(advice for _, _, advice in errors) else "finding")
        colour = self.palette().color(self.foregroundRole()).name()  # that of the role; a link has another by itself
        links = (
            f'{"△" if advice else "✕"} <a href="{escape(key)}" style="color:{colour}">{escape(said)}</a>'
            for key, said, advice in errors
        )
        self.setTextFormat(Qt.TextFormat.RichText if errors else Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(_LINKS if errors else _PLAIN)
        self.setText("<br>".join(links))
        self.setAccessibleName(self.told)

    def show_sentence(self, sentence: str) -> None:
        """Say one thing that belongs to no field."""
        self.show_errors([("", sentence, False)] if sentence else ())
