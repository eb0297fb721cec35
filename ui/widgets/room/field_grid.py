"""Fields of a form in two columns, for a narrow pane."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QGridLayout, QWidget


def field_grid(fields: Mapping[str, QWidget], lines: Sequence[Sequence[str]], footer: QWidget) -> QGridLayout:
    """One or two fields a line, by their names; a single one takes both columns. The footer stands below."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(5)
    for number, line in enumerate(lines):
        for at, key in enumerate(line):
            grid.addWidget(fields[key], number, at, 1, 2 if len(line) == 1 else 1)
    grid.addWidget(footer, len(lines), 0, 1, 2)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    return grid
