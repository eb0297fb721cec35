"""Create a desk: where it lies, its passphrase, who sits at it and in which role."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from ui.context import UiContext
from ui.form import Form
from ui.look.translations import LANGUAGES
from ui.pages.entry.folder_edit import FolderEdit
from ui.pages.entry.opening import Opening
from ui.pages.entry.passphrase_edit import PassphraseEdit
from ui.pages.entry.strength_bar import StrengthBar
from ui.typed_signal import TypedSignal, signal
from ui.widgets.editors import ChoiceEdit, TextEdit
from ui.widgets.field import Field
from ui.widgets.parts import button, column, label, row
from workstation.casework.settings import DeskSettings
from workstation.dates import Clock
from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef

if TYPE_CHECKING:
    from workstation.actions.desk import Desk

if TYPE_CHECKING:
    from workstation.actions.desk import Desk


class FirstStartPage(QWidget):
    """``opened`` carries the new `Desk`; ``language_chosen`` the language that the window should speak at once."""

    opened: TypedSignal[Desk] = signal(1)
    language_chosen: TypedSignal[str] = signal(1)

    def __init__(self, context: UiContext, clock: Clock, opening: Opening) -> None:
        super().__init__()
        self._context, self._clock, self._opening = context, clock, opening
        opening.busy_changed.connect(self._on_busy_changed)
        language = ChoiceEdit(LANGUAGES, empty=None)
        language.edited.connect(lambda: self.language_chosen.emit(str(language.draft())))
        fields = (
            Field("folder", self.tr("&Folder for the new desk"), FolderEdit(context, existing=False)),
            Field("passphrase", self.tr("&Passphrase"), PassphraseEdit(context.theme), self.tr("At least 8 characters")),
            Field("again", self.tr("Repe&at passphrase"), PassphraseEdit(context.theme)),
            Field("desk_name", self.tr("Desk &name"), TextEdit(self.tr("Shown on papers"))),
            Field("agent", self.tr("A&gent"), TextEdit(self.tr("Your name, used to sign records"))),
            Field("role", self.tr("&Role"), ChoiceEdit(context.words.choices("role"), empty=None)),
            Field("language", self.tr("&Language"), language),
        )  # fmt: skip
        self.form = Form("desk", context.words, fields)
        self.create_button = button(self.tr("Create desk"), "primary", self.create_desk)
        self.strength = StrengthBar(context, self.form.fields["passphrase"].editor, self._known)
        warning = label(
            self.tr("This passphrase encrypts all data. It is not stored and cannot be recovered."),
            "hint",
            wrap=True,
        )
        title = label(self.tr("New desk"), "section")
        self.setLayout(column(title, self._grid(), warning, row(-1, self.create_button)))
        self.load({})

    def load(self, values: dict[str, object]) -> None:
        """Show values already typed, else what a new desk begins with."""
        begin: dict[str, object] = {
            "folder": str(self._context.home / "desk"),
            "role": "creditor_agency",
            "language": self._context.words.language,
        }
        self.form.load(begin | values)

    def typed(self) -> dict[str, object]:
        """What is in the fields, to be carried over when the language changes."""
        return {key: field.editor.raw() for key, field in self.form.fields.items()}

    def _known(self) -> tuple[str, ...]:
        """What anybody could know of the person and the desk: no passphrase is made of it."""
        typed = self.typed()
        return str(typed["desk_name"]), str(typed["agent"]), Path(str(typed["folder"])).name

    def start(self) -> None:
        """Put the cursor where typing begins."""
        self.form.focus(FieldRef.DESK_PASSPHRASE)

    def create_desk(self) -> None:
        """Make the desk, once its keys are worked out; what is missing is shown at its field."""
        from workstation.actions.making import make_desk, new_desk_keys

        values = self.form.draft()
        findings = _findings(values, self._known())
        if findings:
            self.form.show(findings)
            self.form.focus(findings[0].subject)
            return
        settings = DeskSettings(values["desk_name"], values["agent"], values["role"], values["language"])
        clock, log = self._clock, self._context.log

        def made() -> Desk:
            keys = new_desk_keys(values["passphrase"], person=values["agent"])
            return make_desk(Path(values["folder"]), keys, settings, clock, log)

        self._opening.begin(made, partial(self._on_opened, values["folder"]), self._show)

    def _on_opened(self, folder: str, desk: Desk) -> None:
        self._context.preferences.folder = folder
        self._context.preferences.remember_person(desk.agent)
        self.opened.emit(desk)

    def _on_busy_changed(self, busy: object) -> None:
        self.create_button.setEnabled(not busy)

    def _show(self, refused: Refused) -> None:
        fields = {"passphrase": "passphrase", "person": "agent"}
        field = fields.get(refused.findings[0].code.partition("_")[0], "folder")
        self.form.show([Finding(one.code, f"desk.{field}", one.figures) for one in refused.findings])

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid_cells = {
            "folder": (0, 0, 1, 2), "passphrase": (1, 0, 1, 1), "again": (1, 1, 1, 1), "desk_name": (3, 0, 1, 1),
            "agent": (3, 1, 1, 1), "role": (4, 0, 1, 1), "language": (4, 1, 1, 1),
        }  # fmt: skip
        for key, (line, side, lines, sides) in grid_cells.items():
            grid.addWidget(self.form.fields[key], line, side, lines, sides)
        grid.addWidget(self.strength, 2, 0, 1, 2)
        return grid


def _findings(values: dict[str, str], known: tuple[str, ...]) -> list[Finding]:
    from workstation.actions.passphrases import passphrase_findings

    found = [
        Finding("required_field", f"desk.{key}") for key in ("folder", "desk_name", "agent") if not values[key].strip()
    ]
    weak = passphrase_findings(values["passphrase"], known)
    found += weak
    if not weak and values["passphrase"] != values["again"]:
        found.append(Finding("passphrase_differs", FieldRef.DESK_AGAIN))
    return found
