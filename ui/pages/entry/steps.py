"""The fields of a new desk in three steps: the desk and its person, how it is kept safe, and how it and its banks are reached."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtWidgets import QGridLayout, QWidget

from ui.context import UiContext
from ui.form import Form
from ui.look.text_size import SIZES
from ui.look.translations import LANGUAGES
from ui.pages.entry.folder_edit import FolderEdit
from ui.pages.entry.passphrase_edit import PassphraseEdit
from ui.widgets.editors import CheckEdit, ChoiceEdit, TextEdit
from ui.widgets.field import Field
from ui.widgets.parts import column, label
from workstation.wording import filled

BANKS: Final = (1, 2, 3)
"""Banks that may be named at once; others follow on their page."""
_MINUTES: Final = (5, 10, 15, 30, 60)


class FirstSteps(QWidget):
    """``form`` holds every field; nothing is kept here. ``pages``: one widget a step."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self.language = ChoiceEdit(LANGUAGES, empty=None)
        self.form = Form("desk", context.words, (*self._desk_fields(), *self._safety_fields(), *self._reach_fields()))

    def _desk_fields(self) -> tuple[Field, ...]:
        context = self._context
        sizes = {str(one): f"{one} %" for one in SIZES}
        return (
            Field("folder", self.tr("&Folder for the new desk"), FolderEdit(context, existing=False)),
            Field("passphrase", self.tr("&Passphrase"), PassphraseEdit(context.theme), self.tr("At least 8 characters")),
            Field("again", self.tr("Repe&at passphrase"), PassphraseEdit(context.theme)),
            Field("desk_name", self.tr("Desk &name"), TextEdit(self.tr("Shown on papers"))),
            Field("agent", self.tr("A&gent"), TextEdit(self.tr("Your name, used to sign records"))),
            Field("role", self.tr("R&ole"), ChoiceEdit(context.words.choices("role"), empty=None)),
            Field("language", self.tr("&Language"), self.language),
            Field("text_size", self.tr("Te&xt size"), ChoiceEdit(sizes, empty=None)),
        )  # fmt: skip

    def _safety_fields(self) -> tuple[Field, ...]:
        minutes = {str(one): filled(self.tr("{count} {count|minute|minutes}"), {"count": one}) for one in _MINUTES}
        folder = FolderEdit(self._context, existing=True, title=self.tr("Folder or stick for backups"))
        return (
            Field("place", self.tr("Folder or sti&ck for backups"), folder),
            Field("automatic", "", CheckEdit(self.tr("Back up automatically, once a da&y"))),
            Field(
                "idle_minutes",
                self.tr("Loc&k without input after"),
                ChoiceEdit({"0": self.tr("Off"), **minutes}, empty=None),
            ),
        )

    def _reach_fields(self) -> tuple[Field, ...]:
        banks = (
            Field(f"{key}_{at}", name.format(number=at), TextEdit(hint))
            for at in BANKS
            for key, name, hint in (
                ("bank", self.tr("Bank {number}"), self.tr("Full name, as on papers")),
                ("bank_phone", self.tr("Phone of bank {number}"), ""),
            )
        )
        return (
            Field("phone", self.tr("Desk p&hone"), TextEdit()),
            Field("address", self.tr("&Desk address"), TextEdit()),
            *banks,
        )

    def pages(self, strength: QWidget) -> tuple[QWidget, ...]:
        """The steps as widgets; ``strength`` stands below the passphrase."""
        warning = self.tr("This passphrase encrypts all data. It is not stored and cannot be recovered.")
        safety = self.tr(
            "A desk is one folder on one disk: choose a stick or another disk now, and a copy is made each day by itself."
            " All of this can be changed in the settings at any time."
        )
        reach = self.tr(
            "Letters and agreements name the desk and the banks with these. Leave empty what you do not know yet."
        )
        desk = self._grid(
            {
                "folder": (0, 0, 6), "passphrase": (1, 0, 3), "again": (1, 3, 3), "desk_name": (3, 0, 3), "agent": (3, 3, 3),
                "role": (4, 0, 2), "language": (4, 2, 2), "text_size": (4, 4, 2),
            }
        )  # fmt: skip
        desk.addWidget(strength, 2, 0, 1, 6)
        lines = {f"{key}_{at}": (at, side, 3) for at in BANKS for key, side in (("bank", 0), ("bank_phone", 3))}
        return (
            _page(desk, label(warning, "hint", wrap=True)),
            _page(
                label(safety, "hint", wrap=True),
                self._grid({"place": (0, 0, 6), "automatic": (1, 0, 6), "idle_minutes": (2, 0, 3)}),
            ),
            _page(label(reach, "hint", wrap=True), self._grid({"phone": (0, 0, 3), "address": (0, 3, 3), **lines})),
        )

    def _grid(self, cells: Mapping[str, tuple[int, int, int]]) -> QGridLayout:
        """Fields by line, side and width of six."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        for key, (line, side, wide) in cells.items():
            grid.addWidget(self.form.fields[key], line, side, 1, wide)
        for side in range(6):
            grid.setColumnStretch(side, 1)
        return grid


def _page(*parts: Any) -> QWidget:
    page = QWidget()
    page.setObjectName("plain")
    page.setLayout(column(*parts, gap=10))
    return page
