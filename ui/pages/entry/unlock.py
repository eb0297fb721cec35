"""Open a desk: its folder, who it is, and the passphrase. A wrong one is answered at the field, which keeps the cursor."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from ui.background import TaskProgress
from ui.context import UiContext
from ui.form import Form
from ui.pages.entry.folder_edit import FolderEdit
from ui.pages.entry.older_database import OlderDatabase
from ui.pages.entry.opening import Opening
from ui.pages.entry.passphrase_edit import PassphraseEdit
from ui.pages.entry.salvage import SalvagePart
from ui.typed_signal import TypedSignal, signal
from ui.widgets.editors import ChoiceEdit
from ui.widgets.field import Field
from ui.widgets.parts import button, column, label, row
from workstation.dates import Clock
from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef

if TYPE_CHECKING:
    from workstation.actions.desk import Desk

_SALVAGEABLE = (
    "desk_database_unreadable", "desk_header_damaged", "desk_header_missing", "desk_row_unreadable", "desk_part_unreadable",
)  # fmt: skip

_READER: Final = "workstation.actions.opening"


def _people_of(folder: str) -> tuple[str, ...]:
    """The login names of the desk in a folder, on any thread."""
    return import_module(_READER).desk_people(Path(folder)) if folder else ()


def _raised(error: Exception) -> None:
    raise error


class UnlockPage(QWidget):
    """Asks for folder and passphrase, and who it is where several people work; ``opened`` carries the `Desk`.

    ``ways``: what is rarely needed, by name, in the menu under one button.
    """

    opened: TypedSignal[Desk] = signal(1)
    restore_requested = Signal()
    move_requested: TypedSignal[str, str] = signal(2)
    """One of the ways of `MovePage`, and the folder that is named here."""

    def __init__(self, context: UiContext, clock: Clock, opening: Opening) -> None:
        super().__init__()
        self._context, self._clock, self._opening = context, clock, opening
        opening.busy_changed.connect(self._on_busy_changed)
        self.folder = Field("folder", self.tr("Desk &folder"), FolderEdit(context, existing=True))
        self.passphrase = Field("passphrase", self.tr("&Passphrase"), PassphraseEdit(context.theme))
        self.person = Field("person", self.tr("&Who works"), ChoiceEdit({}, empty=None))
        self.form = Form("desk", context.words, (self.folder, self.person, self.passphrase))
        self.folder.edited.connect(self._offer_people)
        self.open_button = button(self.tr("Open"), "primary", self.open)
        self.more_button = button(self.tr("&More…"), "quiet", self._show_ways)
        self.ways = self._ways()
        self.passphrase.editor.returnPressed.connect(lambda: self.open())
        self.salvage = SalvagePart(context, clock)
        self.salvage.salvaged.connect(self._on_salvaged)
        self.salvage.busy_changed.connect(lambda busy: self._on_busy_changed(busy))
        self.progress = label("", "muted", wrap=True)
        self.progress.hide()
        asked = column(
            label(self.tr("Open desk"), "section"),
            self.folder,
            self.person,
            self.passphrase,
            4,
            row(self.more_button, -1, self.open_button),
            self.progress,
            self.salvage,
        )
        self.asked, self.older = QWidget(), OlderDatabase(context)
        self.asked.setLayout(asked)
        self.older.hide()
        self.older.declined.connect(self._on_older_declined)
        self.older.accepted.connect(lambda: self.open(accept_older=True))
        self.setLayout(column(self.asked, self.older))
        self.form.load({"folder": context.preferences.folder})
        self.person.hide()
        self._offer_people()

    def _ways(self) -> dict[str, QAction]:
        self._menu = QMenu(self)
        made = {
            "recovery": self._menu.addAction(self.tr("Use recovery &key")),
            "salvage": self._menu.addAction(self.tr("Desk &damaged?")),
            "restore": self._menu.addAction(self.tr("&Restore from a copy…")),
            "server": self._menu.addAction(self.tr("Move to a &server…")),
            "folder": self._menu.addAction(self.tr("Move &back into a folder…")),
            "join": self._menu.addAction(self.tr("&Join a desk on a server…")),
        }
        for way in ("server", "folder", "join"):
            made[way].triggered.connect(partial(self._ask_move, way))
        made["recovery"].triggered.connect(self.use_recovery)
        made["salvage"].triggered.connect(self._offer_salvage)
        made["restore"].triggered.connect(self.restore_requested)
        return made

    def _ask_move(self, way: str) -> None:
        self.move_requested.emit(way, str(self.folder.editor.draft()))

    def _show_ways(self) -> None:
        self._menu.popup(self.more_button.mapToGlobal(QPoint(0, self.more_button.height())))

    def _offer_people(self) -> None:
        """Where one person works nobody is asked; of several, the last one at this machine comes first.

        What reads their names loads half the program: where it is not there yet that is done once the door is painted.
        """
        folder = str(self.folder.editor.draft())
        if not folder or _READER in sys.modules:
            self._show_people(folder, _people_of(folder))
        else:
            QTimer.singleShot(0, self, partial(self._ask_people, folder))

    def _ask_people(self, folder: str) -> None:
        shown = partial(self._show_people, folder)
        self._context.background.run(partial(_people_of, folder), shown, _raised, TaskProgress(self))

    def _show_people(self, folder: str, names: Sequence[str]) -> None:
        if folder != str(self.folder.editor.draft()):
            return
        last = next((name for name in names if self._context.preferences.is_last_person(name)), "")
        self.person.editor.offer({name: name for name in names})
        self.person.editor.load(last)
        self.person.setVisible(len(names) > 1)

    def start(self) -> None:
        """Put the cursor where typing begins."""
        (self.passphrase if self.folder.editor.draft() else self.folder).editor.setFocus()

    def use_recovery(self) -> None:
        """Take the words of the recovery sheet in place of the passphrase, shown so that they can be compared with the paper."""
        self.passphrase.name.setText(self.tr("&Recovery key: the 24 words of the sheet, in their order"))
        self.passphrase.editor.setEchoMode(QLineEdit.EchoMode.Normal)
        self.passphrase.editor.setFocus()

    def open(self, *, accept_older: bool = False) -> None:
        """Try the passphrase; the desk opens when its keys are worked out. ``accept_older``: the person was asked."""
        values = self.form.draft()
        if not values["folder"]:
            self.form.show((Finding("required_field", FieldRef.DESK_FOLDER),))
            return
        folder, person = Path(values["folder"]), values["person"] if self.person.editor.count() > 1 else ""
        clock, log, task = self._clock, self._context.log, TaskProgress(self)
        task.stepped.connect(self._on_stepped)

        def unlocked() -> Desk:
            import_module("ui.shell.workbench")  # what is shown next; a second or two on a cold disk
            from workstation.actions.opening import open_for_work
            from workstation.actions.passphrases import keys_and_advice

            keys, advice = keys_and_advice(folder, values["passphrase"], person)
            desk = open_for_work(folder, keys, clock, log, accept_older=accept_older, seen=task.step)
            if not (desk.user.one_time or desk.read_only):  # else another is asked for at once, or cannot be kept
                desk.opening_findings += advice
            return desk

        self._opening.begin(unlocked, partial(self._on_opened, values["folder"]), self._show, task)

    def _on_opened(self, folder: str, desk: Desk) -> None:
        self._context.preferences.folder = folder
        self._context.preferences.remember_person(desk.agent)
        self.passphrase.editor.clear()
        self.opened.emit(desk)

    def _offer_salvage(self) -> None:
        values = self.form.draft()
        if not values["folder"] or not values["passphrase"]:
            (self.passphrase if values["folder"] else self.folder).editor.setFocus()
            self.form.show([Finding("required_field", f"desk.{key}") for key, value in values.items() if not value])
            return
        self.salvage.offer(values["folder"], values["passphrase"])

    def _on_salvaged(self, folder: str) -> None:
        self.form.load({"folder": folder})
        self.passphrase.editor.setFocus()

    def _on_busy_changed(self, busy: object) -> None:
        self.open_button.setEnabled(not busy)
        self.progress.hide()

    def _on_stepped(self, done: int, total: int) -> None:
        """The list of a desk of an older version is made anew."""
        text = self.tr("This desk comes from an older version. Its list of cases is made anew: {done} of {total}.")
        self.progress.setText(text.format(done=f"{done:,}", total=f"{total:,}"))
        self.progress.show()

    def _on_older_declined(self) -> None:
        self.older.hide()
        self.asked.show()
        self.folder.editor.setFocus()

    def _show(self, refused: Refused) -> None:
        """Everything but a wrong passphrase or person is about the folder."""
        findings, several = refused.findings, self.person.editor.count() > 1
        if findings[0].code == "desk_database_older":
            self.asked.hide()
            self.older.show()
            self.older.ask(findings[0])
            return
        self._on_older_declined()
        if findings[0].code in _SALVAGEABLE:
            self._offer_salvage()
        fields = {
            "passphrase": self.passphrase,
            "recovery": self.passphrase,
            "person": self.person if several else self.passphrase,
        }
        field = fields.get(findings[0].code.partition("_")[0], self.folder)
        field.show_message(self._context.words.finding(findings[0]))
        field.editor.setFocus()
        if field is not self.person:
            field.editor.selectAll()
