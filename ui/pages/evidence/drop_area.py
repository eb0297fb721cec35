"""Where files are dropped while an entry of the checklist has none."""

from __future__ import annotations

from PySide6.QtCore import Qt

from ui.widgets.parts import Card, in_role, label, restyle


class DropArea(Card):
    """Says what may be added; lights up while files are held over the page."""

    def __init__(self) -> None:
        super().__init__(padding=24)
        in_role(self, "drop")
        asked = self.tr(
            "Drop files or folders anywhere on this page, or paste them (Ctrl+V): each is proposed to its entry. "
            "Dropped on an entry of the checklist, or added by Add files, they are proofs of that entry."
        )
        known = self.tr(
            "PDF, OFD, pictures, e-mail, saved pages, ZIP, CSV, XLSX, XLS, ODS. The original is stored unchanged."
        )
        self.body.addStretch()
        for text, role in ((asked, "quiet"), (known, "hint")):
            words = label(text, role, wrap=True)
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.body.addWidget(words)
        self.body.addStretch()

    def mark(self, over: bool) -> None:
        """Show that files held over the page will be imported."""
        self.setProperty("over", over)
        restyle(self)
