"""Restore a desk from a copy: where the copies are, a table of what each holds, and a new folder; then the desk opens."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QProgressBar, QWidget

from ui.background import Cancelled, TaskProgress
from ui.context import UiContext
from ui.form import Form
from ui.look.wording import desk_moment, megabytes
from ui.pages.entry.folder_edit import FolderEdit
from ui.pages.entry.passphrase_edit import PassphraseEdit
from ui.typed_signal import TypedSignal, signal
from ui.value_table import ColumnSpec, Table
from ui.widgets.field import Field
from ui.widgets.parts import button, column, in_role, label, row
from workstation.dates import Clock
from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef
from workstation.wording import filled

if TYPE_CHECKING:
    from workstation.actions.backup.restoring import CopiesFound, CopyFound, Restored

_TABLE_HEIGHT = 140
_MARKS = {"verified": "✓ ", "present": "", "lacking": "⚠ ", "damaged": "✕ "}


class RestorePage(QWidget):
    """``restored`` carries the folder of a desk just made of a copy, ready to be opened with the same passphrase."""

    restored: TypedSignal[str, str] = signal(2)

    def __init__(self, context: UiContext, clock: Clock) -> None:
        super().__init__()
        self._context, self._clock = context, clock
        self._found: CopiesFound | None = None
        self._task: TaskProgress | None = None
        self._made: Restored | None = None
        self.place = Field("place", self.tr("Folder or stick with the &backups"), FolderEdit(context, existing=True))
        self.passphrase = Field("passphrase", self.tr("&Passphrase or recovery key"), PassphraseEdit(context.theme))
        self.target = Field("folder", self.tr("&New folder for the desk"), FolderEdit(context, existing=False))
        self.form = Form("desk", context.words, (self.place, self.passphrase, self.target))
        self.find_button = button(self.tr("&Show backups"), on_click=self.look)
        self.passphrase.editor.returnPressed.connect(self.look)
        self.table: Table[CopyFound] = Table(
            self._columns(),
            empty=self.tr("No backups found. Choose the folder or stick that holds them."),
        )
        self.table.setAccessibleName(self.tr("Backups found"))
        self.table.setMinimumHeight(_TABLE_HEIGHT)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Restore progress"))
        self.message = label("", "hint", wrap=True)
        self.lacking = QPlainTextEdit(readOnly=True, tabChangesFocus=True)
        self.lacking.setAccessibleName(self.tr("What could not be restored"))
        self.lacking.setMinimumHeight(_TABLE_HEIGHT)
        self.lacking.hide()
        self.restore_button = button(self.tr("&Restore"), "primary", self.restore)
        self.open_button = button(self.tr("&Open desk"), "primary", self.open)
        self.table.picked.connect(lambda _copy: self._show_buttons())
        title = label(self.tr("Restore from a copy"), "section")
        looked = row(self.passphrase, gap=8)
        looked.addWidget(self.find_button, 0, Qt.AlignmentFlag.AlignBottom)
        self.setLayout(
            column(
                title,
                self.place,
                looked,
                self.table,
                self.lacking,
                self.progress,
                self.message,
                self.target,
                row(-1, self.restore_button, self.open_button),
                gap=8,
            )
        )
        self.destroyed.connect(self._forget)
        self.form.load({"folder": str(self._context.home / "restored")})
        self._show_buttons()

    def start(self) -> None:
        """Put the cursor where typing begins."""
        self.place.editor.setFocus()

    def _columns(self) -> list[ColumnSpec[CopyFound]]:
        return [
            ColumnSpec(
                self.tr("Date"),
                lambda one: desk_moment(one.manifest.made_at) if one.manifest else one.folder.name[:10],
                124,
            ),
            ColumnSpec(self.tr("State"), self._state),
            ColumnSpec(self.tr("Cases"), lambda one: _count(one, "cases"), 64, figure=True),
            ColumnSpec(self.tr("Evidence"), lambda one: _count(one, "evidence"), 76, figure=True),
            ColumnSpec(self.tr("Size"), lambda one: _size(one), 84, figure=True),
        ]

    def _state(self, copy: CopyFound) -> str:
        lacking = f" ({len(copy.lacking):,})" if copy.lacking else ""
        return _MARKS[copy.state.value] + self._context.words.label("backup_state", copy.state.value) + lacking

    def look(self) -> None:
        """Look for copies, and read them back in the background while the person chooses."""
        from workstation.actions.backup.restoring import copies_in

        place, words = self.place.editor.draft(), self.passphrase.editor.draft()
        if not place:
            self.form.show((Finding("required_field", FieldRef.DESK_PLACE),))
            return
        self._run(lambda _step: copies_in(Path(str(place)), str(words)), self._on_found)

    def restore(self) -> None:
        """Make a desk of the chosen copy."""
        from workstation.actions.backup.restoring import restore_desk

        copy, found, folder = self.table.current(), self._found, str(self.target.editor.draft())
        if copy is None or found is None:
            return
        if not folder:
            self.form.show((Finding("required_field", FieldRef.DESK_FOLDER),))
            return
        self._run(
            lambda step: restore_desk(found, copy, Path(folder), self._clock, step), self._on_restored, forget=True
        )

    def open(self) -> None:
        """Go on to the desk just restored."""
        if self._made is not None:
            words = str(self.passphrase.editor.draft())
            self.passphrase.editor.clear()
            self.restored.emit(str(self._made.folder), words)

    def _run(self, work, done, *, forget: bool = False) -> None:  # type: ignore[no-untyped-def]  # of any result
        if self._task is not None:
            if not forget:
                return
            self._forget()  # reading back gives way to restoring, which proves what it takes
        task = self._task = TaskProgress(self)
        task.stepped.connect(self._on_stepped)
        self._show_buttons()
        self._context.background.run(partial(work, task.step), partial(self._ended, done), self._on_failed, task)

    def _ended(self, done, result) -> None:  # type: ignore[no-untyped-def]
        self._task = None
        self.progress.reset()
        done(result)
        self._show_buttons()

    def _on_found(self, found: CopiesFound) -> None:
        from workstation.actions.backup.restoring import check_copies

        self._take(found)
        self._show((), self.tr("Reading the backups back…"), "hint")
        self._run(lambda step: check_copies(found, step), self._on_checked)

    def _on_checked(self, found: CopiesFound) -> None:
        chosen = self.table.current()
        self._take(found, chosen.folder if chosen else None)
        self._show(found.findings, self.tr("All backups were read back."), "hint")

    def _take(self, found: CopiesFound, chosen: Path | None = None) -> None:
        self._found = found
        self.table.show_rows(found.copies)
        at = next((number for number, copy in enumerate(found.copies) if copy.folder == chosen), 0)
        self.table.selectRow(at)

    def _on_restored(self, made: Restored) -> None:
        self._made = made
        said = filled(
            self.tr("Restored: {cases} {cases|case|cases}, {evidence} {evidence|piece|pieces} of evidence."),
            {"cases": f"{made.cases:,}", "evidence": f"{made.evidence:,}"},
        )
        self._show((), said, "finding" if made.findings else "good")
        self.lacking.setPlainText("\n".join("✕ " + self._context.words.finding(one) for one in made.findings))
        self.lacking.setVisible(bool(made.findings))
        self.table.setVisible(not made.findings)

    def _show(self, findings: tuple[Finding, ...], text: str, role: str) -> None:
        lines = [text, *("✕ " + self._context.words.finding(finding) for finding in findings)]
        self.message.setText("\n".join(line for line in lines if line))
        in_role(self.message, role)

    def _on_failed(self, error: Exception) -> None:
        self._task = None
        self.progress.reset()
        self._show_buttons()
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, Refused):
            raise error
        code, text = error.findings[0].code, self._context.words.finding(error.findings[0])
        at = self.passphrase if code.startswith(("passphrase", "recovery", "person")) else self.target
        if code in ("backup_missing", "backup_none", "backup_no_folder"):
            at = self.place
        at.show_message(text)
        at.editor.setFocus()
        self._show((), text, "finding")

    def _on_stepped(self, done: int, total: int) -> None:
        self.progress.setMaximum(max(1, total))
        self.progress.setValue(done)

    def _forget(self) -> None:
        if self._task is not None:
            self._task.forget()
            self._task = None

    def _show_buttons(self) -> None:
        copy = self.table.current()
        usable = copy is not None and copy.state.value != "damaged"
        self.find_button.setEnabled(self._task is None)
        self.restore_button.setEnabled(usable and self._made is None)
        self.restore_button.setVisible(self._made is None)
        self.open_button.setVisible(self._made is not None)
        self.progress.setVisible(self._task is not None)


def _count(copy: CopyFound, fact: str) -> str:
    return f"{getattr(copy.manifest, fact):,}" if copy.manifest else "—"


def _size(copy: CopyFound) -> str:
    return megabytes(copy.manifest.size) if copy.manifest else "—"
